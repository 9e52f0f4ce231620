import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { listBlocks } from "@/lib/blocks/list-blocks";
import { parseListQuery } from "@/lib/blocks/list-query";
import type { BlockDocument, BlockSchema, BlockType } from "@/lib/blocks/model";
import { previewDeletion } from "@/lib/blocks/preview-deletion";
import type { Store } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType, anId } from "@/lib/testing/builders";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";

let stage: TestStore;
let s3: { type: BlockType; schema: BlockSchema };
let job: { type: BlockType; schema: BlockSchema };

beforeEach(async () => {
  stage = await openTestStore();
  s3 = await addType({ slug: "s3", name: "S3" }, ["read-path", "write-path", "get-directory"]);
  job = await addType({ slug: "my-job", name: "Amjad's وظيفة" }, ["run-infrastructure"]);
});

async function addType(overrides: Partial<BlockType>, capabilities: readonly string[]) {
  const type = aBlockType(overrides);
  const schema = aBlockSchema({ blockTypeId: type.id, capabilities });
  await stage.store.transaction(async (tx) => {
    await tx.blockTypes.insert(type);
    await tx.blockSchemas.insert(schema, []);
  });
  return { type, schema };
}

type Options = Partial<Omit<BlockDocument, "data">> & {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly refersTo?: Readonly<Record<string, BlockDocument>>;
};

async function addBlock(name: string, { refersTo = {}, ...overrides }: Options = {}, kind = s3) {
  const document = aBlockDocument({
    name,
    blockTypeId: kind.type.id,
    blockSchemaId: kind.schema.id,
    ...overrides,
  });
  const references = Object.entries(refersTo).map(([field, child]) => ({
    parentId: document.id,
    childId: child.id,
    name: field,
  }));
  await stage.store.transaction((tx) => tx.blockDocuments.insert(document, references));
  return document;
}

async function damage(document: BlockDocument): Promise<void> {
  const { blockDocuments } = stage.dialect.tables;
  await stage.dialect.transaction(async (db) => {
    await db.update(blockDocuments).set({ ciphertext: "damaged" }).where(eq(blockDocuments.id, document.id));
  });
}

/** How often the body calls the store. */
async function countReads(body: (store: Store) => Promise<unknown>): Promise<number> {
  let reads = 0;
  const counting = <Noun extends object>(noun: Noun): Noun =>
    new Proxy(noun, {
      get: (target, key) => {
        reads += 1;
        return Reflect.get(target, key);
      },
    });
  const { store } = stage;
  await body({
    ...store,
    blockTypes: counting(store.blockTypes),
    blockSchemas: counting(store.blockSchemas),
    blockDocuments: counting(store.blockDocuments),
  });
  return reads;
}

const list = (params: Record<string, string> = {}) => listBlocks(stage.deps, parseListQuery(params));
const namesOf = async (params: Record<string, string>) => (await list(params)).rows.map((row) => row.name);

describe("the list of blocks", () => {
  test("is empty when there are none", async () => {
    expect(await list()).toMatchObject({ total: 0, found: 0, page: 1, pageCount: 1, rows: [], types: [] });
  });

  test("a row says what a block is, and holds nothing of its data", async () => {
    await addBlock("log-test", {
      data: { bucket_path: "visible-canary", aws_secret_access_key: "secret-canary" },
      updated: (Date.UTC(2026, 0, 31, 22) * 1000) as Micros,
    });
    const view = await list();
    expect(view.rows).toEqual([
      {
        id: expect.any(String),
        name: "log-test",
        typeSlug: "s3",
        typeName: "S3",
        isDeprecated: true,
        capabilities: ["get-directory", "read-path", "write-path"],
        usedBy: { blocks: 0, deployments: 0, names: [] },
        updated: { iso: "2026-01-31T22:00:00.000Z", age: "2 h ago", exact: "31 Jan 2026, 22:00:00 UTC" },
        isReadable: true,
        lostBlocks: [],
      },
    ]);
    expect(JSON.stringify(view)).not.toContain("canary");
  });

  test("a row names the deleted blocks whose places are still empty", async () => {
    const child = await addBlock("child");
    const parent = await addBlock("parent", { refersTo: { field: child, twice: child } });
    await stage.store.transaction((tx) => tx.blockDocuments.delete([child.id]));
    const { rows } = await list();
    expect(rows.map(({ name, lostBlocks }) => [name, lostBlocks])).toEqual([["parent", ["s3/child"]]]);
    await stage.store.transaction((tx) => tx.blockDocuments.update(parent, []));
    expect((await list()).rows[0]?.lostBlocks).toEqual([]);
  });

  test("anonymous blocks are neither listed nor counted", async () => {
    await addBlock("named");
    await addBlock("anonymous-1", { isAnonymous: true });
    expect(await list()).toMatchObject({ total: 1, found: 1, rows: [{ name: "named" }] });
  });

  test("search finds parts of block, type and slug names; filters narrow it; the total stays", async () => {
    await addBlock("raw-events");
    await addBlock("event-job", {}, job);
    expect(await namesOf({ q: "EVENT" })).toEqual(["event-job", "raw-events"]);
    expect(await namesOf({ q: "amjad" })).toEqual(["event-job"]);
    expect(await namesOf({ q: "event", type: "s3" })).toEqual(["raw-events"]);
    expect(await namesOf({ capability: "run-infrastructure" })).toEqual(["event-job"]);
    expect(await list({ q: "nothing-like-it" })).toMatchObject({ total: 2, found: 0, rows: [] });
  });

  test("a wildcard in the search is only a character", async () => {
    await addBlock("raw-events");
    expect(await namesOf({ q: "%" })).toEqual([]);
    expect(await namesOf({ q: "raw_events" })).toEqual([]);
  });

  test("sorts by name, type and time of update", async () => {
    await addBlock("b", {}, job);
    await addBlock("c");
    await addBlock("a");
    expect(await namesOf({})).toEqual(["a", "c", "b"]);
    expect(await namesOf({ sort: "oldest" })).toEqual(["b", "c", "a"]);
    expect(await namesOf({ sort: "name" })).toEqual(["a", "b", "c"]);
    expect(await namesOf({ sort: "name-desc" })).toEqual(["c", "b", "a"]);
    expect(await namesOf({ sort: "type" })).toEqual(["b", "a", "c"]);
  });

  test("pages of fifty neither repeat nor skip a block; a page beyond the end is the last one", async () => {
    for (let index = 0; index < 120; index++) await addBlock(`block-${String(index).padStart(3, "0")}`);
    const pages = await Promise.all(["1", "2", "3"].map((page) => list({ sort: "name", page })));
    expect(pages.map((view) => view.rows.length)).toEqual([50, 50, 20]);
    const names = pages.flatMap((view) => view.rows.map((row) => row.name));
    expect(new Set(names).size).toBe(120);
    expect(names).toEqual([...names].sort());
    expect(await list({ page: "9", sort: "name" })).toMatchObject({ page: 3, pageCount: 3, found: 120 });
  });

  test("the types offered are those with blocks, and the chosen one", async () => {
    await addBlock("a");
    expect((await list()).types).toEqual([{ slug: "s3", name: "S3", count: 1 }]);
    expect((await list({ type: "my-job" })).types).toEqual([
      { slug: "my-job", name: "Amjad's وظيفة", count: 0 },
      { slug: "s3", name: "S3", count: 1 },
    ]);
    expect((await list({ type: "no-such-type" })).types).toHaveLength(1);
    expect((await list()).capabilities).toContain("run-infrastructure");
  });

  test("a block counts once as user, however many of its fields refer to another", async () => {
    const child = await addBlock("child");
    await addBlock("parent-b", { refersTo: { one: child, two: child } }, job);
    await addBlock("parent-a", { refersTo: { one: child } }, job);
    const row = (await list({ q: "child" })).rows[0];
    expect(row?.usedBy).toEqual({ blocks: 2, deployments: 0, names: ["parent-a", "parent-b"] });
  });

  test("one block that cannot be decrypted is one marked row, not an empty list", async () => {
    const broken = await addBlock("broken");
    await addBlock("whole");
    await damage(broken);
    expect((await list({ sort: "name" })).rows).toMatchObject([
      { name: "broken", isReadable: false },
      { name: "whole", isReadable: true },
    ]);
  });

  test("the number of reads does not grow with the number of rows", async () => {
    for (let index = 0; index < 5; index++) await addBlock(`block-${index}`);
    const read = (store: Store) => listBlocks({ ...stage.deps, store }, parseListQuery({}));
    const few = await countReads(read);
    for (let index = 5; index < 45; index++) await addBlock(`block-${index}`);
    expect(await countReads(read)).toBe(few);
    expect(few).toBeGreaterThan(3);
  });
});

describe("the preview of a deletion", () => {
  test("names blocks that stay and lose a value, with the fields; blocks deleted along are no users", async () => {
    const child = await addBlock("child");
    const along = await addBlock("along", { refersTo: { storage: child } });
    const stays = await addBlock("stays", { refersTo: { storage: child, cache: child } }, job);
    const gone = anId<BlockDocument["id"]>();
    expect(await previewDeletion(stage.deps, [child.id, along.id, gone])).toEqual({
      missing: [gone],
      users: [
        {
          id: stays.id,
          name: "stays",
          typeName: "Amjad's وظيفة",
          fields: ["storage", "cache"],
          uses: "child",
        },
      ],
      deployments: [],
    });
  });

  test("is empty for a block that nothing uses", async () => {
    const block = await addBlock("alone");
    expect(await previewDeletion(stage.deps, [block.id])).toEqual({
      missing: [],
      users: [],
      deployments: [],
    });
  });
});
