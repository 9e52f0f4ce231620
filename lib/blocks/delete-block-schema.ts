import { deleteWithSecretsHidden } from "@/lib/blocks/delete-with-secrets-hidden";
import { pauseOrphans } from "@/lib/blocks/pause-orphans";
import { DomainError } from "@/lib/errors";
import type { BlockSchemaId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** With its documents. @throws DomainError not_found, forbidden for a protected type. */
export async function deleteBlockSchema(deps: Deps, id: BlockSchemaId): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const schema = await tx.blockSchemas.byId(id);
    if (!schema) throw new DomainError("not_found", "Block schema not found");
    const type = await tx.blockTypes.byId(schema.blockTypeId);
    if (type?.isProtected) {
      throw new DomainError("forbidden", "Block schemas for protected block types cannot be deleted.");
    }
    await deleteWithSecretsHidden(tx, () => tx.blockSchemas.delete(id));
    await pauseOrphans({ ...deps, store: tx });
  });
}
