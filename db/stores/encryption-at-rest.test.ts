import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { openSqlite } from "@/db/sqlite";
import { openStore } from "@/db/stores/open-store";
import type { BlockDocument } from "@/lib/blocks/model";
import { revealData } from "@/lib/blocks/model";
import type { Store } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { openTestStore, testCipher } from "@/lib/testing/template-db";

const canary = "canary-31af-secret-value";

async function insertBlocks(store: Store, count: number): Promise<readonly BlockDocument[]> {
  const type = aBlockType({ slug: "s3" });
  const schema = aBlockSchema({ blockTypeId: type.id });
  const blocks = Array.from({ length: count }, (_, index) =>
    aBlockDocument({
      blockTypeId: type.id,
      blockSchemaId: schema.id,
      name: `b${index}`,
      data: { key: canary },
    }),
  );
  await store.transaction(async (tx) => {
    await tx.blockTypes.insert(type);
    await tx.blockSchemas.insert(schema, []);
    for (const block of blocks) await tx.blockDocuments.insert(block, []);
  });
  return blocks;
}

/** What somebody else did to the file. */
function tamper(file: string, statement: string): void {
  const connection = new BetterSqlite3(file);
  expect(connection.prepare(statement).run().changes).toBe(1);
  connection.close();
}

it("leaves no byte of a block's data in any file of the database", async () => {
  const { store, dialect, file } = await openTestStore();
  const [block] = await insertBlocks(store, 1);
  if (!block) throw new Error("not made");
  await store.transaction((tx) => tx.blockDocuments.update({ ...block, name: "findable-name" }, []));
  const files = () => readdirSync(dirname(file)).map((name) => readFileSync(join(dirname(file), name)));
  expect(files().length).toBeGreaterThan(1);
  expect(files().some((bytes) => bytes.includes("findable-name"))).toBe(true);
  expect(files().some((bytes) => bytes.includes(canary))).toBe(false);
  await dialect.close();
  expect(files()).toHaveLength(1);
  expect(files().some((bytes) => bytes.includes("findable-name"))).toBe(true);
  expect(files().some((bytes) => bytes.includes(canary))).toBe(false);
});

it.each([
  ["altered bytes", "update block_documents set ciphertext = 'AAAA' where name = 'b1'"],
  [
    "another row's bytes",
    "update block_documents set ciphertext = (select ciphertext from block_documents where name = 'b0') where name = 'b1'",
  ],
  ["an unknown key", "update block_documents set key_id = 'none' where name = 'b1'"],
  ["unreadable secret marks", "update block_documents set secret_marks = '[[' where name = 'b1'"],
])("shows a block with %s without data, and every other block as it is", async (_case, statement) => {
  const { store, file } = await openTestStore();
  await insertBlocks(store, 3);
  tamper(file, statement);
  const found = await store.blockDocuments.search({}, "name_asc", { limit: 10, offset: 0 });
  expect(found.map((block) => [block.name, block.data === null])).toEqual([
    ["b0", false],
    ["b1", true],
    ["b2", false],
  ]);
  expect(found[1]?.secretMarks).toEqual([]);
});

it("shows a block whose secret dates are damaged, with its data", async () => {
  const { store, file } = await openTestStore();
  await insertBlocks(store, 1);
  tamper(file, "update block_documents set secret_dates = 'x'");
  const block = await store.blockDocuments.bySlugAndName("s3", "b0");
  expect(block?.data).not.toBeNull();
  expect(block?.secretDates).toEqual({});
});

it("refuses a schema whose fields are damaged: nobody would know its secrets", async () => {
  const { store, file } = await openTestStore();
  await insertBlocks(store, 1);
  tamper(file, "update block_schemas set fields = '[]'");
  await expect(store.blockSchemas.list({})).rejects.toMatchObject({ code: "unreadable" });
});

it("reads old blocks after a change of the key and encrypts new ones with the new key", async () => {
  const { store, file, dialect } = await openTestStore();
  const blocks = await insertBlocks(store, 2);
  await dialect.close();

  const keyIds: string[] = [];
  const rotated = openSqlite({ file, onLocked: (ids) => keyIds.push(...ids) });
  const rotatedStore = openStore(rotated, testCipher("ba"));
  const [first, second] = await rotatedStore.blockDocuments.byIds(blocks.map((block) => block.id));
  if (!first || !second) throw new Error("not stored");
  expect(revealData(first, "test").get("key")).toBe(canary);
  await rotatedStore.transaction((tx) => tx.blockDocuments.update(first, []));
  await rotated.close();
  expect(keyIds).toEqual([testCipher("a").activeKeyId]);

  const later = openSqlite({ file });
  const laterStore = openStore(later, testCipher("b"));
  expect((await laterStore.blockDocuments.byId(first.id))?.data?.reveal("test").get("key")).toBe(canary);
  expect((await laterStore.blockDocuments.byId(second.id))?.data).toBeNull();
  await later.close();
});
