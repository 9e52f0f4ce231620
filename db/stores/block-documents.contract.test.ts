import { beforeEach, describe, expect, it } from "vitest";
import type { BlockDocument, BlockDocumentReference, BlockSchema, BlockType } from "@/lib/blocks/model";
import { revealData } from "@/lib/blocks/model";
import { isJsonObject, parseJson, printJson } from "@/lib/json";
import type { Store } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType, anId } from "@/lib/testing/builders";
import { openTestStore } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";

describe.each(["sqlite"])("block documents on %s", () => {
  let store: Store;
  let type: BlockType;
  let schema: BlockSchema;

  beforeEach(async () => {
    store = (await openTestStore()).store;
    type = aBlockType({ slug: "s3", name: "S3" });
    schema = aBlockSchema({ blockTypeId: type.id });
    await store.transaction(async (tx) => {
      await tx.blockTypes.insert(type);
      await tx.blockSchemas.insert(schema, []);
    });
  });

  const aBlock = (overrides: Partial<Parameters<typeof aBlockDocument>[0]> = {}) =>
    aBlockDocument({ blockTypeId: type.id, blockSchemaId: schema.id, ...overrides });

  const insert = (document: BlockDocument, references: readonly BlockDocumentReference[] = []) =>
    store.transaction((tx) => tx.blockDocuments.insert(document, references));

  const refer = (parent: BlockDocument, name: string, child: BlockDocument) => ({
    parentId: parent.id,
    childId: child.id,
    name,
  });

  it("come back as they were stored: data without loss, marks, dates, flags", async () => {
    const text = '{"b":1.0,"10":[{"big":12345678901234567890123}],"a":null,"__proto__":"ö\\u0000"}';
    const data = parseJson(text);
    if (!isJsonObject(data)) throw new Error("not an object");
    const document = aBlock({
      name: "log-test",
      isAnonymous: true,
      data,
      secretMarks: [
        ["env", "API_KEY"],
        ["list", "*"],
      ],
      secretDates: { "/env/API_KEY": 1_700_000_000_000_001 as Micros, "": 1 as Micros },
    });
    await insert(document);
    const stored = await store.blockDocuments.byId(document.id);
    if (!stored) throw new Error("not stored");
    expect(printJson(revealData(stored, "test"))).toBe(text);
    expect({ ...stored, data: null }).toEqual({ ...document, data: null, hasReferences: false });
  });

  it("are found by type slug and name, anonymous ones too", async () => {
    const hidden = aBlock({ name: "hidden", isAnonymous: true });
    await insert(aBlock({ name: "log-test" }));
    await insert(hidden);
    expect((await store.blockDocuments.bySlugAndName("s3", "hidden"))?.id).toBe(hidden.id);
    expect(await store.blockDocuments.bySlugAndName("s3", "none")).toBeUndefined();
    expect(await store.blockDocuments.bySlugAndName("gcs", "hidden")).toBeUndefined();
    await store.transaction(async (tx) => {
      expect((await tx.blockDocuments.bySlugAndName("s3", "hidden"))?.id).toBe(hidden.id);
    });
  });

  it("have a name of their own within their type, anonymous or not", async () => {
    await insert(aBlock({ name: "log-test" }));
    for (const isAnonymous of [false, true]) {
      await expect(insert(aBlock({ name: "log-test", isAnonymous }))).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining('"log-test"'),
      });
    }
    const other = aBlockType({ slug: "gcs" });
    await store.transaction(async (tx) => {
      await tx.blockTypes.insert(other);
      await tx.blockDocuments.insert(aBlock({ name: "log-test", blockTypeId: other.id }), []);
    });
    expect(await store.blockDocuments.count({})).toBe(2);
  });

  it("are refused with an unknown schema, type or child, and then nothing is stored", async () => {
    await expect(insert(aBlock({ blockSchemaId: anId() }))).rejects.toMatchObject({ code: "conflict" });
    await expect(insert(aBlock({ blockTypeId: anId() }))).rejects.toMatchObject({ code: "conflict" });
    const [parent, child] = [aBlock({ name: "parent" }), aBlock()];
    await expect(insert(parent, [refer(parent, "bucket", child)])).rejects.toMatchObject({
      code: "conflict",
      message: 'Field "bucket" of block "parent" refers to a block that does not exist.',
    });
    expect(await store.blockDocuments.count({})).toBe(0);
  });

  it("are updated as a whole, with their set of references", async () => {
    const [parent, one, two] = [aBlock({ data: { a: 1 } }), aBlock(), aBlock()];
    await insert(one);
    await insert(two);
    await insert(parent, [refer(parent, "kept", one), refer(parent, "gone", two)]);
    const changed = { ...aBlock({ data: { b: [] } }), id: parent.id, secretMarks: [["b"]] };
    const references = [refer(parent, "new", two), refer(parent, "kept", one)];
    await store.transaction((tx) => tx.blockDocuments.update(changed, references));
    const stored = await store.blockDocuments.byId(parent.id);
    if (!stored) throw new Error("not stored");
    expect(printJson(revealData(stored, "test"))).toBe('{"b":[]}');
    expect({ ...stored, data: null }).toEqual({ ...changed, data: null, hasReferences: true });
    expect(await store.blockDocuments.referencesFrom([parent.id])).toEqual(references);
  });

  it("are not updated when unknown, when the name is taken or when a child is unknown", async () => {
    const [first, second] = [aBlock({ name: "first" }), aBlock({ name: "second" })];
    await insert(first);
    await insert(second);
    const update = (document: BlockDocument, references: readonly BlockDocumentReference[] = []) =>
      store.transaction((tx) => tx.blockDocuments.update(document, references));
    await expect(update(aBlock())).rejects.toMatchObject({ code: "not_found" });
    await expect(update({ ...second, name: "first" })).rejects.toMatchObject({ code: "conflict" });
    const renamed = { ...second, name: "renamed" };
    await expect(update(renamed, [refer(second, "x", aBlock())])).rejects.toMatchObject({ code: "conflict" });
    expect((await store.blockDocuments.byId(second.id))?.name).toBe("second");
  });

  it("cannot be saved while their data cannot be read, so the stored bytes are not lost", async () => {
    const document = aBlock();
    await insert(document);
    const unreadable = { ...document, data: null };
    await expect(store.transaction((tx) => tx.blockDocuments.update(unreadable, []))).rejects.toMatchObject({
      code: "unreadable",
    });
    await expect(insert({ ...unreadable, id: anId() })).rejects.toMatchObject({ code: "unreadable" });
  });

  it("lose references in both directions when deleted; the answer is what existed", async () => {
    const [parent, child, grandchild] = [aBlock(), aBlock(), aBlock()];
    await insert(grandchild);
    await insert(child, [refer(child, "below", grandchild)]);
    await insert(parent, [refer(parent, "below", child)]);
    expect(await store.blockDocuments.referencesTo([child.id, grandchild.id])).toEqual([
      refer(parent, "below", child),
      refer(child, "below", grandchild),
    ]);
    const deleted = await store.transaction((tx) => tx.blockDocuments.delete([child.id, anId()]));
    expect(deleted).toEqual([child.id]);
    expect(await store.blockDocuments.referencesFrom([parent.id, child.id])).toEqual([]);
    expect(await store.blockDocuments.referencesTo([child.id, grandchild.id])).toEqual([]);
    expect(await store.blockDocuments.count({})).toBe(2);
    expect(await store.transaction((tx) => tx.blockDocuments.delete([]))).toEqual([]);
  });

  it("are read, referred to and deleted by ten thousand ids", async () => {
    const [parent, child] = [aBlock(), aBlock()];
    await insert(child);
    await insert(parent, [refer(parent, "below", child)]);
    const many = Array.from({ length: 10_000 }, () => anId<BlockDocument["id"]>());
    const ids = [...many, parent.id, child.id];
    expect(await store.blockDocuments.byIds(ids)).toHaveLength(2);
    expect(await store.blockDocuments.count({ ids })).toBe(2);
    expect(await store.blockDocuments.referencesFrom(ids)).toHaveLength(1);
    expect(await store.blockDocuments.referencesTo(ids)).toHaveLength(1);
    expect(await store.transaction((tx) => tx.blockDocuments.delete(ids))).toHaveLength(2);
  });

  it("count named blocks by type", async () => {
    await insert(aBlock());
    await insert(aBlock());
    await insert(aBlock({ isAnonymous: true }));
    const bare = aBlockType({ slug: "bare" });
    await store.transaction((tx) => tx.blockTypes.insert(bare));
    expect(await store.blockDocuments.countByType()).toEqual(new Map([[type.id, 2]]));
  });
});
