import { beforeEach, describe, expect, test } from "vitest";
import { type CatalogView, listCatalog } from "@/lib/blocks/list-catalog";
import type { BlockType } from "@/lib/blocks/model";
import type { Deps } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { openTestStore } from "@/lib/testing/template-db";

const all = { text: "", capability: "" };
let deps: Deps;

beforeEach(async () => {
  deps = (await openTestStore()).deps;
});

async function add(type: Partial<BlockType>, capabilities: string[], fields: string[] = [], blocks = 0) {
  const blockType = aBlockType(type);
  const properties = Object.fromEntries(
    fields.map((key) => [key, { title: key.toUpperCase(), type: "string" }]),
  );
  const schema = aBlockSchema({
    blockTypeId: blockType.id,
    capabilities,
    fields: { title: blockType.name, type: "object", properties },
  });
  await deps.store.transaction(async (tx) => {
    await tx.blockTypes.insert(blockType);
    await tx.blockSchemas.insert(schema, []);
    for (let count = 0; count < blocks; count++) {
      const document = aBlockDocument({ blockTypeId: blockType.id, blockSchemaId: schema.id });
      await tx.blockDocuments.insert(document, []);
    }
  });
  return { blockType, schema };
}

function slugs(view: CatalogView): string[] {
  return [...view.groups.flatMap((group) => group.cards), ...view.deprecated].map((card) => card.slug);
}

describe("the catalogue", () => {
  test("groups types by category in the order of the categories, by name within, and counts blocks", async () => {
    await add({ slug: "acme-store", name: "Acme Store" }, ["write-path"], [], 2);
    await add({ slug: "runner", name: "Runner" }, ["run-infrastructure"]);
    await add({ slug: "b-store", name: "Ä Store" }, ["read-path", "write-path"]);
    await add({ slug: "zz", name: "Zz" }, []);
    const view = await listCatalog(deps, all);
    expect(view.groups.map(({ heading, cards }) => [heading, cards.map((card) => card.slug)])).toEqual([
      ["Storage", ["b-store", "acme-store"]],
      ["Infrastructure", ["runner"]],
      ["Other", ["zz"]],
    ]);
    expect(view).toMatchObject({ total: 4, shown: 4, deprecated: [] });
    expect(view.groups[0]?.cards[1]).toMatchObject({ name: "Acme Store", blockCount: 2, hasSchema: true });
    expect(view.capabilities).toEqual([
      { name: "write-path", count: 2 },
      { name: "read-path", count: 1 },
      { name: "run-infrastructure", count: 1 },
    ]);
  });

  test("a capability keeps the types whose newest schema has it, and the choice of capabilities stays whole", async () => {
    const { blockType } = await add({ slug: "was-a-runner" }, ["run-infrastructure"]);
    await add({ slug: "runner" }, ["run-infrastructure"]);
    const newer = aBlockSchema({ blockTypeId: blockType.id, capabilities: ["notify"] });
    await deps.store.transaction((tx) => tx.blockSchemas.insert(newer, []));
    const view = await listCatalog(deps, { text: "", capability: "run-infrastructure" });
    expect(slugs(view)).toEqual(["runner"]);
    expect(view).toMatchObject({ total: 2, shown: 1 });
    expect(view.capabilities.map((each) => each.name)).toEqual(["notify", "run-infrastructure"]);
    expect(slugs(await listCatalog(deps, { text: "", capability: "no-such" }))).toEqual([]);
  });

  test("a search looks into name, slug, description and field names, best match first, all words needed", async () => {
    await add({ slug: "a", name: "Alpha", description: "Reads a **bucket**." }, []);
    await add({ slug: "b", name: "Beta" }, [], ["bucket_path"]);
    await add({ slug: "bucket-slug", name: "Gamma" }, []);
    await add({ slug: "d", name: "My Bucket" }, []);
    await add({ slug: "e", name: "Bucket" }, []);
    await add({ slug: "f", name: "Other" }, []);
    const view = await listCatalog(deps, { text: " BUCKET ", capability: "" });
    expect(slugs(view)).toEqual(["e", "d", "bucket-slug", "a", "b"]);
    expect(view.groups).toHaveLength(1);
    expect(view.groups[0]?.heading).toBeNull();
    expect(view.groups[0]?.cards[4]?.matchedField).toBe("BUCKET_PATH");
    expect(view.groups[0]?.cards[3]).not.toHaveProperty("matchedField");
    expect(slugs(await listCatalog(deps, { text: "my bucket", capability: "" }))).toEqual(["d"]);
    expect(slugs(await listCatalog(deps, { text: "%", capability: "" }))).toEqual([]);
  });

  test("deprecated types come last whatever matches best, with their successor", async () => {
    await add({ slug: "s3", name: "S3", description: "registered by a client" }, ["write-path"]);
    await add({ slug: "my-s3", name: "My S3" }, ["write-path"]);
    const view = await listCatalog(deps, { text: "s3", capability: "" });
    expect(slugs(view)).toEqual(["my-s3", "s3"]);
    expect(view.deprecated[0]?.deprecated?.successor?.name).toBe("S3 Bucket");
    expect(view.deprecated[0]?.description).not.toContain("registered by a client");
  });

  test("a type that a client registered reads as plain text, and without a schema it says so", async () => {
    const type = aBlockType({
      slug: "mine",
      name: "Mine",
      description: "&lt;b&gt;Bold&lt;/b&gt; [link](https://example.org)",
    });
    await deps.store.transaction((tx) => tx.blockTypes.insert(type));
    const view = await listCatalog(deps, all);
    expect(view.groups[0]?.cards[0]).toEqual({
      slug: "mine",
      name: "Mine",
      description: "Bold link",
      capabilities: [],
      blockCount: 0,
      hasSchema: false,
    });
  });
});
