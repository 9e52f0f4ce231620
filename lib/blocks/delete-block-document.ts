import { DomainError } from "@/lib/errors";
import type { BlockDocumentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** Blocks that refer to it lose the field. @throws DomainError not_found */
export async function deleteBlockDocument(deps: Deps, id: BlockDocumentId): Promise<void> {
  const deleted = await deps.store.transaction((tx) => tx.blockDocuments.delete([id]));
  if (deleted.length === 0) throw new DomainError("not_found", "Block document not found");
}
