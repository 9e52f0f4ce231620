import { beforeEach, describe, expect, it } from "vitest";
import { aBlockType, anId } from "@/lib/testing/builders";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";

describe.each(["sqlite"])("block types on %s", () => {
  let store: TestStore["store"];

  beforeEach(async () => {
    store = (await openTestStore()).store;
  });

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
    await store.transaction((tx) => tx.blockTypes.insert(type));
    expect(await store.blockTypes.byId(type.id)).toEqual(type);
    expect(await store.blockTypes.bySlug("s3")).toEqual(type);
    expect(await store.blockTypes.byIds([type.id, anId()])).toEqual([type]);
    expect(await store.blockTypes.bySlug("S3")).toBeUndefined();
    expect(await store.blockTypes.byId(anId())).toBeUndefined();
  });
});
