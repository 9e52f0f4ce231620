import { beforeEach, describe, expect, it } from "vitest";
import type { BlockDocument, BlockSchema, BlockType } from "@/lib/blocks/model";
import type { Store } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { openTestStore } from "@/lib/testing/template-db";

describe.each(["sqlite"])("references of block documents on %s", () => {
  let store: Store;
  let type: BlockType;
  let childType: BlockType;
  let schema: BlockSchema;
  let childSchema: BlockSchema;
  let parent: BlockDocument;
  let child: BlockDocument;

  beforeEach(async () => {
    store = (await openTestStore()).store;
    type = aBlockType({ slug: "parent" });
    childType = aBlockType({ slug: "child" });
    schema = aBlockSchema({ blockTypeId: type.id });
    childSchema = aBlockSchema({ blockTypeId: childType.id });
    parent = aBlockDocument({ blockTypeId: type.id, blockSchemaId: schema.id, data: { list: [null] } });
    child = aBlockDocument({ blockTypeId: childType.id, blockSchemaId: childSchema.id, name: "one" });
    await store.transaction(async (tx) => {
      for (const each of [type, childType]) await tx.blockTypes.insert(each);
      for (const each of [schema, childSchema]) await tx.blockSchemas.insert(each, []);
      await tx.blockDocuments.insert(child, []);
    });
  });

  const at = (name: string, path?: string) => ({ parentId: parent.id, name, ...(path && { path }) });
  const insertParent = (...places: readonly ReturnType<typeof at>[]) =>
    store.transaction((tx) =>
      tx.blockDocuments.insert(
        parent,
        places.map((place) => ({ ...place, childId: child.id })),
      ),
    );
  const lost = { typeSlug: "child", name: "one" };

  it("may stand below one key at several places, but only once at each", async () => {
    await insertParent(at("list", "/0"), at("list", "/1/inner"), at("child"));
    const rows = [at("list", "/0"), at("list", "/1/inner"), at("child")];
    expect(await store.blockDocuments.referencesFrom([parent.id])).toEqual(
      rows.map((row) => ({ ...row, childId: child.id })),
    );
    expect(await store.blockDocuments.referencesTo([child.id])).toHaveLength(3);
    await expect(
      store.transaction((tx) => {
        const twice = [at("list", "/0"), at("list", "/0")].map((place) => ({ ...place, childId: child.id }));
        return tx.blockDocuments.update(parent, twice);
      }),
    ).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("refers to two blocks") });
  });

  it.each([
    ["itself", (tx: Store) => tx.blockDocuments.delete([child.id])],
    ["with its schema", (tx: Store) => tx.blockSchemas.delete(childSchema.id)],
    ["with its type", (tx: Store) => tx.blockTypes.delete(childType.id)],
  ])("are lost when the child is deleted %s: its label is left", async (_, remove) => {
    await insertParent(at("child"), at("list", "/0"));
    expect(await store.blockDocuments.lostReferencesFrom([parent.id])).toEqual([]);
    await store.transaction<unknown>((tx) => remove(tx));
    expect(await store.blockDocuments.referencesFrom([parent.id])).toEqual([]);
    expect(await store.blockDocuments.referencesTo([child.id])).toEqual([]);
    expect(await store.blockDocuments.lostReferencesFrom([parent.id])).toEqual([
      { ...at("child"), lost },
      { ...at("list", "/0"), lost },
    ]);
    expect((await store.blockDocuments.byId(parent.id))?.hasReferences).toBe(true);
  });

  it("stay lost only as far as an update says so", async () => {
    await insertParent(at("child"), at("list", "/0"));
    await store.transaction((tx) => tx.blockDocuments.delete([child.id]));
    const [first, second] = await store.blockDocuments.lostReferencesFrom([parent.id]);
    if (!first || !second) throw new Error("nothing is lost");
    await store.transaction((tx) => tx.blockDocuments.update(parent, [], [second]));
    expect(await store.blockDocuments.lostReferencesFrom([parent.id])).toEqual([second]);
    await store.transaction((tx) => tx.blockDocuments.update(parent, []));
    expect(await store.blockDocuments.lostReferencesFrom([parent.id])).toEqual([]);
    expect((await store.blockDocuments.byId(parent.id))?.hasReferences).toBe(false);
  });

  it("go with the parent, lost ones too", async () => {
    await insertParent(at("child"));
    await store.transaction((tx) => tx.blockDocuments.delete([child.id]));
    await store.transaction((tx) => tx.blockDocuments.delete([parent.id]));
    expect(await store.blockDocuments.lostReferencesFrom([parent.id])).toEqual([]);
  });
});
