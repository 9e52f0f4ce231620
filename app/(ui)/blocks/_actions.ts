"use server";

import { revalidatePath } from "next/cache";
import type { ActionFailure, EditActions, NewBlockActions } from "@/components/forms/form-contract";
import { readNewBlockForm } from "@/lib/blocks/read-block-form";
import { rereadBlockForm } from "@/lib/blocks/reread-block-form";
import { createBlockFromForm, saveBlockForm } from "@/lib/blocks/save-block-form";
import { DomainError } from "@/lib/errors";
import { getContext } from "@/lib/server/context";

// Arguments come from the network, whatever their types say: the verbs parse them. They may hold secrets, so nothing of
// them is ever logged or answered.

/** Creates a block from its form. */
export const createBlockAction: NewBlockActions["create"] = async (input) => {
  try {
    const created = await createBlockFromForm(getContext(), input);
    refreshPages();
    return { ok: true, created };
  } catch (error) {
    return failureOf(error, "creating a block failed");
  }
};

/** Saves what the form of a block changed. */
export const saveBlockAction: EditActions["save"] = async (input) => {
  try {
    await saveBlockForm(getContext(), input);
    refreshPages();
    return { ok: true };
  } catch (error) {
    return failureOf(error, "saving a block failed");
  }
};

/** The form of a block that somebody else has saved while it was edited. */
export const rereadBlockFormAction: EditActions["reread"] = async (input) => {
  try {
    return { ok: true, form: await rereadBlockForm(getContext(), input) };
  } catch (error) {
    return failureOf(error, "reading the form of a block again failed");
  }
};

/** The empty form of a type, for "New …" in a picker. */
export const loadNewBlockFormAction: NewBlockActions["load"] = async (slug) => {
  try {
    return { ok: true, form: await readNewBlockForm(getContext(), { slug: String(slug) }) };
  } catch (error) {
    return failureOf(error, "reading the form of a type failed");
  }
};

/** The id of the block of a type that has the name already. */
export const findTakenNameAction: NewBlockActions["findTaken"] = async (slug, name) => {
  const { store, log } = getContext();
  try {
    return (await store.blockDocuments.bySlugAndName(String(slug), String(name)))?.id;
  } catch (error) {
    log.error("looking for a block name failed", { error });
    return undefined;
  }
};

/** Lists, counts and pickers of all pages show blocks. */
function refreshPages(): void {
  revalidatePath("/", "layout");
}

function failureOf(error: unknown, event: string): ActionFailure {
  if (DomainError.is(error)) {
    const { code, message, issues } = error;
    return { ok: false, code, message, issues };
  }
  getContext().log.error(event, { error });
  return {
    ok: false,
    code: "unknown",
    message: "The server could not do this, and nothing was changed. Its log says why.",
    issues: [],
  };
}
