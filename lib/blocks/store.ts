import type {
  BlockDocument,
  BlockDocumentReference,
  BlockSchema,
  BlockSchemaReference,
  BlockType,
  FoundDocument,
  LostReference,
} from "@/lib/blocks/model";
import type { BlockDocumentId, BlockSchemaId, BlockTypeId } from "@/lib/ids";
import type { Page } from "@/lib/page";

/** All conditions that are present must hold. An empty list matches nothing. */
export type BlockTypeFilter = {
  /** Case-insensitive "contains"; `%` and `_` are wildcards, as in Prefect. */
  readonly nameLike?: string;
  readonly slugs?: readonly string[];
  /** At least one schema of the type matches. */
  readonly schema?: BlockSchemaFilter;
};

export type BlockSchemaFilter = {
  /** How the conditions combine; "and" when absent. */
  readonly operator?: "and" | "or";
  readonly blockTypeIds?: readonly BlockTypeId[];
  /** The schema has all of these; an empty list is no restriction. */
  readonly capabilities?: readonly string[];
  readonly ids?: readonly BlockSchemaId[];
  readonly versions?: readonly string[];
};

export type BlockDocumentFilter = {
  readonly operator?: "and" | "or";
  readonly ids?: readonly BlockDocumentId[];
  readonly isAnonymous?: boolean;
  readonly blockTypeIds?: readonly BlockTypeId[];
  readonly names?: readonly string[];
  readonly nameLike?: string;
  /** And the document's type, respectively schema, matches. */
  readonly type?: BlockTypeFilter;
  readonly schema?: BlockSchemaFilter;
};

export type BlockDocumentSort =
  | "name_asc"
  | "name_desc"
  | "type_and_name_asc"
  | "updated_desc"
  | "updated_asc";

/** What a person looks for in the list of blocks. All conditions that are present must hold. */
export type BlockSearch = {
  /** Plain text found anywhere in the block's name, or its type's name or slug; no wildcards. */
  readonly text?: string;
  readonly typeSlugs?: readonly string[];
  readonly capability?: string;
};

/** Every method may be called on the store or inside `transaction`; writes happen only inside. */
export type BlockTypeStore = {
  byId(id: BlockTypeId): Promise<BlockType | undefined>;
  byIds(ids: readonly BlockTypeId[]): Promise<readonly BlockType[]>;
  bySlug(slug: string): Promise<BlockType | undefined>;
  /** By name ascending, binary collation. */
  list(filter: BlockTypeFilter, page?: Page): Promise<readonly BlockType[]>;
  /** @throws DomainError conflict when the slug is taken. */
  insert(type: BlockType): Promise<void>;
  /** `updated` must move: a type is remembered as long as it does not. */
  update(type: BlockType): Promise<void>;
  /** Also deletes its schemas and documents. False when there was none. */
  delete(id: BlockTypeId): Promise<boolean>;
};

/**
 * As long as nothing changes in a schema or in the schemas that it contains, the same object is answered, and `updated`
 * moves when something does: by the object a caller may remember what it derived.
 */
export type BlockSchemaStore = {
  byId(id: BlockSchemaId): Promise<BlockSchema | undefined>;
  byIds(ids: readonly BlockSchemaId[]): Promise<readonly BlockSchema[]>;
  /** Without a version: the newest by `created`. */
  byChecksum(checksum: string, version?: string): Promise<BlockSchema | undefined>;
  /** Newest first. */
  list(filter: BlockSchemaFilter, page?: Page): Promise<readonly BlockSchema[]>;
  /** The newest schema of each type: it serves new blocks. */
  latestOfTypes(typeIds: readonly BlockTypeId[]): Promise<readonly BlockSchema[]>;
  /** @throws DomainError conflict when checksum and version exist. */
  insert(schema: BlockSchema, references: readonly BlockSchemaReference[]): Promise<void>;
  /** Moves `updated` of the schemas that contain it. */
  delete(id: BlockSchemaId): Promise<boolean>;
  /** References of these schemas only, in the order in which they were submitted; not of their children. */
  referencesOf(parentIds: readonly BlockSchemaId[]): Promise<readonly BlockSchemaReference[]>;
  /** Distinct capabilities of all schemas. */
  capabilities(): Promise<readonly string[]>;
};

export type BlockDocumentStore = {
  byId(id: BlockDocumentId): Promise<FoundDocument | undefined>;
  byIds(ids: readonly BlockDocumentId[]): Promise<readonly FoundDocument[]>;
  /** Anonymous ones are found too. */
  bySlugAndName(slug: string, name: string): Promise<FoundDocument | undefined>;
  list(filter: BlockDocumentFilter, sort: BlockDocumentSort, page?: Page): Promise<readonly FoundDocument[]>;
  count(filter: BlockDocumentFilter): Promise<number>;
  /** Named blocks only; sorted and paged in the database. */
  search(search: BlockSearch, sort: BlockDocumentSort, page: Page): Promise<readonly FoundDocument[]>;
  countSearch(search: BlockSearch): Promise<number>;
  /** Named blocks of each type that has any. */
  countByType(): Promise<ReadonlyMap<BlockTypeId, number>>;
  /** @throws DomainError conflict when type and name exist, or an id does not. */
  insert(document: BlockDocument, references: readonly BlockDocumentReference[]): Promise<void>;
  /** Replaces the row and its set of references; of the lost ones these stay known. */
  update(
    document: BlockDocument,
    references: readonly BlockDocumentReference[],
    lost?: readonly LostReference[],
  ): Promise<void>;
  /** References from it go; those to it, by whichever way it is deleted, are lost. Answers the ids that existed. */
  delete(ids: readonly BlockDocumentId[]): Promise<readonly BlockDocumentId[]>;
  /** What these documents refer to. */
  referencesFrom(parentIds: readonly BlockDocumentId[]): Promise<readonly BlockDocumentReference[]>;
  /** Where in these documents a block stood that is deleted. */
  lostReferencesFrom(parentIds: readonly BlockDocumentId[]): Promise<readonly LostReference[]>;
  /** What refers to these documents. */
  referencesTo(childIds: readonly BlockDocumentId[]): Promise<readonly BlockDocumentReference[]>;
};
