"use client";

import { useCallback, useRef, useState } from "react";
import { answerOf } from "@/components/forms/answer-of";
import type { References, SaveBlock } from "@/components/forms/form-contract";
import { refusalOf } from "@/components/forms/refusal";
import { type ReviewRow, reviewRows } from "@/components/forms/review-rows";
import type { BlockForm } from "@/components/forms/use-block-form";
import { useSubmit } from "@/components/forms/use-submit";
import type { EditBlockFormView } from "@/lib/blocks/read-block-form";
import type { FormDraft } from "@/lib/forms/draft";
import type { PatchEdit } from "@/lib/forms/edit";
import { editFromDraft, hasChanges as hasEdits } from "@/lib/forms/edit-from-draft";

type Review = { readonly edit: PatchEdit; readonly draft: FormDraft; readonly rows: readonly ReviewRow[] };

type EditOptions = {
  readonly block: EditBlockFormView;
  readonly blockForm: BlockForm;
  readonly references: References;
  readonly save: SaveBlock;
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
  readonly isConflict: boolean;
  readonly closeConflict: () => void;
  /** From now on nothing can be lost by leaving. */
  readonly finish: () => void;
  readonly isUnsaved: () => boolean;
};

/** Checks, reviews, sends and answers for the form of a stored block. */
export function useEdit({ block, blockForm, references, save, onSaved, onUnchanged }: EditOptions): Editing {
  const { documentId, tree, draft: initial, updated } = block;
  const { check, hasChanges, refuse } = blockForm;
  const [review, setReview] = useState<Review | null>(null);
  const [isConflict, setIsConflict] = useState(false);
  const isDone = useRef(false);
  const finish = useCallback(() => {
    isDone.current = true;
  }, []);

  const [isBusy, submit] = useSubmit(async () => {
    const { draft, parsers, faults } = await check();
    if (faults.length > 0) return refuse({ faults });
    const edit = editFromDraft(tree, initial.f, draft.f, parsers);
    if (!hasEdits(edit)) {
      finish();
      onUnchanged();
      return "done";
    }
    const rows = reviewRows(tree, initial.f, draft.f, (wanted) => nameOf(references, wanted));
    setReview({ edit, draft, rows });
    return undefined;
  });

  const [isSaving, saveReviewed] = useSubmit(async () => {
    if (!review) return undefined;
    const answer = await answerOf(save, { documentId, edit: review.edit, expectedUpdated: updated });
    if (answer.ok) {
      finish();
      onSaved();
      return "done";
    }
    setReview(null);
    if (answer.code !== "conflict") return refuse(refusalOf(answer, tree, review.draft));
    setIsConflict(true);
    return undefined;
  });

  const isUnsaved = useCallback(() => !isDone.current && hasChanges(), [hasChanges]);
  return {
    isBusy: isBusy || isSaving,
    submit,
    review,
    closeReview: () => setReview(null),
    isSaving,
    saveReviewed,
    isConflict,
    closeConflict: () => setIsConflict(false),
    finish,
    isUnsaved,
  };
}

function nameOf(references: References, id: string): string {
  return references.choices.get().find((choice) => choice.id === id)?.name ?? "A block that no longer exists";
}
