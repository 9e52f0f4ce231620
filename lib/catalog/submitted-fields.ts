import { computeChecksum } from "@/lib/blocks/checksum";
import { findCatalogEntry } from "@/lib/catalog";
import type { CatalogEntry } from "@/lib/catalog/define-block-type";
import { type Json, type JsonObject, toJson } from "@/lib/json";

/**
 * The `fields` with which a client would register this type: references carry checksums, computed here, and the
 * definitions of all blocks below it are included, each once and without definitions of its own.
 */
export function toSubmittedFields(entry: CatalogEntry): JsonObject {
  const known = submitted.get(entry);
  if (known) return known;
  const fields = joinFields(entry);
  submitted.set(entry, fields);
  return fields;
}

/** Every parent asks for the checksums of all blocks below it: entries are data and never change. */
const submitted = new WeakMap<CatalogEntry, JsonObject>();

function joinFields(entry: CatalogEntry): JsonObject {
  const definitions = definitionsOf(entry);
  const { block_schema_references: references, ...fields } = ownFields(entry);
  return new Map(
    Object.entries({
      ...fields,
      ...(definitions.size > 0 && { definitions }),
      block_schema_references: references,
    }),
  );
}

function ownFields(entry: CatalogEntry) {
  const { title, type, properties, required, secret_fields } = entry.schema;
  return {
    title,
    description: entry.description,
    type,
    properties: toJson(properties),
    ...(required && { required: toJson(required) }),
    block_type_slug: entry.slug,
    secret_fields: toJson(secret_fields),
    block_schema_references: referencesOf(entry),
  };
}

/** Plain models and enumerations of the type, then, for each block that it takes, the block's own and the block. */
function definitionsOf(entry: CatalogEntry): ReadonlyMap<string, Json> {
  const plain = Object.entries(entry.schema.definitions ?? {});
  const below = childrenOf(entry).flatMap((child) => [
    ...definitionsOf(child),
    [child.schema.title, new Map(Object.entries(ownFields(child)))] as const,
  ]);
  return new Map([...plain.map(([name, schema]) => [name, toJson(schema)] as const), ...below]);
}

function childrenOf(entry: CatalogEntry): readonly CatalogEntry[] {
  return [...new Set(Object.values(entry.references).flat())].map(requireEntry);
}

function referencesOf(entry: CatalogEntry): JsonObject {
  return new Map(
    Object.entries(entry.references).map(([field, slugs]) => {
      const references = slugs.map(
        (slug) =>
          new Map([
            ["block_schema_checksum", computeChecksum(toSubmittedFields(requireEntry(slug)))],
            ["block_type_slug", slug],
          ]),
      );
      const [only] = references;
      return [field, references.length === 1 && only ? only : references];
    }),
  );
}

function requireEntry(slug: string): CatalogEntry {
  const entry = findCatalogEntry(slug);
  if (!entry) throw new Error(`The catalogue refers to a block type that it does not have: ${slug}`);
  return entry;
}
