// A person at a form, for the tests of reading and saving it: opens it, changes fields by key, sends the edit.
import { createBlockDocument } from "@/lib/blocks/create-block-document";
import { type BlockDocument, revealData } from "@/lib/blocks/model";
import {
  type EditBlockFormView,
  type NewBlockFormView,
  readEditBlockForm,
  readNewBlockForm,
} from "@/lib/blocks/read-block-form";
import { createBlockFromForm, saveBlockForm } from "@/lib/blocks/save-block-form";
import { DomainError } from "@/lib/errors";
import type { Draft, SecretDraft } from "@/lib/forms/draft";
import type { PatchEdit } from "@/lib/forms/edit";
import { editFromDraft } from "@/lib/forms/edit-from-draft";
import { asObject } from "@/lib/forms/testing-sample";
import type { BlockDocumentId } from "@/lib/ids";
import { printJson } from "@/lib/json";
import { Secret } from "@/lib/secrets/secret";
import type { Deps } from "@/lib/store";

/** New drafts by the key of a top-level field. */
export type Changes = Readonly<Record<string, Draft | ((draft: Draft) => Draft)>>;

export const typed = (text: string): SecretDraft => ({ action: "replace", text, isStored: false });
export const replaced = (text: string): SecretDraft => ({ action: "replace", text, isStored: true });
export const cleared: SecretDraft = { action: "clear", text: "", isStored: true };

/** What a browser would send: the view has crossed to it as JSON, and the edit comes back as JSON. */
export function editOf(view: NewBlockFormView | EditBlockFormView, changes: Changes): PatchEdit {
  const { tree, draft }: typeof view = JSON.parse(JSON.stringify(view));
  const current = tree.fields.map((field, index) => {
    const before = draft.f[index] ?? null;
    const change = changes[field.key];
    if (change === undefined) return before;
    return typeof change === "function" ? change(before) : change;
  });
  const unknown = Object.keys(changes).find((key) => !tree.fields.some((field) => field.key === key));
  if (unknown !== undefined) throw new Error(`there is no field ${unknown}`);
  return JSON.parse(JSON.stringify(editFromDraft(tree, draft.f, current)));
}

export async function createByForm(
  deps: Deps,
  slug: string,
  name: string,
  changes: Changes,
  duplicateOf?: BlockDocumentId,
): Promise<BlockDocumentId> {
  const view = await readNewBlockForm(deps, { slug, ...(duplicateOf && { duplicateOf }) });
  const edit = editOf(view, changes);
  const { schemaId } = view;
  const source = view.duplicateOf && {
    duplicateOf: view.duplicateOf.id,
    expectedUpdated: view.duplicateOf.updated,
  };
  const { id } = await createBlockFromForm(deps, { slug, schemaId, name, edit, ...source });
  return id as BlockDocumentId; // the candidate of a new block holds its id
}

export async function openEdit(deps: Deps, id: BlockDocumentId): Promise<EditBlockFormView> {
  const view = await readEditBlockForm(deps, id);
  if (!view) throw new Error("there is no such block");
  return view;
}

export async function saveByForm(deps: Deps, id: BlockDocumentId, changes: Changes) {
  const view = await openEdit(deps, id);
  const edit = editOf(view, changes);
  return saveBlockForm(deps, { documentId: id, edit, expectedUpdated: view.updated });
}

/** A block as a client stores it: any data, references among it. */
export async function storeByClient(
  deps: Deps,
  slug: string,
  name: string,
  data: object,
): Promise<BlockDocumentId> {
  const type = await deps.store.blockTypes.bySlug(slug);
  const [schema] = type ? await deps.store.blockSchemas.latestOfTypes([type.id]) : [];
  if (!type || !schema) throw new Error(`there is no type ${slug}`);
  const { document } = await createBlockDocument(deps, {
    name,
    isAnonymous: false,
    blockTypeId: type.id,
    blockSchemaId: schema.id,
    data: new Secret(asObject(data)),
  });
  return document.id;
}

export async function stored(deps: Deps, id: BlockDocumentId): Promise<BlockDocument> {
  const document = await deps.store.blockDocuments.byId(id);
  if (!document) throw new Error("there is no such block");
  return document;
}

/** The stored data as text: what "byte-identical" means. */
export async function storedText(deps: Deps, id: BlockDocumentId): Promise<string> {
  return printJson(revealData(await stored(deps, id), "a test looks at it"));
}

export async function deleteAllBlocks({ store }: Deps): Promise<void> {
  const documents = await store.blockDocuments.list({}, "name_asc");
  await store.transaction((tx) => tx.blockDocuments.delete(documents.map(({ id }) => id)));
}

export async function refusalOf(action: Promise<unknown>): Promise<DomainError> {
  try {
    await action;
  } catch (error) {
    if (DomainError.is(error)) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
