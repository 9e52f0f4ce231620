import { computeChecksum } from "@/lib/blocks/checksum";
import { findCatalogEntry } from "@/lib/catalog";
import type { CatalogEntry } from "@/lib/catalog/define-block-type";
import { type JsonObject, toJson } from "@/lib/json";

/**
 * The `fields` with which a client would register this type: references carry checksums, computed here, and the
 * definitions of the blocks that the type refers to are included.
 */
export function toSubmittedFields(entry: CatalogEntry): JsonObject {
  const { title, type, properties, required, secret_fields, definitions } = entry.schema;
  const children = childrenOf(entry);
  const blocks = new Map(children.map((child) => [child.schema.title, toSubmittedFields(child)]));
  const plain = Object.entries(definitions ?? {}).map(([name, schema]) => [name, toJson(schema)] as const);
  const all = new Map([...plain, ...blocks]);
  return new Map(
    Object.entries({
      title,
      description: entry.description,
      type,
      properties: toJson(properties),
      ...(required && { required: toJson(required) }),
      block_type_slug: entry.slug,
      secret_fields: toJson(secret_fields),
      ...(all.size > 0 && { definitions: all }),
      block_schema_references: referencesOf(entry),
    }),
  );
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
