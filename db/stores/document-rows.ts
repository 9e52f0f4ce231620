import "server-only";
import type { Tables } from "@/db/tables";
import type { BlockDocument, FoundDocument } from "@/lib/blocks/model";
import { DomainError } from "@/lib/errors";
import { isJsonObject, type JsonObject, parseJson, printJson } from "@/lib/json";
import type { Cipher } from "@/lib/secrets/cipher";
import { Secret } from "@/lib/secrets/secret";

type DocumentRow = Tables["blockDocuments"]["$inferSelect"];
/** `hasReferences`: the engine's own truth, which some write as a number. */
export type FoundRow = DocumentRow & { readonly hasReferences: unknown };

/** A row that cannot be read has `data: null`; the rest of it is still good to show, and to delete. */
export function toDocument(row: FoundRow, cipher: Cipher): FoundDocument {
  return {
    id: row.id,
    created: row.created,
    updated: row.updated,
    name: row.name,
    isAnonymous: row.isAnonymous,
    blockTypeId: row.blockTypeId,
    blockSchemaId: row.blockSchemaId,
    // Without the marks nobody knows which values a person marked as secret: show none.
    data: row.secretMarks === null ? null : decrypt(row, cipher),
    secretMarks: row.secretMarks ?? [],
    secretDates: row.secretDates ?? {},
    hasReferences: Boolean(row.hasReferences),
  };
}

/** Encrypts the data for this row only: the row's id is authenticated with it. */
export function toDocumentRow(document: BlockDocument, cipher: Cipher): DocumentRow {
  if (document.data === null) {
    throw new DomainError(
      "unreadable",
      `The data of block "${document.name}" cannot be read, so the block cannot be saved. Restore it from a backup or delete the block.`,
    );
  }
  return {
    id: document.id,
    created: document.created,
    updated: document.updated,
    name: document.name,
    isAnonymous: document.isAnonymous,
    blockTypeId: document.blockTypeId,
    blockSchemaId: document.blockSchemaId,
    ...cipher.encrypt(printJson(document.data.reveal("encrypted at rest")), document.id),
    secretMarks: document.secretMarks,
    secretDates: document.secretDates,
  };
}

function decrypt(row: DocumentRow, cipher: Cipher): Secret<JsonObject> | null {
  try {
    const data = parseJson(cipher.decrypt(row.keyId, row.ciphertext, row.id));
    return isJsonObject(data) ? new Secret(data) : null;
  } catch {
    return null;
  }
}
