import { computeChecksum } from "@/lib/blocks/checksum";
import type { BlockSchema, BlockSchemaReference } from "@/lib/blocks/model";
import { toStoredFields } from "@/lib/blocks/schema-fields";
import { DomainError } from "@/lib/errors";
import type { BlockSchemaId, BlockTypeId } from "@/lib/ids";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "@/lib/json";
import type { Deps } from "@/lib/store";

export type NewBlockSchema = {
  /** As a client submits them: with `block_schema_references` and all definitions. */
  readonly fields: JsonObject;
  readonly blockTypeId: BlockTypeId;
  readonly capabilities: readonly string[];
  readonly version: string;
};

/** The version of schemas that nobody gave one. */
export const noVersion = "non-versioned";

const maxDepth = 50;

/**
 * Registers a schema, and the schemas of nested blocks that are not known yet. Idempotent: where checksum and version
 * exist, the stored schema comes back unchanged, even when it belongs to another type.
 * @throws DomainError not_found for an unknown type, conflict for a nested block whose type is unknown, invalid for
 * references that cannot be understood.
 */
export async function createBlockSchema(
  deps: Deps,
  input: NewBlockSchema,
): Promise<{ readonly schema: BlockSchema; readonly isNew: boolean }> {
  const checksum = computeChecksum(input.fields);
  const existing = await deps.store.blockSchemas.byChecksum(checksum, input.version);
  if (existing && (await deps.store.blockTypes.byId(input.blockTypeId))) {
    return { schema: existing, isNew: false };
  }
  return deps.store.transaction(async (tx) => {
    if (!(await tx.blockTypes.byId(input.blockTypeId))) {
      throw new DomainError("not_found", `Block type ${input.blockTypeId} not found.`);
    }
    return register({ ...deps, store: tx }, input, 0);
  });
}

async function register(
  deps: Deps,
  input: NewBlockSchema,
  depth: number,
): Promise<{ readonly schema: BlockSchema; readonly isNew: boolean }> {
  const checksum = computeChecksum(input.fields);
  const existing = await deps.store.blockSchemas.byChecksum(checksum, input.version);
  if (existing) return { schema: existing, isNew: false };
  const id = deps.newId<BlockSchemaId>();
  const references: BlockSchemaReference[] = [];
  for (const nested of readReferences(input.fields)) {
    const child = await findOrRegisterChild(deps, input.fields, nested, depth);
    const isDouble = references.some((other) => other.childId === child.id && other.name === nested.field);
    if (!isDouble) references.push({ parentId: id, childId: child.id, name: nested.field });
  }
  const created = deps.now();
  const schema = {
    id,
    created,
    updated: created,
    checksum,
    fields: toStoredFields(input.fields),
    blockTypeId: input.blockTypeId,
    capabilities: input.capabilities,
    version: input.version,
  };
  await deps.store.blockSchemas.insert(schema, references);
  return { schema, isNew: true };
}

type NestedBlock = { readonly field: string; readonly slug: string; readonly checksum: string };

/** The entries of `block_schema_references`; a field that takes several types has a list. */
function readReferences(fields: JsonObject): readonly NestedBlock[] {
  const references = fields.get("block_schema_references") ?? null;
  if (references === null) return [];
  if (!isJsonObject(references)) {
    throw invalidReference([], "`block_schema_references` must be an object of field names.");
  }
  return [...references].flatMap(([field, entry]) =>
    (isJsonArray(entry) ? entry : [entry]).map((item) => readReference(field, item)),
  );
}

function readReference(field: string, entry: Json): NestedBlock {
  const slug = isJsonObject(entry) ? entry.get("block_type_slug") : undefined;
  const checksum = isJsonObject(entry) ? entry.get("block_schema_checksum") : undefined;
  if (typeof slug === "string" && typeof checksum === "string") return { field, slug, checksum };
  throw invalidReference(
    [field],
    "A reference needs the texts `block_type_slug` and `block_schema_checksum`.",
  );
}

async function findOrRegisterChild(
  deps: Deps,
  parent: JsonObject,
  nested: NestedBlock,
  depth: number,
): Promise<BlockSchema> {
  const { store } = deps;
  const type = await store.blockTypes.bySlug(nested.slug);
  if (!type) {
    throw new DomainError(
      "conflict",
      `Cannot create block schema because block type '${nested.slug}' was not found.Did you forget to register the block type?`,
    );
  }
  const known = await store.blockSchemas.byChecksum(nested.checksum);
  if (known) return known;
  const definition = findDefinition(parent, nested);
  if (!definition) {
    throw invalidReference(
      [nested.field],
      `The schema of the nested block type '${nested.slug}' is neither registered nor in \`definitions\`. Register it first.`,
    );
  }
  if (depth >= maxDepth) {
    throw invalidReference([nested.field], `Blocks may not be nested deeper than ${maxDepth} levels.`);
  }
  // As in Prefect the child gets all definitions of its root: its checksum depends on them.
  const fields = new Map(definition).set("definitions", parent.get("definitions") ?? null);
  const input = { fields, blockTypeId: type.id, capabilities: [], version: noVersion };
  return (await register(deps, input, depth + 1)).schema;
}

/** The definition that the property names; of several, the one of the right block type. */
function findDefinition(parent: JsonObject, nested: NestedBlock): JsonObject | undefined {
  const definitions = parent.get("definitions");
  const properties = parent.get("properties");
  if (!isJsonObject(definitions) || !isJsonObject(properties)) return undefined;
  const candidates = [...definitionNames(properties.get(nested.field) ?? null)]
    .map((name) => definitions.get(name))
    .filter(isJsonObject);
  return (
    candidates.find((candidate) => candidate.get("block_type_slug") === nested.slug) ??
    (candidates.length === 1 ? candidates[0] : undefined)
  );
}

function definitionNames(value: Json): readonly string[] {
  if (isJsonArray(value)) return value.flatMap(definitionNames);
  if (!isJsonObject(value)) return [];
  const target = value.get("$ref");
  const own = typeof target === "string" ? [target.replace("#/definitions/", "")] : [];
  return [...own, ...[...value.values()].flatMap(definitionNames)];
}

function invalidReference(path: readonly string[], message: string): DomainError {
  const issue = { path: ["fields", "block_schema_references", ...path], message };
  return new DomainError("invalid", message, { issues: [issue] });
}
