import { deleteWithSecretsHidden } from "@/lib/blocks/delete-with-secrets-hidden";
import { pauseOrphans } from "@/lib/blocks/pause-orphans";
import { DomainError } from "@/lib/errors";
import type { BlockTypeId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** With its schemas and documents. @throws DomainError not_found, forbidden for a protected type. */
export async function deleteBlockType(deps: Deps, id: BlockTypeId): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const type = await tx.blockTypes.byId(id);
    if (!type) throw new DomainError("not_found", "Block type not found");
    if (type.isProtected) throw new DomainError("forbidden", "protected block types cannot be deleted.");
    await deleteWithSecretsHidden(tx, () => tx.blockTypes.delete(id));
    await pauseOrphans({ ...deps, store: tx });
  });
}
