import { type BlockDocument, type BlockSchema, revealData } from "@/lib/blocks/model";
import {
  type ResolvedDocument,
  readBlockDocuments,
  requireUnfoldable,
  revealResolvedData,
} from "@/lib/blocks/read-block-document";
import { type References, requireReferable, splitReferences } from "@/lib/blocks/references";
import { readSchemaReading } from "@/lib/blocks/schema-reading";
import { updateSecretDates } from "@/lib/blocks/secret-dates";
import type { Deps, Store } from "@/lib/blocks/store";
import { DomainError } from "@/lib/errors";
import type { BlockDocumentId, BlockSchemaId } from "@/lib/ids";
import { isSameJson, type JsonObject } from "@/lib/json";
import { nextSecretMarks } from "@/lib/secrets/marks";
import { Secret } from "@/lib/secrets/secret";
import { keepMaskedValues, toMaskedJson } from "@/lib/secrets/tree";

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
    const { data, references } = mergeChange(current, stored, changes);
    await requireReferable(tx, id, references);
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
    await tx.blockDocuments.update(
      next,
      [...references].map(([name, childId]) => ({ parentId: id, childId, name })),
    );
    if (references.size > 0) await requireUnfoldable({ store: tx }, { ...next, hasReferences: true });
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
): { readonly data: JsonObject; readonly references: References } {
  const incoming = changes.data?.reveal("merge it into the stored data") ?? new Map();
  const kept = referencesSentBack(current, incoming);
  const submitted = splitReferences(new Map([...incoming].filter(([key]) => !kept.has(key))));
  const fresh = keepMaskedValues(stored, submitted.data, current.secretPaths);
  if (!changes.isMerge) {
    return { data: fresh, references: new Map([...kept, ...submitted.references]) };
  }
  const unmentioned = current.references
    .filter(({ name }) => !incoming.has(name))
    .map(({ name, child }) => [name, child.document.id] as const);
  const references = new Map([...unmentioned, ...kept, ...submitted.references]);
  const data = new Map([...stored, ...fresh]);
  for (const name of references.keys()) data.delete(name);
  return { data, references };
}

/**
 * A client that reads a masked document and sends it back means "unchanged": such data of a referenced block must not
 * become inline data full of masks.
 */
function referencesSentBack(current: ResolvedDocument, incoming: JsonObject): References {
  const kept = current.references.filter(({ name, child }) => {
    const shown = child.maskedData && toMaskedJson(child.maskedData);
    if (!shown || !isSameJson(incoming.get(name), shown)) return false;
    return !isSameJson(shown, revealResolvedData(child, "see whether its masked form hides anything"));
  });
  return new Map(kept.map(({ name, child }) => [name, child.document.id]));
}
