import { pauseOrphans } from "@/lib/blocks/pause-orphans";
import { DomainError } from "@/lib/errors";
import type { BlockDocumentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** Blocks that refer to it lose the field, and deployments that use it are paused. @throws DomainError not_found */
export async function deleteBlockDocument(deps: Deps, id: BlockDocumentId): Promise<void> {
  const deleted = await deps.store.transaction(async (tx) => {
    const ids = await tx.blockDocuments.delete([id]);
    await pauseOrphans({ ...deps, store: tx });
    return ids;
  });
  if (deleted.length === 0) throw new DomainError("not_found", "Block document not found");
}
