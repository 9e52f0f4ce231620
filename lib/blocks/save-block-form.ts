import { z } from "zod";
import { type FormBasis, readNewBasis, readStoredBasis } from "@/lib/blocks/form-basis";
import { judgeEdit } from "@/lib/blocks/judge-edit";
import { type ReferenceCandidate, toReferenceCandidate } from "@/lib/blocks/list-reference-candidates";
import type { BlockDocument } from "@/lib/blocks/model";
import { withOverridableEnvironment } from "@/lib/blocks/overridable-environment";
import {
  isPlacedObject,
  type PlacedBlock,
  type PlacedRows,
  placeBlocks,
  splitPlaced,
} from "@/lib/blocks/placed-data";
import { requireUnfoldable } from "@/lib/blocks/read-block-document";
import { requireReferable } from "@/lib/blocks/references";
import { updateSecretDates } from "@/lib/blocks/secret-dates";
import { catalogTexts } from "@/lib/catalog/overlay";
import { DomainError } from "@/lib/errors";
import { applyEdit } from "@/lib/forms/apply-edit";
import { checkBlockName } from "@/lib/forms/block-name";
import { completeNew } from "@/lib/forms/complete-new";
import type { PatchEdit } from "@/lib/forms/edit";
import { parsePatchEdit } from "@/lib/forms/edit-schema";
import { withArticle } from "@/lib/forms/labels";
import { marksOfEdit } from "@/lib/forms/marks-of-edit";
import { pathsOfRenamed } from "@/lib/forms/renamed-secrets";
import { type BlockDocumentId, type BlockSchemaId, parseUuid } from "@/lib/ids";
import { isSameJson, type JsonObject } from "@/lib/json";
import { nextSecretMarks } from "@/lib/secrets/marks";
import { Secret } from "@/lib/secrets/secret";
import type { SecretPath } from "@/lib/secrets/tree";
import type { Deps, Store } from "@/lib/store";

const micros = z.int().nonnegative();
const newBlockSchema = z.strictObject({
  slug: z.string(),
  schemaId: z.string(),
  name: z.string(),
  edit: z.unknown(),
  duplicateOf: z.string().optional(),
  expectedUpdated: micros.optional(),
});
const savedBlockSchema = z.strictObject({
  documentId: z.string(),
  schemaId: z.string().optional(),
  edit: z.unknown(),
  expectedUpdated: micros,
});

/**
 * Creates a block from what a form sends: `{ slug, schemaId, name, edit, duplicateOf?, expectedUpdated? }`. The schema
 * is the one that the form was made from. With `duplicateOf` the edit is applied to that block's data, whose secrets
 * never leave the server; `expectedUpdated` is then the source's.
 * @throws DomainError invalid (issues by field, `["name"]` for the name), conflict (taken: the issue holds the block's
 * id; or the source has changed), not_found, bad_request.
 */
export async function createBlockFromForm(deps: Deps, input: unknown): Promise<ReferenceCandidate> {
  const { slug, name, expectedUpdated, ...rest } = parseInput(newBlockSchema, input);
  const edit = parsePatchEdit(rest.edit);
  const schemaId = parseId<BlockSchemaId>(rest.schemaId, "schema");
  const source =
    rest.duplicateOf === undefined ? undefined : parseId<BlockDocumentId>(rest.duplicateOf, "block");
  requireName(name);
  return deps.store.transaction(async (tx) => {
    const basis = await readNewBasis(
      { store: tx },
      { slug, schemaId, ...(source && { duplicateOf: source }) },
    );
    await requireFreeName(tx, basis, name);
    const before = basis.stored?.document;
    if (before && expectedUpdated !== undefined) requireUnchanged(before, expectedUpdated);
    await judgeEdit({ store: tx }, basis, edit, { isNew: true });
    const id = deps.newId<BlockDocumentId>();
    const { data: applied, ...rows } = applyToBasis(basis, id, edit);
    const data = withOverridableEnvironment(basis, applied);
    // The form has hidden all that was secret in its source: so it stays in the copy.
    const secretMarks = nextMarks(basis, basis.stored?.secretPaths ?? [], edit, data);
    const now = deps.now();
    const document: BlockDocument = {
      id,
      created: now,
      updated: now,
      name,
      isAnonymous: false,
      blockTypeId: basis.type.id,
      blockSchemaId: basis.schema.id,
      data: new Secret(data),
      secretMarks,
      secretDates: updateSecretDates(
        before?.secretDates ?? {},
        basis.stored?.data,
        data,
        [...basis.schemaPaths, ...secretMarks],
        now,
      ),
    };
    await requireNoCircle(tx, basis, id, rows);
    await tx.blockDocuments.insert(document, rows.references);
    await requireUnfoldable({ store: tx }, { ...document, hasReferences: rows.references.length > 0 });
    return toReferenceCandidate(document, basis.type);
  });
}

/**
 * Saves what a form changed: `{ documentId, schemaId?, edit, expectedUpdated }`. An edit that changes nothing writes
 * nothing. With another schema of its type the block moves to that one, also without an edit: what it requires must be
 * there then, what it does not know is kept, and what either schema or a mark has hidden stays hidden.
 * @throws DomainError invalid (issues by field), conflict (somebody else has saved meanwhile), not_found, bad_request.
 */
export async function saveBlockForm(
  deps: Deps,
  input: unknown,
): Promise<{ readonly isChanged: boolean; readonly documentId: BlockDocumentId }> {
  const { expectedUpdated, ...rest } = parseInput(savedBlockSchema, input);
  const edit = parsePatchEdit(rest.edit);
  const documentId = parseId<BlockDocumentId>(rest.documentId, "block");
  const schemaId = rest.schemaId === undefined ? undefined : parseId<BlockSchemaId>(rest.schemaId, "schema");
  return deps.store.transaction(async (tx) => {
    const basis = await readStoredBasis({ store: tx }, documentId, schemaId ? { schemaId } : {});
    if (!basis?.stored)
      throw new DomainError("not_found", "This block was deleted meanwhile. Nothing was saved.");
    const before = basis.stored;
    requireUnchanged(before.document, expectedUpdated);
    const isMoved = basis.schema.id !== before.document.blockSchemaId;
    await judgeEdit({ store: tx }, basis, edit, { isNew: isMoved });
    const { data, ...rows } = applyToBasis(basis, documentId, edit, isMoved);
    const hidden = isMoved ? before.secretPaths : before.document.secretMarks;
    const secretMarks = nextMarks(basis, hidden, edit, data);
    const isSame = isSameJson(before.data, data) && isSameRows(before.rows, rows);
    if (!isMoved && isSame && !changesMarks(edit, before.document.secretMarks, secretMarks)) {
      return { isChanged: false, documentId };
    }
    const now = deps.now();
    const paths = [...basis.schemaPaths, ...secretMarks];
    await requireNoCircle(tx, basis, documentId, rows);
    const document = {
      ...before.document,
      updated: now,
      blockSchemaId: basis.schema.id,
      data: new Secret(data),
      secretMarks,
      secretDates: updateSecretDates(before.document.secretDates, before.data, data, paths, now),
    };
    await tx.blockDocuments.update(document, rows.references, rows.lost);
    const hasReferences = rows.references.length + rows.lost.length > 0;
    await requireUnfoldable({ store: tx }, { ...document, hasReferences });
    return { isChanged: true, documentId };
  });
}

function parseInput<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError("bad_request", "The form sent something incomplete. Reload it and try again.");
}

function parseId<Id extends string>(text: string, noun: string): Id {
  const id = parseUuid<Id>(text);
  if (id) return id;
  throw new DomainError("bad_request", `The id of the ${noun} is no UUID. Reload the form and try again.`);
}

function requireName(name: string): void {
  const check = checkBlockName(name);
  if (check.ok) return;
  throw new DomainError("invalid", check.message, { issues: [{ path: ["name"], message: check.message }] });
}

async function requireFreeName(tx: Store, { type }: FormBasis, name: string): Promise<void> {
  const taken = await tx.blockDocuments.bySlugAndName(type.slug, name);
  if (!taken) return;
  const typeName = catalogTexts(type).name;
  const message = `${capitalise(withArticle(typeName))} block with this name exists. Open ${name} or choose another name.`;
  throw new DomainError("conflict", message, { issues: [{ path: ["name"], message, blockId: taken.id }] });
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function requireUnchanged(document: BlockDocument, expectedUpdated: number): void {
  if (document.updated === expectedUpdated) return;
  throw new DomainError(
    "conflict",
    `${document.name} was changed after this form was opened. Nothing was saved. Reload the page to see the new state, then enter your change again.`,
  );
}

/** The document after the edit, blocks in it at their places. A copy of another one refers to the same blocks. */
function applyToBasis(
  { tree, stored }: FormBasis,
  id: BlockDocumentId,
  edit: PatchEdit,
  isMoved = false,
): PlacedRows & { readonly data: JsonObject } {
  const before = stored ? placeBlocks(stored.data, stored.rows) : new Map();
  const edited = applyEdit<PlacedBlock>(before, edit, (documentId) => ({
    childId: parseId<BlockDocumentId>(documentId, "block"),
  }));
  const { data, ...rows } = splitPlaced(id, isPlacedObject(edited) ? edited : new Map());
  // Fixed values that another schema adds are nobody's to enter either.
  return { ...rows, data: completeNew(tree.fields, isMoved ? undefined : stored?.data, data) };
}

/**
 * What the schema does not hide, and was hidden in the form or is from now on; renamed keys of a dict carry their
 * secrets with them. A mark that a person took away ends only where nothing is left of what it hid.
 */
function nextMarks(
  { stored, schemaPaths }: FormBasis,
  hidden: readonly SecretPath[],
  edit: PatchEdit,
  nextData: JsonObject,
): readonly SecretPath[] {
  const asked = marksOfEdit(edit);
  const shown = new Set(asked.shown.map((path) => JSON.stringify(path)));
  const kept = [...hidden, ...pathsOfRenamed(stored?.secretPaths ?? [], edit)];
  return nextSecretMarks({
    marks: [...kept.filter((path) => !shown.has(JSON.stringify(path))), ...asked.hidden],
    previousPaths: stored ? asked.shown : [],
    previousData: stored?.data ?? new Map(),
    nextData,
    schemaPaths,
  });
}

/** A mark that has become superfluous is no change of its own. */
function changesMarks(edit: PatchEdit, before: readonly SecretPath[], after: readonly SecretPath[]): boolean {
  const { hidden, shown } = marksOfEdit(edit);
  if (hidden.length + shown.length === 0) return false;
  const [left, right] = [before, after].map((paths) => paths.map((path) => JSON.stringify(path)).sort());
  return left?.join() !== right?.join();
}

/**
 * That the chosen blocks exist and fit was judged before: what is left are circles and endless nesting. Which of several
 * is to blame is not told apart: it is said at each field that has a new one.
 */
async function requireNoCircle(
  tx: Store,
  { stored }: FormBasis,
  id: BlockDocumentId,
  { references }: PlacedRows,
): Promise<void> {
  try {
    await requireReferable(
      tx,
      id,
      references.map(({ childId }) => childId),
    );
  } catch (cause) {
    if (!DomainError.is(cause)) throw cause;
    const message =
      "This block refers back to the one with this form, or nests too deeply. Choose another one.";
    const known = new Set(stored?.rows.references.map(({ childId }) => childId));
    const chosen = references.filter(({ childId }) => !known.has(childId));
    const fields = [...new Set(chosen.map(({ name }) => name))];
    const issues = fields.map((key) => ({ path: ["data", key], message }));
    throw new DomainError("invalid", `Nothing was saved. ${message}`, { cause, issues });
  }
}

/** Of a copy the rows have another parent; that is no difference. */
function isSameRows(a: PlacedRows, b: PlacedRows): boolean {
  const print = ({ references, lost }: PlacedRows) =>
    [
      ...references.map(({ name, path, childId }) => JSON.stringify([name, path ?? "", childId])),
      ...lost.map(({ name, path }) => JSON.stringify([name, path ?? ""])),
    ]
      .sort()
      .join();
  return print(a) === print(b);
}
