import { beforeEach, describe, expect, it } from "vitest";
import type { BlockSchema, BlockSchemaReference, BlockType } from "@/lib/blocks/model";
import type { BlockSchemaFilter } from "@/lib/blocks/store";
import { isJsonObject, parseJson, printJson } from "@/lib/json";
import type { Store } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType, anId } from "@/lib/testing/builders";
import { openTestStore } from "@/lib/testing/template-db";

describe.each(["sqlite"])("block schemas on %s", () => {
  let store: Store;
  let type: BlockType;

  beforeEach(async () => {
    store = (await openTestStore()).store;
    type = aBlockType({ slug: "s3" });
    await store.transaction((tx) => tx.blockTypes.insert(type));
  });

  const insert = (schema: BlockSchema, references: readonly BlockSchemaReference[] = []) =>
    store.transaction((tx) => tx.blockSchemas.insert(schema, references));

  const insertAll = async (...schemas: readonly BlockSchema[]) => {
    for (const schema of schemas) await insert(schema);
  };

  const idsOf = async (filter: BlockSchemaFilter, page?: { limit: number; offset: number }) =>
    (await store.blockSchemas.list(filter, page)).map((schema) => schema.id);

  it("are remembered as they were committed, never as a change that was rolled back left them", async () => {
    const [parent, one, two] = [1, 2, 3].map((n) => aBlockSchema({ blockTypeId: type.id, version: `v${n}` }));
    if (!parent || !one || !two) throw new Error("three schemas");
    await insertAll(one, two);
    await insert(
      parent,
      [one, two].map((child) => ({ parentId: parent.id, childId: child.id, name: child.version })),
    );
    let seen: BlockSchema | undefined;
    const rolledBack = store.transaction(async (tx) => {
      await tx.blockSchemas.delete(one.id);
      seen = await tx.blockSchemas.byId(parent.id);
      throw new Error("boom");
    });
    await expect(rolledBack).rejects.toThrow("boom");
    await store.transaction((tx) => tx.blockSchemas.delete(two.id));

    const after = await store.blockSchemas.byId(parent.id);
    expect(after?.updated).toBe(seen?.updated);
    expect(after).not.toBe(seen);
    expect(await store.blockSchemas.byId(parent.id)).toBe(after);
  });

  it("keep the notation of numbers, the order of keys and odd keys of their fields", async () => {
    const text = '{"z":1.0,"1":{"__proto__":"p"},"big":12345678901234567890123,"a":"\\u0000 ö"}';
    const fields = parseJson(text);
    if (!isJsonObject(fields)) throw new Error("not an object");
    const schema = aBlockSchema({ blockTypeId: type.id, fields });
    await insert(schema);
    const stored = await store.blockSchemas.byId(schema.id);
    expect(printJson(stored?.fields ?? null)).toBe(text);
    expect(stored).toEqual(schema);
  });

  it("keep their capabilities verbatim, in order and with duplicates", async () => {
    const capabilities = ["write-path", "read-path", "write-path", 'a "b"'];
    const schema = aBlockSchema({ blockTypeId: type.id, capabilities });
    await insert(schema);
    expect(await store.blockSchemas.byIds([schema.id, anId()])).toEqual([schema]);
    expect(await store.blockSchemas.byId(anId())).toBeUndefined();
  });

  it("list distinct capabilities of all schemas", async () => {
    expect(await store.blockSchemas.capabilities()).toEqual([]);
    await insertAll(
      aBlockSchema({ blockTypeId: type.id, capabilities: ["b", "a"] }),
      aBlockSchema({ blockTypeId: type.id, capabilities: ["b", "c", "c"] }),
      aBlockSchema({ blockTypeId: type.id }),
    );
    expect(await store.blockSchemas.capabilities()).toEqual(["a", "b", "c"]);
  });

  it("are found by checksum: the newest, or the one of a version", async () => {
    const checksum = "sha256:same";
    const old = aBlockSchema({ blockTypeId: type.id, checksum, version: "1" });
    const recent = aBlockSchema({ blockTypeId: type.id, checksum, version: "2" });
    await insertAll(recent, old);
    expect(await store.blockSchemas.byChecksum(checksum)).toEqual(recent);
    expect(await store.blockSchemas.byChecksum(checksum, "1")).toEqual(old);
    expect(await store.blockSchemas.byChecksum(checksum, "3")).toBeUndefined();
    expect(await store.blockSchemas.byChecksum("sha256:other")).toBeUndefined();
  });

  it("are listed newest first and paged", async () => {
    const schemas = [1, 2, 3].map(() => aBlockSchema({ blockTypeId: type.id }));
    await insertAll(...schemas);
    const newestFirst = schemas.map((schema) => schema.id).reverse();
    expect(await idsOf({})).toEqual(newestFirst);
    expect(await idsOf({}, { limit: 1, offset: 0 })).toEqual(newestFirst.slice(0, 1));
    expect(await idsOf({}, { limit: 5, offset: 1 })).toEqual(newestFirst.slice(1));
  });

  it("are filtered by capabilities exactly: all of them, none by a part of its name", async () => {
    const both = aBlockSchema({ blockTypeId: type.id, capabilities: ["read-path", "write-path"] });
    const one = aBlockSchema({ blockTypeId: type.id, capabilities: ["read-path"] });
    const odd = aBlockSchema({ blockTypeId: type.id, capabilities: ['a","b', "%"] });
    await insertAll(both, one, odd);
    expect(await idsOf({ capabilities: ["read-path"] })).toEqual([one.id, both.id]);
    expect(await idsOf({ capabilities: ["write-path", "read-path"] })).toEqual([both.id]);
    expect(await idsOf({ capabilities: ["read"] })).toEqual([]);
    expect(await idsOf({ capabilities: ["READ-PATH"] })).toEqual([]);
    expect(await idsOf({ capabilities: ['a","b'] })).toEqual([odd.id]);
    expect(await idsOf({ capabilities: ["%"] })).toEqual([odd.id]);
    expect(await idsOf({ capabilities: ["a"] })).toEqual([]);
    expect(await idsOf({ capabilities: [] })).toHaveLength(3);
  });

  it("are filtered by conditions that all hold, or by one of them", async () => {
    const one = aBlockSchema({ blockTypeId: type.id, version: "1", capabilities: ["notify"] });
    const two = aBlockSchema({ blockTypeId: type.id, version: "2" });
    await insertAll(one, two);
    expect(await idsOf({ blockTypeIds: [type.id], versions: ["2"] })).toEqual([two.id]);
    expect(await idsOf({ ids: [one.id], versions: ["2"] })).toEqual([]);
    expect(await idsOf({ operator: "or", ids: [one.id], versions: ["2"] })).toEqual([two.id, one.id]);
    expect(await idsOf({ operator: "or", ids: [], capabilities: ["notify"] })).toEqual([one.id]);
    expect(await idsOf({ operator: "or", ids: [one.id], capabilities: [] })).toEqual([one.id]);
    expect(await idsOf({ operator: "or" })).toHaveLength(2);
    expect(await idsOf({ blockTypeIds: [] })).toEqual([]);
    const many = Array.from({ length: 10_000 }, () => anId<BlockSchema["id"]>());
    expect(await idsOf({ ids: [...many, two.id] })).toEqual([two.id]);
  });

  it("know the newest of each type", async () => {
    const other = aBlockType({ slug: "gcs" });
    const bare = aBlockType({ slug: "bare" });
    await store.transaction(async (tx) => {
      await tx.blockTypes.insert(other);
      await tx.blockTypes.insert(bare);
    });
    const first = aBlockSchema({ blockTypeId: type.id });
    const second = aBlockSchema({ blockTypeId: type.id });
    const twin = aBlockSchema({ blockTypeId: type.id, created: second.created });
    const others = aBlockSchema({ blockTypeId: other.id });
    await insertAll(twin, second, others, first);
    const latest = await store.blockSchemas.latestOfTypes([type.id, other.id, bare.id]);
    expect(latest.toSorted((a, b) => a.created - b.created)).toEqual([twin, others]);
    expect((await store.blockSchemas.list({ blockTypeIds: [type.id] }))[0]).toEqual(twin);
    expect(await store.blockSchemas.latestOfTypes([bare.id])).toEqual([]);
    expect(await store.blockSchemas.latestOfTypes([])).toEqual([]);
  });

  it("keep references in the order in which they were submitted", async () => {
    const children = [1, 2, 3].map(() => aBlockSchema({ blockTypeId: type.id }));
    await insertAll(...children);
    const parent = aBlockSchema({ blockTypeId: type.id });
    const references = [2, 0, 1].flatMap((index) => {
      const child = children[index];
      return child ? [{ parentId: parent.id, childId: child.id, name: index === 1 ? "a" : "z" }] : [];
    });
    await insert(parent, references);
    expect(references).toHaveLength(3);
    expect(await store.blockSchemas.referencesOf([parent.id])).toEqual(references);
    expect(await store.blockSchemas.referencesOf(children.map((child) => child.id))).toEqual([]);
  });

  it("are unique by checksum and version", async () => {
    const schema = aBlockSchema({ blockTypeId: type.id });
    await insert(schema);
    await expect(insert({ ...schema, id: anId() })).rejects.toMatchObject({ code: "conflict" });
    await insert({ ...schema, id: anId(), version: "other" });
    expect(await idsOf({})).toHaveLength(2);
  });

  it("are refused with an unknown type or an unknown child, and then nothing is stored", async () => {
    await expect(insert(aBlockSchema({ blockTypeId: anId() }))).rejects.toMatchObject({ code: "conflict" });
    const schema = aBlockSchema({ blockTypeId: type.id });
    const reference = { parentId: schema.id, childId: anId<BlockSchema["id"]>(), name: "child" };
    await expect(insert(schema, [reference])).rejects.toMatchObject({ code: "conflict" });
    expect(await idsOf({})).toEqual([]);
  });

  it("take their documents and references with them when deleted", async () => {
    const schema = aBlockSchema({ blockTypeId: type.id });
    const parent = aBlockSchema({ blockTypeId: type.id });
    await insert(schema);
    await insert(parent, [{ parentId: parent.id, childId: schema.id, name: "child" }]);
    const document = aBlockDocument({ blockTypeId: type.id, blockSchemaId: schema.id });
    await store.transaction((tx) => tx.blockDocuments.insert(document, []));

    expect(await store.transaction((tx) => tx.blockSchemas.delete(schema.id))).toBe(true);

    expect(await idsOf({})).toEqual([parent.id]);
    expect(await store.blockSchemas.referencesOf([parent.id])).toEqual([]);
    expect(await store.blockDocuments.byId(document.id)).toBeUndefined();
    expect(await store.blockTypes.byId(type.id)).toBeDefined();
    expect(await store.transaction((tx) => tx.blockSchemas.delete(schema.id))).toBe(false);
  });
});
