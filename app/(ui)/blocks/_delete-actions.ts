"use server";

import { revalidatePath } from "next/cache";
import type { DeleteResult } from "@/components/blocks/list/use-deletion";
import { deleteBlockDocuments } from "@/lib/blocks/delete-block-documents";
import { explainFailedDeletion } from "@/lib/blocks/explain-failed-deletion";
import { type DeletionPreview, previewDeletion } from "@/lib/blocks/preview-deletion";
import { DomainError } from "@/lib/errors";
import { type BlockDocumentId, parseUuid } from "@/lib/ids";
import { getContext } from "@/lib/server/context";

/** What uses these blocks, looked up now. */
export async function previewDeletionAction(ids: unknown): Promise<DeletionPreview> {
  return previewDeletion(getContext(), parseIds(ids));
}

/** Deletes all of these blocks or none, and refreshes the list. */
export async function deleteBlocksAction(ids: unknown): Promise<DeleteResult> {
  const context = getContext();
  const wanted = parseIds(ids);
  try {
    await deleteBlockDocuments(context, wanted);
    return { ok: true };
  } catch (error) {
    const isTold = DomainError.is(error) && error.code !== "unavailable";
    if (!isTold) context.log.error("deleting blocks failed", { error });
    return { ok: false, ...(await explainFailedDeletion(context, wanted, error)) };
  } finally {
    revalidatePath("/blocks");
  }
}

/** Only a request that this page did not make holds anything else than ids. */
function parseIds(ids: unknown): readonly BlockDocumentId[] {
  if (!Array.isArray(ids)) throw new DomainError("bad_request", "Give a list of block ids.");
  return ids.map((id) => {
    const parsed = typeof id === "string" ? parseUuid<BlockDocumentId>(id) : undefined;
    if (parsed === undefined) throw new DomainError("bad_request", "One of the block ids is no UUID.");
    return parsed;
  });
}
