import { maxNesting } from "@/lib/blocks/read-block-document";
import { DomainError } from "@/lib/errors";
import { type BlockDocumentId, parseUuid } from "@/lib/ids";
import { isJsonObject, type Json, type JsonObject } from "@/lib/json";
import type { Store } from "@/lib/store";

/** Which field takes which block. */
export type References = ReadonlyMap<string, BlockDocumentId>;

/** What Prefect answers when a row would refer to nothing, or exist twice. */
export const integrityConflict =
  "Data integrity conflict. This usually means a unique or foreign key constraint was violated. See server logs for details.";

/**
 * Takes the references out of submitted data: top-level values `{"$ref": {"block_document_id": ...}}`. Deeper ones are
 * plain data.
 * @throws DomainError bad_request for a reference without a usable id.
 */
export function splitReferences(submitted: JsonObject): {
  readonly data: JsonObject;
  readonly references: References;
} {
  const data = new Map<string, Json>();
  const references = new Map<string, BlockDocumentId>();
  for (const [key, value] of submitted) {
    if (isJsonObject(value) && value.has("$ref")) references.set(key, readReference(key, value.get("$ref")));
    else data.set(key, value);
  }
  return { data, references };
}

function readReference(key: string, target: Json | undefined): BlockDocumentId {
  const id = isJsonObject(target) ? (target.get("block_document_id") ?? null) : null;
  if (id === null || id === "") {
    throw new DomainError(
      "bad_request",
      `Received block reference without a block_document_id in key ${key}`,
    );
  }
  const parsed = typeof id === "string" ? parseUuid<BlockDocumentId>(id) : undefined;
  if (parsed) return parsed;
  throw new DomainError(
    "bad_request",
    `The block_document_id in key ${key} is not a UUID. Give the id of a block.`,
  );
}

/**
 * Refuses references to nobody, to the document itself, through others back to it, and nesting beyond the limit.
 * Call it inside the transaction that writes them.
 * @throws DomainError conflict or bad_request
 */
export async function requireReferable(
  { blockDocuments }: Pick<Store, "blockDocuments">,
  parentId: BlockDocumentId,
  childIds: readonly BlockDocumentId[],
): Promise<void> {
  const children = [...new Set(childIds)];
  if (children.length === 0) return;
  if (children.includes(parentId)) throw circle(parentId);
  const existing = await blockDocuments.byIds(children);
  if (existing.length < children.length) throw new DomainError("conflict", integrityConflict);

  const nested = new Map<BlockDocumentId, readonly BlockDocumentId[]>();
  const below = await countLevels(children, async (ids) => {
    if (ids.includes(parentId)) throw circle(parentId);
    const found = Map.groupBy(await blockDocuments.referencesFrom(ids), (reference) => reference.parentId);
    for (const [id, rows] of found)
      nested.set(
        id,
        rows.map((row) => row.childId),
      );
    return [...found.values()].flat().map((reference) => reference.childId);
  });
  const above = await countLevels([parentId], async (ids) =>
    (await blockDocuments.referencesTo(ids)).map((reference) => reference.parentId),
  );
  if (below + above > maxNesting.levels) {
    throw new DomainError("bad_request", `Blocks may not be nested deeper than ${maxNesting.levels} levels.`);
  }
  if (countUnfolded(childIds, nested) > maxNesting.documents) {
    throw new DomainError("bad_request", `A block may not contain more than ${maxNesting.documents} others.`);
  }
}

/** How many levels there are from `start` on, itself included. A block reached twice counts where it is deepest. */
async function countLevels(
  start: readonly BlockDocumentId[],
  next: (ids: readonly BlockDocumentId[]) => Promise<readonly BlockDocumentId[]>,
): Promise<number> {
  let level = start;
  let levels = 0;
  while (level.length > 0 && levels <= maxNesting.levels) {
    level = [...new Set(await next(level))];
    levels++;
  }
  return levels;
}

/** How many blocks a reader gets, a block reached twice counted twice. There are no circles below. */
function countUnfolded(
  ids: readonly BlockDocumentId[],
  nested: ReadonlyMap<BlockDocumentId, readonly BlockDocumentId[]>,
  known = new Map<BlockDocumentId, number>(),
): number {
  return ids.reduce((sum, id) => {
    const size = known.get(id) ?? 1 + countUnfolded(nested.get(id) ?? [], nested, known);
    known.set(id, size);
    return sum + size;
  }, 0);
}

function circle(id: BlockDocumentId): DomainError {
  return new DomainError(
    "bad_request",
    `Cannot create block document reference: it would introduce a cycle through block document ${id}.`,
  );
}
