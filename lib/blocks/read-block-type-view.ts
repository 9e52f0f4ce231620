import { type FieldRow, listFieldRows } from "@/lib/blocks/field-rows";
import type { BlockDocument, BlockSchema, BlockType } from "@/lib/blocks/model";
import { readSchemaReading } from "@/lib/blocks/schema-reading";
import { shownCapabilities } from "@/lib/blocks/shown-capabilities";
import { extraSecretPaths } from "@/lib/catalog/extra-secret-paths";
import { type CatalogTexts, catalogTexts, fieldOverlays, registeredProse } from "@/lib/catalog/overlay";
import { compileForm } from "@/lib/forms/compile";
import type { BlockDocumentId, BlockSchemaId } from "@/lib/ids";
import { printJsonPretty } from "@/lib/json";
import type { Prose } from "@/lib/markdown/prose";
import type { Deps } from "@/lib/store";
import type { Micros } from "@/lib/time";

/** What the page of a block type shows. Holds no data of blocks but their names. */
export type BlockTypeView = CatalogTexts & {
  readonly slug: string;
  /** The description with its form, for a type that a client registered; else empty. */
  readonly prose: Prose;
  readonly capabilities: readonly string[];
  readonly fields: readonly FieldRow[];
  /** The types that a field refers to, by slug, as far as they are registered. */
  readonly typeNames: Readonly<Record<string, string>>;
  /** The newest ones. */
  readonly blocks: readonly {
    readonly id: BlockDocumentId;
    readonly name: string;
    readonly updated: Micros;
  }[];
  readonly blockCount: number;
  /** Newest first; the first one serves new blocks. */
  readonly schemas: readonly SchemaSummary[];
  /** The newest schema as indented JSON; absent when the type has none. */
  readonly rawSchema?: string;
};

export type SchemaSummary = {
  readonly id: BlockSchemaId;
  readonly checksum: string;
  readonly version: string;
  readonly created: Micros;
  readonly capabilities: readonly string[];
};

const shownBlocks = 5;

/** Undefined when no type has the slug. */
export async function readBlockTypeView(
  deps: Pick<Deps, "store">,
  slug: string,
): Promise<BlockTypeView | undefined> {
  const type = await deps.store.blockTypes.bySlug(slug);
  if (!type) return undefined;
  const schemas = await deps.store.blockSchemas.list({ blockTypeIds: [type.id] });
  const { blocks, blockCount } = await readBlocks(deps, type);
  const newest = schemas[0];
  const schemaView = newest ? await readSchema(deps, type, newest) : undefined;
  return {
    ...catalogTexts(type, newest?.capabilities),
    slug: type.slug,
    prose: registeredProse(type),
    capabilities: shownCapabilities(newest?.capabilities),
    fields: schemaView?.fields ?? [],
    typeNames: schemaView?.typeNames ?? {},
    blocks: blocks.map(({ id, name, updated }) => ({ id, name, updated })),
    blockCount,
    schemas: schemas.map(({ id, checksum, version, created, capabilities }) => ({
      id,
      checksum,
      version,
      created,
      capabilities: shownCapabilities(capabilities),
    })),
    ...(schemaView && { rawSchema: schemaView.raw }),
  };
}

async function readBlocks(
  { store }: Pick<Deps, "store">,
  type: BlockType,
): Promise<{ readonly blocks: readonly BlockDocument[]; readonly blockCount: number }> {
  const filter = { blockTypeIds: [type.id], isAnonymous: false };
  const blocks = await store.blockDocuments.list(filter, "updated_desc", { limit: shownBlocks, offset: 0 });
  return { blocks, blockCount: await store.blockDocuments.count(filter) };
}

async function readSchema(deps: Pick<Deps, "store">, type: BlockType, schema: BlockSchema) {
  const { fields: full } = await readSchemaReading(deps, schema);
  const fields = listFieldRows(compileForm(full, fieldOverlays(type.slug), extraSecretPaths(type.slug)));
  const slugs = [...new Set(fields.flatMap((field) => field.blockTypeSlugs))];
  const types = slugs.length > 0 ? await deps.store.blockTypes.list({ slugs }) : [];
  const typeNames = Object.fromEntries(types.map((each) => [each.slug, catalogTexts(each).name]));
  return { fields, typeNames, raw: printJsonPretty(full) };
}
