import { z } from "zod";
import { type FormBasis, readNewBasis, readStoredBasis } from "@/lib/blocks/form-basis";
import { judgeEdit } from "@/lib/blocks/judge-edit";
import { type ReferenceCandidate, toReferenceCandidate } from "@/lib/blocks/list-reference-candidates";
import type { BlockDocument } from "@/lib/blocks/model";
import { requireUnfoldable } from "@/lib/blocks/read-block-document";
import { requireReferable } from "@/lib/blocks/references";
import { updateSecretDates } from "@/lib/blocks/secret-dates";
import type { Deps, Store } from "@/lib/blocks/store";
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
import { isJsonObject, isSameJson, type JsonObject } from "@/lib/json";
import { nextSecretMarks } from "@/lib/secrets/marks";
import { Secret } from "@/lib/secrets/secret";
import type { SecretPath } from "@/lib/secrets/tree";

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
    const { data, references } = applyToBasis(basis, edit);
    // The form has hidden all that was secret in its source: so it stays in the copy.
    const secretMarks = nextMarks(basis, basis.stored?.secretPaths ?? [], edit, data);
    const now = deps.now();
    const document: BlockDocument = {
      id: deps.newId<BlockDocumentId>(),
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
    await requireNoCircle(tx, document.id, references, edit);
    await tx.blockDocuments.insert(document, toRows(document.id, references));
    await requireUnfoldable({ store: tx }, { ...document, hasReferences: references.size > 0 });
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
    const { data, references } = applyToBasis(basis, edit, isMoved);
    const hidden = isMoved ? before.secretPaths : before.document.secretMarks;
    const secretMarks = nextMarks(basis, hidden, edit, data);
    const isSame = isSameJson(before.data, data) && isSameReferences(before.references, references);
    if (!isMoved && isSame && !changesMarks(edit, before.document.secretMarks, secretMarks)) {
      return { isChanged: false, documentId };
    }
    const now = deps.now();
    const paths = [...basis.schemaPaths, ...secretMarks];
    await requireNoCircle(tx, documentId, references, edit);
    const document = {
      ...before.document,
      updated: now,
      blockSchemaId: basis.schema.id,
      data: new Secret(data),
      secretMarks,
      secretDates: updateSecretDates(before.document.secretDates, before.data, data, paths, now),
    };
    await tx.blockDocuments.update(document, toRows(documentId, references));
    await requireUnfoldable({ store: tx }, { ...document, hasReferences: references.size > 0 });
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

type References = ReadonlyMap<string, BlockDocumentId>;

/** Data and references of the document after the edit. A key is either: data, or a reference. */
function applyToBasis(
  { tree, stored }: FormBasis,
  edit: PatchEdit,
  isMoved = false,
): { readonly data: JsonObject; readonly references: References } {
  const edited = applyEdit(stored?.data ?? new Map(), edit);
  // Fixed values that another schema adds are nobody's to enter either.
  const before = isMoved ? undefined : stored?.data;
  const data = completeNew(tree.fields, before, isJsonObject(edited) ? edited : new Map());
  const references = new Map(stored?.references);
  for (const { key, edit: change } of edit.entries) {
    if (change.do === "reference") references.set(key, parseId<BlockDocumentId>(change.documentId, "block"));
    else if (change.do !== "keep") references.delete(key);
  }
  return { data, references };
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

/** That the chosen blocks exist and fit was judged before: what is left are circles and endless nesting. */
async function requireNoCircle(
  tx: Store,
  id: BlockDocumentId,
  references: References,
  edit: PatchEdit,
): Promise<void> {
  try {
    await requireReferable(tx, id, [...references.values()]);
  } catch (cause) {
    if (!DomainError.is(cause)) throw cause;
    const message =
      "This block refers back to the one with this form, or nests too deeply. Choose another one.";
    const chosen = edit.entries.filter((entry) => entry.edit.do === "reference");
    const issues = chosen.map(({ key }) => ({ path: ["data", key], message }));
    throw new DomainError("invalid", `Nothing was saved. ${message}`, { cause, issues });
  }
}

function isSameReferences(a: References, b: References): boolean {
  return a.size === b.size && [...a].every(([key, id]) => b.get(key) === id);
}

function toRows(parentId: BlockDocumentId, references: References) {
  return [...references].map(([name, childId]) => ({ parentId, childId, name }));
}
