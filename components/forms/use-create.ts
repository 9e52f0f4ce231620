"use client";

import { useCallback, useRef, useState } from "react";
import { answerOf, unreachable } from "@/components/forms/answer-of";
import type { ActionFailure, NewBlockActions } from "@/components/forms/form-contract";
import { type TakenName, takenFault } from "@/components/forms/name-box";
import { refusalOf } from "@/components/forms/refusal";
import type { BlockForm } from "@/components/forms/use-block-form";
import { useSubmit } from "@/components/forms/use-submit";
import type { ReferenceCandidate } from "@/lib/blocks/list-reference-candidates";
import type { NewBlockFormView } from "@/lib/blocks/read-block-form";
import type { FormDraft } from "@/lib/forms/draft";

type Create = {
  readonly isBusy: boolean;
  readonly submit: () => void;
  /** The block that has the name which was tried. */
  readonly taken: TakenName | null;
  /** Looks whether a name is free, when its input is left. */
  readonly checkName: (name: string) => void;
  /** From now on nothing can be lost by leaving. */
  readonly finish: () => void;
  readonly isUnsaved: () => boolean;
};

/** Checks, sends and answers for the form of a new block. */
export function useCreate(
  block: NewBlockFormView,
  blockForm: BlockForm,
  { create, findTaken }: NewBlockActions,
  onCreated: (choice: ReferenceCandidate) => void,
): Create {
  const { tree, blockType, duplicateOf } = block;
  const { check, hasChanges, refuse } = blockForm;
  const [taken, setTaken] = useState<TakenName | null>(null);
  const isDone = useRef(false);
  const finish = useCallback(() => {
    isDone.current = true;
  }, []);

  const fail = (failure: ActionFailure, draft: FormDraft): undefined => {
    const id = failure.issues.find(({ blockId }) => blockId !== undefined)?.blockId;
    if (id === undefined) return refuse(refusalOf(failure, tree, draft));
    setTaken({ id, name: draft.name });
    return refuse({ faults: [takenFault(blockType.name, draft.name)] });
  };
  const [isBusy, submit] = useSubmit(
    async () => {
      const { draft, parsers, faults } = await check();
      if (faults.length > 0) return refuse({ faults });
      const { editFromDraft } = await import("@/lib/forms/edit-from-draft");
      const answer = await answerOf(create, {
        slug: blockType.slug,
        schemaId: block.schemaId,
        name: draft.name,
        edit: editFromDraft(tree, block.draft.f, draft.f, parsers),
        ...(duplicateOf && { duplicateOf: duplicateOf.id, expectedUpdated: duplicateOf.updated }),
      });
      if (!answer.ok) return fail(answer, draft);
      finish();
      onCreated(answer.created);
      return "done";
    },
    () => refuse({ faults: [], message: unreachable.message }),
  );
  const checkName = async (name: string) => {
    // The server decides again when the form is sent: a check that fails is none.
    const id = await findTaken(blockType.slug, name).catch(() => undefined);
    if (id === undefined) return;
    setTaken({ id, name });
    blockForm.showNameFault(name, takenFault(blockType.name, name).message);
  };
  const isUnsaved = useCallback(() => !isDone.current && hasChanges(), [hasChanges]);
  return { isBusy, submit, taken, checkName, finish, isUnsaved };
}
