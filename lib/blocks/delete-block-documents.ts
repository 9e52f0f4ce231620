import { pauseOrphans } from "@/lib/blocks/pause-orphans";
import { DomainError } from "@/lib/errors";
import type { BlockDocumentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/**
 * Deletes all of these blocks, or none when one does not exist. References to them vanish too, and deployments that use one are paused.
 * @throws DomainError not_found naming the missing ids.
 */
export async function deleteBlockDocuments(deps: Deps, ids: readonly BlockDocumentId[]): Promise<void> {
  const wanted = [...new Set(ids)];
  await deps.store.transaction(async (tx) => {
    const deleted = new Set(await tx.blockDocuments.delete(wanted));
    const missing = wanted.filter((id) => !deleted.has(id));
    if (missing.length > 0) {
      throw new DomainError(
        "not_found",
        `Nothing was deleted, because these blocks do not exist: ${missing.join(", ")}. Reload the list and try again.`,
      );
    }
    await pauseOrphans({ ...deps, store: tx });
  });
}
