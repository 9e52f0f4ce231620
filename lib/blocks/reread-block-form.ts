import { z } from "zod";
import { type EditBlockFormView, readEditBlockForm } from "@/lib/blocks/read-block-form";
import { DomainError } from "@/lib/errors";
import { type BlockDocumentId, type BlockSchemaId, parseUuid } from "@/lib/ids";
import type { Deps } from "@/lib/store";
import type { Micros } from "@/lib/time";

const inputSchema = z.strictObject({
  documentId: z.string(),
  schemaId: z.string().optional(),
  since: z.int().nonnegative(),
});

/**
 * The form of a block that somebody else has saved while it was edited: `{ documentId, schemaId?, since }`. `since` is
 * the state with which the editing began, `schemaId` the schema to which the block was to be moved.
 * @throws DomainError not_found, unreadable, bad_request.
 */
export async function rereadBlockForm(deps: Pick<Deps, "store">, input: unknown): Promise<EditBlockFormView> {
  const parsed = inputSchema.safeParse(input);
  const id = parsed.success ? parseUuid<BlockDocumentId>(parsed.data.documentId) : undefined;
  const wanted = parsed.success ? parsed.data.schemaId : undefined;
  const schema = wanted === undefined ? undefined : parseUuid<BlockSchemaId>(wanted);
  if (!parsed.success || !id || (wanted !== undefined && !schema)) {
    throw new DomainError("bad_request", "The form sent something incomplete. Reload it and try again.");
  }
  const since = parsed.data.since as Micros; // compared with a time, never stored
  const form = await readEditBlockForm(deps, id, { since, ...(schema && { schema }) });
  if (form) return form;
  throw new DomainError("not_found", "This block was deleted meanwhile. Nothing was saved.");
}
