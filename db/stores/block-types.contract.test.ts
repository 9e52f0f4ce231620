import { beforeEach, describe, expect, it } from "vitest";
import type { BlockType } from "@/lib/blocks/model";
import type { BlockTypeFilter } from "@/lib/blocks/store";
import type { Store } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType, anId } from "@/lib/testing/builders";
import { openTestStore } from "@/lib/testing/template-db";

describe.each(["sqlite"])("block types on %s", () => {
  let store: Store;

  beforeEach(async () => {
    store = (await openTestStore()).store;
  });

  const insert = (...types: readonly BlockType[]) =>
    store.transaction(async (tx) => {
      for (const type of types) await tx.blockTypes.insert(type);
    });

  const slugsOf = async (filter: BlockTypeFilter, page?: { limit: number; offset: number }) =>
    (await store.blockTypes.list(filter, page)).map((type) => type.slug);

  it("come back as they were stored, texts byte by byte", async () => {
    const type = aBlockType({
      slug: "s3",
      name: "S3 — Größe 📦",
      logoUrl: "https://example.com/a.png",
      documentationUrl: "https://example.com/docs",
      description: 'a < b & "c"\n\u0000end',
      codeExample: "print('x')\t",
      isProtected: true,
    });
    await insert(type);
    expect(await store.blockTypes.byId(type.id)).toEqual(type);
    expect(await store.blockTypes.bySlug("s3")).toEqual(type);
    expect(await store.blockTypes.byIds([type.id, anId()])).toEqual([type]);
    expect(await store.blockTypes.bySlug("S3")).toBeUndefined();
    expect(await store.blockTypes.byId(anId())).toBeUndefined();
  });

  it("are listed by name, upper case before lower case, then by id", async () => {
    const names = ["b", "B", "ä", "a", "Z", "a"];
    await insert(...names.map((name, index) => aBlockType({ name, slug: `${name}-${index}` })));
    expect(await slugsOf({})).toEqual(["B-1", "Z-4", "a-3", "a-5", "b-0", "ä-2"]);
  });

  it("are paged without repeating or skipping any", async () => {
    await insert(...Array.from({ length: 5 }, (_, index) => aBlockType({ name: "same", slug: `s${index}` })));
    expect(await slugsOf({}, { limit: 2, offset: 0 })).toEqual(["s0", "s1"]);
    expect(await slugsOf({}, { limit: 2, offset: 4 })).toEqual(["s4"]);
    expect(await slugsOf({}, { limit: 0, offset: 0 })).toEqual([]);
    expect(await slugsOf({}, { limit: 9, offset: 9 })).toEqual([]);
  });

  it("are found by a part of their name whatever the case, with % and _ as wildcards", async () => {
    await insert(
      aBlockType({ name: "Docker Container", slug: "docker-container" }),
      aBlockType({ name: "ÄRGER", slug: "aerger" }),
      aBlockType({ name: "100%", slug: "percent" }),
    );
    expect(await slugsOf({ nameLike: "CONT" })).toEqual(["docker-container"]);
    expect(await slugsOf({ nameLike: "d%r_c" })).toEqual(["docker-container"]);
    expect(await slugsOf({ nameLike: "är" })).toEqual(["aerger"]);
    expect(await slugsOf({ nameLike: "" })).toHaveLength(3);
    expect(await slugsOf({ nameLike: "' or 1=1 --" })).toEqual([]);
    await expect(slugsOf({ nameLike: "x".repeat(60_000) })).rejects.toMatchObject({ code: "bad_request" });
  });

  it("are found by slug; an empty list matches nothing; all conditions must hold", async () => {
    await insert(aBlockType({ slug: "s3" }), aBlockType({ slug: "gcs" }));
    expect(await slugsOf({ slugs: ["s3", "none"] })).toEqual(["s3"]);
    expect(await slugsOf({ slugs: [] })).toEqual([]);
    expect(await slugsOf({ slugs: ["s3"], nameLike: "gcs" })).toEqual([]);
  });

  it("are found by ten thousand slugs or ids", async () => {
    const type = aBlockType({ slug: "s3" });
    await insert(type);
    const slugs = Array.from({ length: 10_000 }, (_, index) => `none-${index}`);
    expect(await slugsOf({ slugs: [...slugs, "s3"] })).toEqual(["s3"]);
    expect(await store.blockTypes.byIds([...slugs.map(() => anId<BlockType["id"]>()), type.id])).toEqual([
      type,
    ]);
  });

  it("are found by what one of their schemas matches", async () => {
    const [s3, secret] = [aBlockType({ slug: "s3" }), aBlockType({ slug: "secret" })];
    await insert(s3, secret);
    await store.transaction(async (tx) => {
      const capabilities = ["read-path", "write-path"];
      await tx.blockSchemas.insert(aBlockSchema({ blockTypeId: s3.id, capabilities }), []);
      await tx.blockSchemas.insert(aBlockSchema({ blockTypeId: s3.id, version: "2" }), []);
      await tx.blockSchemas.insert(aBlockSchema({ blockTypeId: secret.id }), []);
    });
    expect(await slugsOf({ schema: { capabilities: ["write-path"] } })).toEqual(["s3"]);
    expect(await slugsOf({ schema: { capabilities: ["write-path"], versions: ["2"] } })).toEqual([]);
    expect(await slugsOf({ schema: {} })).toEqual(["s3", "secret"]);
    expect(await slugsOf({ schema: {}, slugs: ["secret"] })).toEqual(["secret"]);
  });

  it("have slugs of their own, but may share a name", async () => {
    await insert(aBlockType({ slug: "s3", name: "S3" }));
    await expect(insert(aBlockType({ slug: "s3", name: "Other" }))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining('"s3"'),
    });
    await insert(aBlockType({ slug: "s3-again", name: "S3" }));
    expect(await slugsOf({})).toEqual(["s3", "s3-again"]);
  });

  it("are updated as a whole", async () => {
    const type = aBlockType({ slug: "s3", description: "old", logoUrl: "https://example.com" });
    const other = aBlockType({ slug: "gcs" });
    await insert(type, other);
    const changed = { ...type, description: "new", logoUrl: null };
    await store.transaction((tx) => tx.blockTypes.update(changed));
    expect(await store.blockTypes.byId(type.id)).toEqual(changed);
    expect(await store.blockTypes.byId(other.id)).toEqual(other);
    await expect(
      store.transaction((tx) => tx.blockTypes.update({ ...other, slug: "s3" })),
    ).rejects.toMatchObject({ code: "conflict" });
    await expect(store.transaction((tx) => tx.blockTypes.update(aBlockType()))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("take their schemas, documents and all references with them when deleted", async () => {
    const [gone, kept] = [aBlockType({ slug: "gone" }), aBlockType({ slug: "kept" })];
    const goneSchema = aBlockSchema({ blockTypeId: gone.id });
    const keptSchema = aBlockSchema({ blockTypeId: kept.id });
    const goneBlock = aBlockDocument({ blockTypeId: gone.id, blockSchemaId: goneSchema.id });
    const keptBlock = aBlockDocument({ blockTypeId: kept.id, blockSchemaId: keptSchema.id });
    await insert(gone, kept);
    await store.transaction(async (tx) => {
      await tx.blockSchemas.insert(goneSchema, []);
      await tx.blockSchemas.insert(keptSchema, [
        { parentId: keptSchema.id, childId: goneSchema.id, name: "child" },
      ]);
      await tx.blockDocuments.insert(goneBlock, []);
      await tx.blockDocuments.insert(keptBlock, [
        { parentId: keptBlock.id, childId: goneBlock.id, name: "child" },
      ]);
    });

    expect(await store.transaction((tx) => tx.blockTypes.delete(gone.id))).toBe(true);

    expect(await slugsOf({})).toEqual(["kept"]);
    const [left, ...others] = await store.blockSchemas.list({});
    expect([left, others]).toEqual([{ ...keptSchema, updated: expect.any(Number) }, []]);
    expect(left?.updated).toBeGreaterThan(keptSchema.updated);
    expect(await store.blockSchemas.referencesOf([keptSchema.id])).toEqual([]);
    expect(await store.blockDocuments.byId(goneBlock.id)).toBeUndefined();
    expect(await store.blockDocuments.byId(keptBlock.id)).toBeDefined();
    expect(await store.blockDocuments.referencesFrom([keptBlock.id])).toEqual([]);
    expect(await store.transaction((tx) => tx.blockTypes.delete(gone.id))).toBe(false);
  });
});
