import { beforeEach, describe, expect, it } from "vitest";
import { computeChecksum } from "@/lib/blocks/checksum";
import { createBlockDocument } from "@/lib/blocks/create-block-document";
import { createBlockSchema } from "@/lib/blocks/create-block-schema";
import { createBlockType } from "@/lib/blocks/create-block-type";
import { deleteBlockType } from "@/lib/blocks/delete-block-type";
import { type BlockSchema, type BlockType, revealData } from "@/lib/blocks/model";
import { readFullFields } from "@/lib/blocks/schema-fields";
import { updateBlockType } from "@/lib/blocks/update-block-type";
import { catalog } from "@/lib/catalog";
import { catalogVersion, seedCatalog } from "@/lib/catalog/seed";
import { toSubmittedFields } from "@/lib/catalog/submitted-fields";
import { toJson } from "@/lib/json";
import { Secret } from "@/lib/secrets/secret";
import type { Deps } from "@/lib/store";
import { openTestStore } from "@/lib/testing/template-db";

let deps: Deps;
beforeEach(async () => {
  deps = (await openTestStore()).deps;
});

async function readAll(): Promise<{ types: readonly BlockType[]; schemas: readonly BlockSchema[] }> {
  return { types: await deps.store.blockTypes.list({}), schemas: await deps.store.blockSchemas.list({}) };
}

async function typeOf(slug: string): Promise<BlockType> {
  const type = await deps.store.blockTypes.bySlug(slug);
  if (!type) throw new Error(`${slug} is missing`);
  return type;
}

async function newestSchemaOf(type: BlockType): Promise<BlockSchema | undefined> {
  return (await deps.store.blockSchemas.latestOfTypes([type.id]))[0];
}

describe("seedCatalog on an empty database", () => {
  it("registers each type with our texts and exactly one schema", async () => {
    await seedCatalog(deps);
    const { types, schemas } = await readAll();
    expect(types.map(({ slug }) => slug).sort()).toEqual(catalog.map(({ slug }) => slug).sort());
    expect(schemas).toHaveLength(catalog.length);
    for (const entry of catalog) {
      const type = await typeOf(entry.slug);
      expect(type).toMatchObject({
        name: entry.name,
        description: entry.description,
        codeExample: `\`\`\`python\n${entry.example}\n\`\`\``,
        logoUrl: null,
        documentationUrl: entry.documentationUrl,
        isProtected: entry.isProtected,
      });
      expect(await newestSchemaOf(type)).toMatchObject({
        checksum: computeChecksum(toSubmittedFields(entry)),
        capabilities: entry.capabilities,
        version: catalogVersion,
      });
    }
  });

  it("links a schema to the seeded schema of the block that it takes, so that fields read back as submitted", async () => {
    await seedCatalog(deps);
    for (const entry of catalog) {
      const schema = await newestSchemaOf(await typeOf(entry.slug));
      if (!schema) throw new Error(`${entry.slug} has no schema`);
      const fields = (await readFullFields(deps, [schema])).get(schema.id);
      expect(fields && computeChecksum(fields)).toBe(schema.checksum);
      const references = await deps.store.blockSchemas.referencesOf([schema.id]);
      const expected = Object.entries(entry.references).flatMap(([name, slugs]) => slugs.map(() => name));
      expect(references.map(({ name }) => name)).toEqual(expected);
    }
  });
});

describe("seedCatalog on a database in use", () => {
  beforeEach(async () => {
    await seedCatalog(deps);
  });

  it("changes no row the second time", async () => {
    const before = await readAll();
    await seedCatalog(deps);
    expect(await readAll()).toEqual(before);
  });

  it("leaves the texts that a client changed", async () => {
    const { id } = await typeOf("s3");
    await updateBlockType(deps, id, {
      description: "Client's words",
      codeExample: null,
      logoUrl: "https://x.test/l.png",
    });
    const before = await readAll();
    await seedCatalog(deps);
    expect(await readAll()).toEqual(before);
  });

  it("does not put our schema on top of one that a client registered since", async () => {
    const type = await typeOf("s3");
    const fields = toJson({ title: "S3", type: "object", properties: {}, block_type_slug: "s3" });
    if (!(fields instanceof Map)) throw new Error("no object");
    const { schema } = await createBlockSchema(deps, {
      fields,
      blockTypeId: type.id,
      capabilities: [],
      version: "9.9",
    });
    await seedCatalog(deps);
    expect((await newestSchemaOf(type))?.id).toBe(schema.id);
    expect(await deps.store.blockSchemas.list({ blockTypeIds: [type.id] })).toHaveLength(2);
  });

  it("does not touch documents", async () => {
    const type = await typeOf("s3");
    const schema = await newestSchemaOf(type);
    if (!schema) throw new Error("no schema");
    const { document } = await createBlockDocument(deps, {
      name: "log-test",
      isAnonymous: false,
      blockTypeId: type.id,
      blockSchemaId: schema.id,
      data: new Secret(new Map([["bucket_path", "my-bucket"]])),
    });
    await seedCatalog(deps);
    const after = await deps.store.blockDocuments.byId(document.id);
    expect({ ...after, data: after && revealData(after, "test") }).toEqual({
      ...document,
      hasReferences: false,
      data: revealData(document, "test"),
    });
  });

  it("brings back a type that was deleted", async () => {
    await deleteBlockType(deps, (await typeOf("s3")).id);
    await seedCatalog(deps);
    expect((await newestSchemaOf(await typeOf("s3")))?.version).toBe(catalogVersion);
  });
});

it("protects a type that a client registered before, and keeps its texts", async () => {
  const texts = { name: "Secret", description: "Client's words", codeExample: null };
  const urls = { logoUrl: null, documentationUrl: null };
  await createBlockType(deps, { slug: "secret", ...texts, ...urls, isProtected: false });
  await seedCatalog(deps);
  expect(await typeOf("secret")).toMatchObject({ ...texts, isProtected: true });
});

it("never takes a protection away", async () => {
  const urls = { logoUrl: null, documentationUrl: null };
  await createBlockType(deps, {
    slug: "s3",
    name: "S3",
    description: null,
    codeExample: null,
    ...urls,
    isProtected: true,
  });
  await seedCatalog(deps);
  expect((await typeOf("s3")).isProtected).toBe(true);
});
