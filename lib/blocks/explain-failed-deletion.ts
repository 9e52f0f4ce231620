import { type DeletionPreview, previewDeletion } from "@/lib/blocks/preview-deletion";
import { DomainError } from "@/lib/errors";
import type { BlockDocumentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/**
 * What a person is told when a deletion failed. Looks up what is missing only where that is the reason: a database that has just failed would fail
 * again.
 */
export async function explainFailedDeletion(
  deps: Pick<Deps, "store">,
  ids: readonly BlockDocumentId[],
  error: unknown,
): Promise<Pick<DeletionPreview, "missing"> & { readonly message: string }> {
  if (!DomainError.is(error)) {
    return { missing: [], message: "The server could not delete anything. Its log says why." };
  }
  const isStale = error.code === "not_found" || error.code === "conflict";
  return { missing: isStale ? (await previewDeletion(deps, ids)).missing : [], message: error.message };
}
