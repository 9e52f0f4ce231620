import { createBlockSchema } from "@/lib/blocks/create-block-schema";
import { createBlockType, type NewBlockType } from "@/lib/blocks/create-block-type";
import type { BlockType } from "@/lib/blocks/model";
import { updateBlockType } from "@/lib/blocks/update-block-type";
import { catalog } from "@/lib/catalog";
import type { CatalogEntry } from "@/lib/catalog/define-block-type";
import { toSubmittedFields } from "@/lib/catalog/submitted-fields";
import type { Deps } from "@/lib/store";

/** The version of seeded schemas. Raise it when a structure changes, so that the new one becomes the newest. */
export const catalogVersion = "1.0.0";

/**
 * Registers what is missing of the built-in catalogue: types, their newest schemas, the protection of a type. What a
 * client registered or changed stays: a type's texts are never overwritten, and a schema that is known is not newer
 * than one that a client added since. Entries stand after those that they refer to.
 */
export async function seedCatalog(deps: Deps, entries: readonly CatalogEntry[] = catalog): Promise<void> {
  for (const entry of entries) {
    const type = await findOrCreateType(deps, entry);
    await createBlockSchema(deps, {
      fields: toSubmittedFields(entry),
      blockTypeId: type.id,
      capabilities: entry.capabilities,
      version: catalogVersion,
    });
  }
}

/** What the row of a built-in type holds, beside its slug. */
export function toSeededType(entry: CatalogEntry): Omit<NewBlockType, "slug"> {
  const { name, description, documentationUrl, isProtected } = entry;
  const codeExample = `\`\`\`python\n${entry.example}\n\`\`\``;
  return { name, description, codeExample, documentationUrl, isProtected, logoUrl: null };
}

async function findOrCreateType(deps: Deps, entry: CatalogEntry): Promise<BlockType> {
  const { slug, isProtected } = entry;
  const existing = await deps.store.blockTypes.bySlug(slug);
  if (!existing) return createBlockType(deps, { slug, ...toSeededType(entry) });
  if (!isProtected || existing.isProtected) return existing;
  return updateBlockType(deps, existing.id, { isProtected });
}
