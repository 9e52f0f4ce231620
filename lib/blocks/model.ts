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
  /** Whether there are references from it, lost ones included: most documents have none, and then nobody needs to ask for them. */
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

/** Where in a document another one stands: its top-level key `name`, or a place below it. */
export type ReferencePlace = {
  readonly parentId: BlockDocumentId;
  readonly name: string;
  /**
   * JSON pointer (RFC 6901) from the value of the key, "/0/inner"; absent for the key itself. The data hold null there;
   * at a key itself they hold nothing. Only forms make nested ones: on the API they read as data written out.
   */
  readonly path?: string;
};

/** Document `childId` stands at the place. */
export type BlockDocumentReference = ReferencePlace & { readonly childId: BlockDocumentId };

/** A block that was deleted stood at the place. People are told; for clients nothing is there. */
export type LostReference = ReferencePlace & { readonly lost: LostBlock };

/** What is known of a block that was deleted. */
export type LostBlock = { readonly typeSlug: string; readonly name: string };
