import {
  type BlockDocument,
  type BlockDocumentReference,
  type BlockSchema,
  type BlockType,
  type FoundDocument,
  type LostReference,
  revealData,
} from "@/lib/blocks/model";
import { hasPlaces, placeChildren } from "@/lib/blocks/place-children";
import { readSchemaReadings, type SchemaReading } from "@/lib/blocks/schema-reading";
import { DomainError } from "@/lib/errors";
import type { BlockDocumentId, BlockSchemaId, BlockTypeId } from "@/lib/ids";
import { type JsonObject, printJson } from "@/lib/json";
import { type Masked, type MaskedLeaf, maskData, pathsBelow, type SecretPath } from "@/lib/secrets/tree";
import type { Deps } from "@/lib/store";

/** Blocks may be nested this deep, and one block may unfold into this many. */
export const maxNesting = { levels: 50, documents: 1000, characters: 16_000_000 } as const;

/** A document with everything that a reader needs, and the blocks to which it refers. Safe to hand to a view. */
export type ResolvedDocument = {
  readonly document: BlockDocument;
  readonly type: BlockType;
  readonly schema: BlockSchema;
  /** The schema's own type: a client may have made the block with a schema of another type. */
  readonly schemaType: BlockType;
  /** The schema's fields with references and definitions put back. */
  readonly fields: JsonObject;
  /** The secrets of the schema and those that a person marked. */
  readonly secretPaths: readonly SecretPath[];
  /** In the order in which they were made; a place has at most one. */
  readonly references: readonly ResolvedReference[];
  /** Where a block stood that is deleted: for clients nothing is there. */
  readonly lost: readonly LostReference[];
  /**
   * The data with its referenced blocks' data after the own keys, each masked by its own schema. Null when it cannot be
   * read: bytes damaged or key lost (here or in a referenced block), or nested beyond the limits.
   */
  readonly maskedData: ReadonlyMap<string, Masked> | null;
  /** Nested beyond the limits. */
  readonly isTooLarge: boolean;
};

/** `path` as in `ReferencePlace`: absent for the value of the key itself. */
export type ResolvedReference = {
  readonly name: string;
  readonly path?: string;
  readonly child: ResolvedDocument;
};

/**
 * Resolves documents with type, schema and references in batches, one round per level of nesting. Documents that
 * vanished meanwhile are left out.
 */
export async function readBlockDocuments(
  deps: Pick<Deps, "store">,
  documents: readonly FoundDocument[],
): Promise<readonly ResolvedDocument[]> {
  if (documents.length === 0) return [];
  const family = await readFamily(deps, documents);
  if (family.children.size === 0 && family.lost.size === 0) {
    return documents.flatMap((document) => {
      const basis = findBasis(family, document);
      return basis ? alone(basis) : [];
    });
  }
  const resolve = createResolver(family);
  return documents.flatMap((document) => resolve(document.id)?.resolved ?? []);
}

/** @throws DomainError not_found */
export async function readBlockDocument(
  deps: Pick<Deps, "store">,
  id: BlockDocumentId,
): Promise<ResolvedDocument> {
  const document = await deps.store.blockDocuments.byId(id);
  const [resolved] = document ? await readBlockDocuments(deps, [document]) : [];
  if (!resolved) throw new DomainError("not_found", "Block document not found");
  return resolved;
}

/** Also finds anonymous ones. @throws DomainError not_found, also when there is no such type */
export async function readBlockDocumentByName(
  deps: Pick<Deps, "store">,
  slug: string,
  name: string,
): Promise<ResolvedDocument> {
  const document = await deps.store.blockDocuments.bySlugAndName(slug, name);
  const [resolved] = document ? await readBlockDocuments(deps, [document]) : [];
  if (!resolved) throw new DomainError("not_found", "Block document not found");
  return resolved;
}

/**
 * The data in clear, that of referenced blocks included.
 * @throws DomainError unreadable when `maskedData` is null.
 */
export function revealResolvedData(resolved: ResolvedDocument, reason: string): JsonObject {
  const own = revealData(resolved.document, reason);
  if (resolved.maskedData === null) throw unreadable(resolved);
  if (!hasPlaces(resolved)) return own;
  return placeChildren<never>(own, resolved, (child) => revealResolvedData(child, reason));
}

/**
 * Refuses what nobody could read afterwards. Call it inside the transaction that wrote the document.
 * @throws DomainError bad_request when its references unfold to too much.
 */
export async function requireUnfoldable(
  deps: Pick<Deps, "store">,
  written: FoundDocument,
): Promise<ResolvedDocument> {
  const [resolved] = await readBlockDocuments(deps, [written]);
  if (!resolved) throw new DomainError("not_found", "Block document not found");
  if (!resolved.isTooLarge) return resolved;
  throw new DomainError(
    "bad_request",
    `${written.name} and the blocks to which it refers would hold more than ${maxNesting.characters / 1_000_000} million characters together. Refer to fewer or smaller ones.`,
  );
}

/** @throws DomainError unreadable when the data cannot be read. */
export function requireMaskedData(resolved: ResolvedDocument): ReadonlyMap<string, Masked> {
  if (resolved.maskedData === null) throw unreadable(resolved);
  return resolved.maskedData;
}

function unreadable({ document }: ResolvedDocument): DomainError {
  return new DomainError(
    "unreadable",
    `The data of block ${document.name}, or of a block to which it refers, cannot be read. Restore it from a backup or delete the block.`,
  );
}

type Family = {
  readonly documents: ReadonlyMap<BlockDocumentId, BlockDocument>;
  readonly children: ReadonlyMap<BlockDocumentId, readonly BlockDocumentReference[]>;
  readonly lost: ReadonlyMap<BlockDocumentId, readonly LostReference[]>;
  readonly types: ReadonlyMap<BlockTypeId, BlockType>;
  readonly schemas: ReadonlyMap<BlockSchemaId, SchemaReading>;
};

async function readFamily(deps: Pick<Deps, "store">, roots: readonly FoundDocument[]): Promise<Family> {
  const { documents, children, lost } = await readDescendants(deps, roots);
  const all = [...documents.values()];
  const schemas = await deps.store.blockSchemas.byIds([...new Set(all.map((item) => item.blockSchemaId))]);
  const typeIds = new Set([...all, ...schemas].map((item) => item.blockTypeId));
  const types = await deps.store.blockTypes.byIds([...typeIds]);
  return {
    documents,
    children,
    lost,
    types: new Map(types.map((type) => [type.id, type])),
    schemas: await readSchemaReadings(deps, schemas),
  };
}

async function readDescendants({ store }: Pick<Deps, "store">, roots: readonly FoundDocument[]) {
  const documents = new Map(roots.map((document) => [document.id, document]));
  const references: BlockDocumentReference[] = [];
  const lost: LostReference[] = [];
  let level = roots.filter((document) => document.hasReferences);
  for (let depth = 0; level.length > 0 && depth <= maxNesting.levels; depth++) {
    const ids = level.map((document) => document.id);
    const children = await store.blockDocuments.referencesFrom(ids);
    references.push(...children);
    lost.push(...(await store.blockDocuments.lostReferencesFrom(ids)));
    const unread = [...new Set(children.map(({ childId }) => childId))].filter((id) => !documents.has(id));
    const found = unread.length > 0 ? await store.blockDocuments.byIds(unread) : [];
    for (const document of found) documents.set(document.id, document);
    level = found.filter((document) => document.hasReferences);
  }
  return {
    documents,
    children: Map.groupBy(references, ({ parentId }) => parentId),
    lost: Map.groupBy(lost, ({ parentId }) => parentId),
  };
}

/** `size` and `levels` count the nested blocks, `levels` is Infinity in a circle; `characters` is about the whole text. */
type Resolution = {
  readonly resolved: ResolvedDocument;
  readonly size: number;
  readonly levels: number;
  readonly characters: number;
};

function createResolver(family: Family): (id: BlockDocumentId) => Resolution | undefined {
  const known = new Map<BlockDocumentId, Resolution | undefined>();
  const open = new Set<BlockDocumentId>();

  function resolve(id: BlockDocumentId): Resolution | undefined {
    if (known.has(id)) return known.get(id);
    if (open.has(id)) return undefined;
    open.add(id);
    const resolution = build(id);
    open.delete(id);
    known.set(id, resolution);
    return resolution;
  }

  function build(id: BlockDocumentId): Resolution | undefined {
    const document = family.documents.get(id);
    const basis = document && findBasis(family, document);
    if (!basis) return undefined;
    const places = family.children.get(id) ?? [];
    const lost = family.lost.get(id) ?? [];
    // A circle cannot be created; should one be found in a restored database, it is not followed but refused.
    const isCircular = places.some(({ childId }) => open.has(childId));
    const children = places.flatMap(({ name, path, childId }) => {
      const child = resolve(childId);
      return child ? [{ place: { name, ...(path !== undefined && { path }) }, child }] : [];
    });
    const levels = isCircular ? Infinity : 1 + Math.max(0, ...children.map(({ child }) => child.levels));
    const size = 1 + children.reduce((sum, { child }) => sum + child.size, 0);
    const characters = children.reduce((sum, { child }) => sum + child.characters, lengthOf(basis));
    const references = children.map(({ place, child }) => ({ ...place, child: child.resolved }));
    const resolved = unfold({ ...basis, references, lost }, { size, levels, characters });
    return { resolved, size, levels, characters };
  }

  return resolve;
}

/** Beyond the limits nothing is unfolded: a few blocks that refer to each other twice would make millions. */
function unfold(
  resolved: Omit<ResolvedDocument, "maskedData" | "isTooLarge">,
  { size, levels, characters }: Omit<Resolution, "resolved">,
): ResolvedDocument {
  const isTooLarge =
    levels > maxNesting.levels || size > maxNesting.documents || characters > maxNesting.characters;
  if (isTooLarge) return { ...resolved, references: [], maskedData: null, isTooLarge };
  return { ...resolved, maskedData: maskAll(resolved), isTooLarge };
}

/** A document without references, as most are. */
function alone(basis: Basis): ResolvedDocument {
  const maskedData = maskAll({ ...basis, references: [], lost: [] });
  return { ...basis, references: [], lost: [], maskedData, isTooLarge: false };
}

/** What a document adds to the answer about one that refers to it: its data, and its type in the references. */
function lengthOf({ document, type }: Basis): number {
  const data = document.data ? printJson(document.data.reveal("measure it")).length : 0;
  return data + (type.description?.length ?? 0) + (type.codeExample?.length ?? 0);
}

type Basis = Omit<ResolvedDocument, "references" | "lost" | "maskedData" | "isTooLarge">;

function findBasis(family: Family, document: BlockDocument): Basis | undefined {
  const type = family.types.get(document.blockTypeId);
  const reading = family.schemas.get(document.blockSchemaId);
  const schemaType = reading && family.types.get(reading.schema.blockTypeId);
  if (!type || !reading || !schemaType) return undefined;
  const { schema, fields, secretPaths } = reading;
  const marks = document.secretMarks;
  return {
    document,
    type,
    schema,
    schemaType,
    fields,
    secretPaths: marks.length === 0 ? secretPaths : [...secretPaths, ...marks],
  };
}

function maskAll(
  resolved: Omit<ResolvedDocument, "maskedData" | "isTooLarge">,
): ReadonlyMap<string, Masked> | null {
  const own = resolved.document.data?.reveal("mask it");
  if (!own || resolved.references.some(({ child }) => child.maskedData === null)) return null;
  const data = new Map<string, Masked>();
  for (const [key, item] of own) data.set(key, maskData(item, pathsBelow(resolved.secretPaths, key)));
  if (!hasPlaces(resolved)) return data;
  return placeChildren<MaskedLeaf>(data, resolved, (child) => child.maskedData ?? new Map());
}
