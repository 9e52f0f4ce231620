import "server-only";
import type { Tables } from "@/db/tables";
import type { BlockDocument } from "@/lib/blocks/model";
import { DomainError } from "@/lib/errors";
import { isJsonObject, type JsonObject, parseJson, printJson } from "@/lib/json";
import type { Cipher } from "@/lib/secrets/cipher";
import { Secret } from "@/lib/secrets/secret";

export type DocumentRow = Tables["blockDocuments"]["$inferSelect"];

/** A row that cannot be read has `data: null`; the rest of it is still good to show, and to delete. */
export function toDocument(row: DocumentRow, cipher: Cipher): BlockDocument {
  const { keyId: _keyId, ciphertext: _ciphertext, secretMarks, secretDates, ...plain } = row;
  // Without the marks nobody knows which values a person marked as secret: show none.
  const data = secretMarks === null ? null : decrypt(row, cipher);
  return { ...plain, data, secretMarks: secretMarks ?? [], secretDates: secretDates ?? {} };
}

/** Encrypts the data for this row only: the row's id is authenticated with it. */
export function toDocumentRow(document: BlockDocument, cipher: Cipher): DocumentRow {
  if (document.data === null) {
    throw new DomainError(
      "unavailable",
      `The data of block "${document.name}" cannot be read, so the block cannot be saved. Restore it from a backup or delete the block.`,
    );
  }
  const { data, ...plain } = document;
  return { ...plain, ...cipher.encrypt(printJson(data.reveal("encrypted at rest")), document.id) };
}

function decrypt(row: DocumentRow, cipher: Cipher): Secret<JsonObject> | null {
  try {
    const data = parseJson(cipher.decrypt(row.keyId, row.ciphertext, row.id));
    return isJsonObject(data) ? new Secret(data) : null;
  } catch {
    return null;
  }
}
