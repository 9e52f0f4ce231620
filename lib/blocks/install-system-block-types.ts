import { updateBlockType } from "@/lib/blocks/update-block-type";
import { catalog } from "@/lib/catalog";
import { seedCatalog, toSeededType } from "@/lib/catalog/seed";
import type { Deps } from "@/lib/store";

/** Registers the protected types where they are missing, and gives those that a client changed their texts back. */
export async function installSystemBlockTypes(deps: Deps): Promise<void> {
  const entries = catalog.filter((entry) => entry.isProtected);
  await deps.store.transaction(async (tx) => {
    const inside = { ...deps, store: tx };
    await seedCatalog(inside, entries);
    for (const entry of entries) {
      const type = await tx.blockTypes.bySlug(entry.slug);
      if (type) await updateBlockType(inside, type.id, toSeededType(entry));
    }
  });
}
