import { beforeEach, describe, expect, it } from "vitest";
import { deleteBlockDocuments } from "@/lib/blocks/delete-block-documents";
import type { BlockDocument } from "@/lib/blocks/model";
import {
  type ResolvedDocument,
  readBlockDocument,
  readBlockDocumentByName,
  readBlockDocuments,
  revealResolvedData,
} from "@/lib/blocks/read-block-document";
import { updateBlockDocument } from "@/lib/blocks/update-block-document";
import { DomainError } from "@/lib/errors";
import type { BlockDocumentId } from "@/lib/ids";
import { printJson } from "@/lib/json";
import { Secret } from "@/lib/secrets/secret";
import { toMaskedJson } from "@/lib/secrets/tree";
import type { Deps } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType, anId } from "@/lib/testing/builders";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";

let opened: TestStore;
let deps: Deps;
const type = aBlockType({ slug: "s3" });
const schema = aBlockSchema({ blockTypeId: type.id, fields: { title: "S3", secret_fields: ["key"] } });

beforeEach(async () => {
  opened = await openTestStore();
  deps = opened.deps;
  await deps.store.transaction(async (tx) => {
    await tx.blockTypes.insert(type);
    await tx.blockSchemas.insert(schema, []);
  });
});

async function insert(
  overrides: Partial<Parameters<typeof aBlockDocument>[0]> = {},
  children: Readonly<Record<string, BlockDocument>> = {},
): Promise<BlockDocument> {
  const document = aBlockDocument({ blockTypeId: type.id, blockSchemaId: schema.id, ...overrides });
  const references = Object.entries(children).map(([name, child]) => ({
    parentId: document.id,
    childId: child.id,
    name,
  }));
  await deps.store.transaction((tx) => tx.blockDocuments.insert(document, references));
  return document;
}

async function damage(document: BlockDocument): Promise<void> {
  // What a disk or a foreign key would do.
  const { default: Sqlite } = await import("better-sqlite3");
  const file = new Sqlite(opened.file);
  file.prepare("update block_documents set ciphertext = 'AAAA' where id = ?").run(document.id);
  file.close();
}

function shown({ maskedData }: ResolvedDocument): string | null {
  return maskedData && printJson(toMaskedJson(maskedData));
}

describe("readBlockDocuments", () => {
  it("masks by schema and by a person's marks, children by their own", async () => {
    const child = await insert({ data: { key: "s", note: "s" }, secretMarks: [["note"]] });
    const parent = await insert({ data: { key: "s", note: "o" } }, { c: child });
    const resolved = await readBlockDocument(deps, parent.id);
    expect(shown(resolved)).toBe('{"key":"********","note":"o","c":{"key":"********","note":"********"}}');
    expect(printJson(revealResolvedData(resolved, "test"))).toBe(
      '{"key":"s","note":"o","c":{"key":"s","note":"s"}}',
    );
    expect(resolved.references.map(({ name, child: item }) => [name, item.document.id])).toEqual([
      ["c", child.id],
    ]);
  });

  it("keeps the order asked for and reads many in as few rounds as one", async () => {
    const child = await insert();
    const parents: BlockDocument[] = [];
    for (const _ of Array(20)) parents.push(await insert({}, { c: child, d: child }));
    let reads = 0;
    const count = <T extends object>(store: T): T =>
      new Proxy(store, {
        get: (target, name, self) => {
          reads++;
          return Reflect.get(target, name, self);
        },
      });
    const { blockTypes, blockSchemas, blockDocuments } = deps.store;
    const store = {
      ...deps.store,
      blockTypes: count(blockTypes),
      blockSchemas: count(blockSchemas),
      blockDocuments: count(blockDocuments),
    };
    const found = await blockDocuments.byIds(parents.map(({ id }) => id));
    const reversed = found.toSorted((a, b) => b.created - a.created);
    const resolved = await readBlockDocuments({ store }, reversed);
    expect(resolved.map(({ document }) => document.id)).toEqual(parents.map(({ id }) => id).toReversed());
    expect(reads).toBeLessThan(10);
  });

  it("shows a block whose data is damaged, or that refers to such a block, without data", async () => {
    const child = await insert({ data: { x: 1 } });
    const parent = await insert({ data: { y: 2 } }, { c: child });
    await damage(child);
    for (const id of [child.id, parent.id]) {
      const resolved = await readBlockDocument(deps, id);
      expect(resolved.maskedData).toBeNull();
      expect(() => revealResolvedData(resolved, "test")).toThrow("cannot be read");
    }
  });

  it("does not follow a circle that stands in the database", async () => {
    const a = await insert();
    const b = await insert({}, { a });
    const circle = { parentId: a.id, childId: b.id, name: "b" };
    await deps.store.transaction((tx) => tx.blockDocuments.update(a, [circle]));
    const resolved = await readBlockDocument(deps, b.id);
    expect([resolved.maskedData, resolved.references]).toEqual([null, []]);
  });

  it("finds by type and name, and says when there is none", async () => {
    const document = await insert({ name: "log-test" });
    expect((await readBlockDocumentByName(deps, "s3", "log-test")).document.id).toBe(document.id);
    await expect(readBlockDocumentByName(deps, "none", "log-test")).rejects.toThrow("not found");
    await expect(readBlockDocument(deps, anId())).rejects.toThrow("not found");
  });
});

describe("updateBlockDocument", () => {
  it("keeps the date of a secret that comes back masked and renews that of a changed one", async () => {
    const dates = { "/key": deps.now() };
    const { id } = await insert({ data: { key: "s", o: 1 }, secretDates: dates });
    const patch = async (data: Record<string, string>) => {
      const change = new Secret(new Map(Object.entries(data)));
      await updateBlockDocument(deps, id, { data: change, blockSchemaId: undefined, isMerge: true });
      return (await deps.store.blockDocuments.byId(id))?.secretDates["/key"];
    };
    expect(await patch({ key: "********" })).toBe(dates["/key"]);
    expect(await patch({ key: "new" })).toBeGreaterThan(dates["/key"]);
  });

  it("keeps what a person marked as secret under its mask", async () => {
    const { id } = await insert({ data: { note: "s" }, secretMarks: [["note"]] });
    const data = new Secret(new Map([["note", "********"]]));
    await updateBlockDocument(deps, id, { data, blockSchemaId: undefined, isMerge: true });
    const resolved = await readBlockDocument(deps, id);
    expect(printJson(revealResolvedData(resolved, "test"))).toBe('{"note":"s"}');
    expect(shown(resolved)).toBe('{"note":"********"}');
  });

  it("does not overwrite data that it cannot read", async () => {
    const document = await insert({ data: { x: 1 } });
    await damage(document);
    const change = { data: new Secret(new Map()), blockSchemaId: undefined, isMerge: false };
    const error = await updateBlockDocument(deps, document.id, change).catch((cause: unknown) => cause);
    expect(DomainError.is(error) && error.code).toBe("unreadable");
  });
});

describe("deleteBlockDocuments", () => {
  it("deletes all of them", async () => {
    const [a, b] = [await insert(), await insert()];
    await deleteBlockDocuments(deps, [a.id, b.id, a.id]);
    expect(await deps.store.blockDocuments.count({})).toBe(0);
  });

  it("deletes none when one does not exist, and names it", async () => {
    const [a, b] = [await insert(), await insert()];
    const missing = anId<BlockDocumentId>();
    await expect(deleteBlockDocuments(deps, [a.id, missing, b.id])).rejects.toThrow(missing);
    expect(await deps.store.blockDocuments.count({})).toBe(2);
  });
});
