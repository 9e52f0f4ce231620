"use client";

import { useCallback, useRef, useState } from "react";
import { answerOf, unreachable } from "@/components/forms/answer-of";
import type { ActionFailure, EditActions, References } from "@/components/forms/form-contract";
import { refusalOf } from "@/components/forms/refusal";
import { type ReviewRow, reviewRows } from "@/components/forms/review-rows";
import type { BlockForm } from "@/components/forms/use-block-form";
import { useSubmit } from "@/components/forms/use-submit";
import type { EditBlockFormView } from "@/lib/blocks/read-block-form";
import type { FormDraft } from "@/lib/forms/draft";
import type { PatchEdit } from "@/lib/forms/edit";

type Review = { readonly edit: PatchEdit; readonly draft: FormDraft; readonly rows: readonly ReviewRow[] };
/** What is stored by now, and what was about to be saved. */
type Conflict = { readonly theirs: EditBlockFormView; readonly mine: FormDraft };

type EditOptions = {
  readonly block: EditBlockFormView;
  readonly blockForm: BlockForm;
  readonly references: References;
  readonly actions: EditActions;
  /** Top-level keys without a field whose values go with the move to another schema. */
  readonly dropped: ReadonlySet<string>;
  readonly onSaved: () => void;
  readonly onUnchanged: () => void;
};

type Editing = {
  readonly isBusy: boolean;
  /** Save: opens the review, or leaves when nothing is changed. */
  readonly submit: () => void;
  readonly review: Review | null;
  readonly closeReview: () => void;
  readonly isSaving: boolean;
  readonly saveReviewed: () => void;
  /** Someone else has saved the block meanwhile. */
  readonly conflict: Conflict | null;
  readonly closeConflict: () => void;
  /** From now on nothing can be lost by leaving. */
  readonly finish: () => void;
  readonly isUnsaved: () => boolean;
};

/** Checks, reviews, sends and answers for the form of a stored block. */
export function useEdit(options: EditOptions): Editing {
  const { block, blockForm, references, actions, dropped, onSaved, onUnchanged } = options;
  const { documentId, tree, draft: initial, updated, upgrade } = block;
  const { check, hasChanges, refuse } = blockForm;
  const [review, setReview] = useState<Review | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const isDone = useRef(false);
  const finish = useCallback(() => {
    isDone.current = true;
  }, []);
  const target = upgrade && { schemaId: block.schemaId };

  const breakOff = () => {
    setReview(null);
    refuse({ faults: [], message: unreachable.message });
  };
  const [isBusy, submit] = useSubmit(async () => {
    const { draft, parsers, faults } = await check();
    if (faults.length > 0) return refuse({ faults });
    const { editFromDraft, hasChanges: hasEdits } = await import("@/lib/forms/edit-from-draft");
    const edit = editFromDraft(tree, initial.f, draft.f, parsers);
    if (!upgrade && !hasEdits(edit)) {
      finish();
      onUnchanged();
      return "done";
    }
    const rows = reviewRows(tree, initial.f, draft.f, (wanted) => nameOfBlock(references, wanted));
    setReview({
      edit: { ...edit, entries: [...edit.entries, ...[...dropped].map(clearKey)] },
      draft,
      rows: [...rows, ...(upgrade?.dropped ?? []).filter(({ key }) => dropped.has(key)).map(toDroppedRow)],
    });
    return undefined;
  }, breakOff);

  const [isSaving, saveReviewed] = useSubmit(async () => {
    if (!review) return undefined;
    const { edit, draft } = review;
    const answer = await answerOf(actions.save, { documentId, edit, expectedUpdated: updated, ...target });
    if (answer.ok) {
      finish();
      onSaved();
      return "done";
    }
    setReview(null);
    return answer.code === "conflict" ? showConflict(draft, answer) : refuse(refusalOf(answer, tree, draft));
  }, breakOff);

  const showConflict = async (mine: FormDraft, refused: ActionFailure): Promise<undefined> => {
    const answer = await answerOf(actions.reread, { documentId, since: updated, ...target });
    if (!answer.ok) return refuse(refusalOf(answer.code === "unknown" ? refused : answer, tree, mine));
    // A conflict of another kind: the block is still the one that was opened.
    if (answer.form.updated === updated) return refuse(refusalOf(refused, tree, mine));
    setConflict({ theirs: answer.form, mine });
    return undefined;
  };

  const isUnsaved = useCallback(() => !isDone.current && hasChanges(), [hasChanges]);
  return {
    isBusy: isBusy || isSaving,
    submit,
    review,
    closeReview: () => setReview(null),
    isSaving,
    saveReviewed,
    conflict,
    closeConflict: () => setConflict(null),
    finish,
    isUnsaved,
  };
}

function clearKey(key: string): PatchEdit["entries"][number] {
  return { key, edit: { do: "clear" } };
}

function toDroppedRow({ key, label, text }: { key: string; label: string; text: string }): ReviewRow {
  return {
    path: `/${key}`,
    label,
    stored: { tone: "value", text },
    after: { tone: "none", text: "Dropped" },
  };
}

/** How a block to which a field refers is called. */
export function nameOfBlock(references: References, id: string): string {
  return references.choices.get().find((choice) => choice.id === id)?.name ?? "A block that no longer exists";
}
