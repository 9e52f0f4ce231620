import {
  type BlockDocument,
  type BlockDocumentReference,
  type BlockSchema,
  type LostReference,
  revealData,
} from "@/lib/blocks/model";
import { type PlacedJson, type PlacedObject, type PlacedRows, splitPlaced } from "@/lib/blocks/placed-data";
import {
  type ResolvedDocument,
  type ResolvedReference,
  readBlockDocuments,
  requireUnfoldable,
  revealResolvedData,
} from "@/lib/blocks/read-block-document";
import { type References, requireReferable, splitReferences } from "@/lib/blocks/references";
import { readSchemaReading } from "@/lib/blocks/schema-reading";
import { updateSecretDates } from "@/lib/blocks/secret-dates";
import { DomainError } from "@/lib/errors";
import type { BlockDocumentId, BlockSchemaId } from "@/lib/ids";
import {
  isJsonArray,
  isJsonObject,
  isSameJson,
  type Json,
  type JsonNumber,
  type JsonObject,
} from "@/lib/json";
import { isTreeMap, pointerTo, replaceAt } from "@/lib/json-places";
import { nextSecretMarks } from "@/lib/secrets/marks";
import { Secret } from "@/lib/secrets/secret";
import { keepMaskedValues, toMaskedJson } from "@/lib/secrets/tree";
import type { Deps, Store } from "@/lib/store";

type JsonLeaf = null | boolean | string | JsonNumber;

export type BlockDocumentChanges = {
  /** Absent: the data stays when merging, else it becomes empty. */
  readonly data: Secret<JsonObject> | undefined;
  readonly blockSchemaId: BlockSchemaId | undefined;
  /** Top-level keys are merged; what lies below is replaced as a whole. */
  readonly isMerge: boolean;
};

/**
 * Changes a block as Prefect's PATCH does. A secret sent back as its mask keeps its value. Kinder than the original:
 * merging keeps references that are not repeated, and applies a new schema also when no data is sent. What was stored as
 * a secret stays hidden under the new schema.
 * @throws DomainError not_found, bad_request for a schema of another type or a circle, conflict for unknown references,
 * invalid for masks that stand for nothing.
 */
export async function updateBlockDocument(
  deps: Deps,
  id: BlockDocumentId,
  changes: BlockDocumentChanges,
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const document = await tx.blockDocuments.byId(id);
    const [current] = document ? await readBlockDocuments({ store: tx }, [document]) : [];
    if (!current) throw new DomainError("not_found", "Block document not found");
    const schema = await findSchema(tx, current, changes.blockSchemaId);
    const hasData = changes.data !== undefined || !changes.isMerge;
    if (!hasData && schema.id === current.schema.id) return;

    const stored = revealData(current.document, "merge the change into it");
    const { data, references, lost } = mergeChange(current, stored, changes);
    await requireReferable(
      tx,
      id,
      references.map(({ childId }) => childId),
    );
    const { secretPaths: schemaPaths } = await readSchemaReading({ store: tx }, schema);
    const secretMarks = nextSecretMarks({
      marks: current.document.secretMarks,
      previousPaths: current.secretPaths,
      previousData: stored,
      nextData: data,
      schemaPaths,
    });
    const paths = [...schemaPaths, ...secretMarks];
    const now = deps.now();
    const next: BlockDocument = {
      ...current.document,
      updated: now,
      blockSchemaId: schema.id,
      data: new Secret(data),
      secretMarks,
      secretDates: updateSecretDates(current.document.secretDates, stored, data, paths, now),
    };
    await tx.blockDocuments.update(next, references, lost);
    if (references.length > 0) await requireUnfoldable({ store: tx }, { ...next, hasReferences: true });
  });
}

async function findSchema(
  tx: Store,
  current: ResolvedDocument,
  id: BlockSchemaId | undefined,
): Promise<BlockSchema> {
  if (id === undefined || id === current.schema.id) return current.schema;
  const schema = await tx.blockSchemas.byId(id);
  if (!schema) throw new DomainError("not_found", "Block schema not found");
  if (schema.blockTypeId === current.type.id) return schema;
  throw new DomainError(
    "bad_request",
    "Must migrate block document to a block schema of the same block type.",
  );
}

function mergeChange(
  current: ResolvedDocument,
  stored: JsonObject,
  changes: BlockDocumentChanges,
): PlacedRows & { readonly data: JsonObject } {
  const parentId = current.document.id;
  const incoming = changes.data?.reveal("merge it into the stored data") ?? new Map();
  const kept = referencesSentBack(current, incoming);
  const submitted = splitReferences(new Map([...incoming].filter(([key]) => !kept.has(key))));
  const nested = splitPlaced(parentId, nestedSentBack(current, submitted.data));
  const fresh = keepMaskedValues(withoutLost(stored, current.lost), nested.data, current.secretPaths);
  const whole: readonly BlockDocumentReference[] = [...kept, ...submitted.references].map(
    ([name, childId]) => ({ parentId, name, childId }),
  );
  if (!changes.isMerge) return { data: fresh, references: [...whole, ...nested.references], lost: [] };

  const unmentioned = current.references.filter(({ name }) => !incoming.has(name));
  const references: readonly BlockDocumentReference[] = [
    ...unmentioned.map((each) => toRow(parentId, each)),
    ...whole,
    ...nested.references,
  ];
  const data = new Map([...stored, ...fresh]);
  for (const { name, path } of references) if (path === undefined) data.delete(name);
  return { data, references, lost: current.lost.filter(({ name }) => !incoming.has(name)) };
}

function toRow(parentId: BlockDocumentId, { name, path, child }: ResolvedReference): BlockDocumentReference {
  return { parentId, name, ...(path !== undefined && { path }), childId: child.document.id };
}

/** The data as the client has read it: masks in lists are compared by index. */
function withoutLost(stored: JsonObject, lost: readonly LostReference[]): JsonObject {
  const gone = lost.flatMap(({ name, path }) => (path === undefined ? [] : [pointerTo("", name) + path]));
  const places = new Map(gone.map((pointer) => [pointer, undefined]));
  const rest = gone.length === 0 ? stored : replaceAt<JsonLeaf>(stored, places);
  return isTreeMap(rest) ? rest : stored;
}

/**
 * A client that reads a masked document and sends it back means "unchanged": such data of a referenced block must not
 * become inline data full of masks.
 */
function referencesSentBack(current: ResolvedDocument, incoming: JsonObject): References {
  const kept = current.references.filter(({ name, path, child }) => {
    const shown = child.maskedData && toMaskedJson(child.maskedData);
    if (path !== undefined || !shown || !isSameJson(incoming.get(name), shown)) return false;
    return !isSameJson(shown, revealResolvedData(child, "see whether its masked form hides anything"));
  });
  return new Map(kept.map(({ name, child }) => [name, child.document.id]));
}

/**
 * Below the top level clients know no references: they send back what they have read, with the block's id in it. It
 * stays a reference, wherever in its field it is by now, unless something in it is different: then it is what the client
 * says, written out.
 */
function nestedSentBack(current: ResolvedDocument, incoming: JsonObject): PlacedObject {
  const nested = current.references.filter(({ path }) => path !== undefined);
  if (nested.length === 0) return incoming;
  return new Map(
    [...incoming].map(([key, value]) => {
      const children = nested.filter(({ name }) => name === key).map(({ child }) => child);
      return [key, children.length === 0 ? value : placeSentBack(value, children)];
    }),
  );
}

function placeSentBack(value: Json, children: readonly ResolvedDocument[]): PlacedJson {
  if (isJsonArray(value)) return value.map((item) => placeSentBack(item, children));
  if (!isJsonObject(value)) return value;
  const same = children.find((child) => isSentBack(value, child));
  if (same) return { childId: same.document.id };
  return new Map([...value].map(([key, item]) => [key, placeSentBack(item, children)]));
}

/** Whether it says the same as the block; keys more are defaults, which clients add. */
function isSentBack(value: JsonObject, child: ResolvedDocument): boolean {
  if (value.get("_block_document_id") !== child.document.id || !child.maskedData) return false;
  const shown = child.maskedData;
  const clear = revealResolvedData(child, "see whether a client changed anything in it");
  return [...clear].every(([key, own]) => {
    const sent = value.get(key);
    return isSameJson(sent, own) || isSameJson(sent, toMaskedJson(shown.get(key) ?? null));
  });
}
