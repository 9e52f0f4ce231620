// Block types, block schemas and block documents: the nouns of this server, in Prefect's words.
// A document's data is one Secret: whoever needs it masks it (views) or reveals it (include_secrets) on purpose.
// Times are microseconds; texts are stored as they came.
import { DomainError } from "@/lib/errors";
import type { BlockDocumentId, BlockSchemaId, BlockTypeId } from "@/lib/ids";
import type { JsonObject } from "@/lib/json";
import type { Secret } from "@/lib/secrets/secret";
import type { SecretPath } from "@/lib/secrets/tree";
import type { Micros } from "@/lib/time";

export type BlockType = {
  readonly id: BlockTypeId;
  readonly created: Micros;
  readonly updated: Micros;
  readonly name: string;
  readonly slug: string;
  readonly logoUrl: string | null;
  readonly documentationUrl: string | null;
  readonly description: string | null;
  readonly codeExample: string | null;
  readonly isProtected: boolean;
};

/** `fields` as stored: without `block_schema_references` and without the definitions of other blocks. */
export type BlockSchema = {
  readonly id: BlockSchemaId;
  readonly created: Micros;
  readonly updated: Micros;
  readonly checksum: string;
  readonly fields: JsonObject;
  readonly blockTypeId: BlockTypeId;
  readonly capabilities: readonly string[];
  readonly version: string;
};

/** Field `name` of schema `parentId` takes a block made with schema `childId`. A field may have several children. */
export type BlockSchemaReference = {
  readonly parentId: BlockSchemaId;
  readonly childId: BlockSchemaId;
  readonly name: string;
};

/** When a secret was last set, by path. The path is a JSON pointer (RFC 6901) into the document's data. */
export type SecretDates = Readonly<Record<string, Micros>>;

export type BlockDocument = {
  readonly id: BlockDocumentId;
  readonly created: Micros;
  readonly updated: Micros;
  readonly name: string;
  readonly isAnonymous: boolean;
  readonly blockTypeId: BlockTypeId;
  readonly blockSchemaId: BlockSchemaId;
  /** Without references: those are rows of their own. Null when the stored bytes cannot be decrypted or parsed. */
  readonly data: Secret<JsonObject> | null;
  /** Paths that a person marked as secret, beside those of the schema. */
  readonly secretMarks: readonly SecretPath[];
  readonly secretDates: SecretDates;
};

/** A document as the store answers it. */
export type FoundDocument = BlockDocument & {
  /** Whether there are references from it: most documents have none, and then nobody needs to ask for them. */
  readonly hasReferences: boolean;
};

/** @throws DomainError unreadable when the stored bytes cannot be read. */
export function revealData(document: BlockDocument, reason: string): JsonObject {
  if (document.data) return document.data.reveal(reason);
  throw new DomainError(
    "unreadable",
    `The data of block ${document.name} cannot be read. Restore it from a backup or delete the block.`,
  );
}

/** Top-level key `name` of document `parentId` refers to document `childId`. */
export type BlockDocumentReference = {
  readonly parentId: BlockDocumentId;
  readonly childId: BlockDocumentId;
  readonly name: string;
};
