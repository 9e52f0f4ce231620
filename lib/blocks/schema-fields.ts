import { plainDefinitions } from "@/lib/blocks/checksum";
import type { BlockSchema, BlockSchemaReference } from "@/lib/blocks/model";
import type { BlockSchemaId, BlockTypeId } from "@/lib/ids";
import { isJsonObject, type Json, type JsonObject } from "@/lib/json";
import type { Deps } from "@/lib/store";

/** Blocks nested deeper than this are not followed. */
const maxDepth = 50;

/** What of submitted fields is stored: references become rows, definitions of other blocks are their schemas. */
export function toStoredFields(submitted: JsonObject): JsonObject {
  const stored = new Map(submitted);
  stored.delete("block_schema_references");
  const definitions = submitted.get("definitions");
  if (!isJsonObject(definitions)) return stored;
  const plain = plainDefinitions(submitted, definitions);
  if (plain.size > 0) stored.set("definitions", plain);
  else stored.delete("definitions");
  return stored;
}

/**
 * The `fields` that clients and forms read: what is stored, with `block_schema_references` and the definitions of all
 * nested blocks put back. Reads in batches, one round per level of nesting.
 */
export async function readFullFields(
  deps: Pick<Deps, "store">,
  schemas: readonly BlockSchema[],
): Promise<ReadonlyMap<BlockSchemaId, JsonObject>> {
  const family = await readFamily(deps, schemas);
  return new Map(schemas.map((schema) => [schema.id, buildFullFields(schema, family)]));
}

/** The schemas asked for and all their descendants. */
type Family = {
  readonly schemas: ReadonlyMap<BlockSchemaId, BlockSchema>;
  readonly children: ReadonlyMap<BlockSchemaId, readonly BlockSchemaReference[]>;
  readonly slugs: ReadonlyMap<BlockTypeId, string>;
};

async function readFamily({ store }: Pick<Deps, "store">, roots: readonly BlockSchema[]): Promise<Family> {
  const schemas = new Map(roots.map((schema) => [schema.id, schema]));
  const references: BlockSchemaReference[] = [];
  let level = [...schemas.keys()];
  for (let depth = 0; level.length > 0 && depth < maxDepth; depth++) {
    const found = await store.blockSchemas.referencesOf(level);
    references.push(...found);
    level = [...new Set(found.map((reference) => reference.childId))].filter((id) => !schemas.has(id));
    const children = level.length > 0 ? await store.blockSchemas.byIds(level) : [];
    for (const schema of children) schemas.set(schema.id, schema);
  }
  const typeIds = new Set(references.flatMap(({ childId }) => schemas.get(childId)?.blockTypeId ?? []));
  const types = typeIds.size > 0 ? await store.blockTypes.byIds([...typeIds]) : [];
  return {
    schemas,
    children: Map.groupBy(references, (reference) => reference.parentId),
    slugs: new Map(types.map((type) => [type.id, type.slug])),
  };
}

function buildFullFields(schema: BlockSchema, family: Family): JsonObject {
  const definitions = new Map<string, Json>();
  const full = new Map(ownFields(schema, family, definitions));
  for (const child of descendantsOf(schema, family)) {
    const fields = ownFields(child, family, definitions);
    const title = fields.get("title");
    const name = typeof title === "string" ? title : (family.slugs.get(child.blockTypeId) ?? child.id);
    definitions.set(name, fields);
  }
  if (definitions.size > 0) full.set("definitions", definitions);
  return full;
}

function descendantsOf(root: BlockSchema, family: Family): readonly BlockSchema[] {
  const seen = new Map<BlockSchemaId, BlockSchema>();
  const open = [root.id];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    for (const { childId } of family.children.get(id) ?? []) {
      const child = family.schemas.get(childId);
      if (!child || childId === root.id || seen.has(childId)) continue;
      seen.set(childId, child);
      open.push(childId);
    }
  }
  return [...seen.values()];
}

/** Fields of one schema with its references; its definitions move to the root. */
function ownFields(schema: BlockSchema, family: Family, definitions: Map<string, Json>): JsonObject {
  const fields = new Map(schema.fields);
  const own = fields.get("definitions");
  if (isJsonObject(own)) for (const [name, definition] of own) definitions.set(name, definition);
  // An empty `definitions` object that was submitted is as good as none.
  fields.delete("definitions");
  fields.set("block_schema_references", referencesOf(schema, family));
  return fields;
}

function referencesOf(schema: BlockSchema, family: Family): JsonObject {
  const byField = new Map<string, Map<string, JsonObject>>();
  for (const { childId, name } of family.children.get(schema.id) ?? []) {
    const child = family.schemas.get(childId);
    const slug = child && family.slugs.get(child.blockTypeId);
    if (!child || slug === undefined) continue;
    const entries = byField.get(name) ?? new Map<string, JsonObject>();
    const entry = new Map([
      ["block_schema_checksum", child.checksum],
      ["block_type_slug", slug],
    ]);
    byField.set(name, entries.set(`${slug} ${child.checksum}`, entry));
  }
  return new Map(
    [...byField].map(([name, entries]) => {
      const list = [...entries.values()];
      return [name, list.length === 1 && list[0] ? list[0] : list];
    }),
  );
}
