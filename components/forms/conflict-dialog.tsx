"use client";

import { useState } from "react";
import { ConflictChoice, OneSided } from "@/components/forms/conflict-parts";
import { conflictView, mergedDrafts } from "@/components/forms/conflict-view";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { EditBlockFormView } from "@/lib/blocks/read-block-form";
import type { FormDraft } from "@/lib/forms/draft";
import type { MergeInput, Side } from "@/lib/forms/merge-drafts";
import { linkTree } from "@/lib/forms/recursion";
import { formatCount } from "@/lib/text/format-count";

type ConflictDialogProps = {
  name: string;
  /** The form as it was opened, and that of what is stored by now. */
  base: EditBlockFormView;
  theirs: EditBlockFormView;
  mine: FormDraft;
  nameOf: (documentId: string) => string;
  /** Goes on with the form of what is stored by now; a draft holds what was typed. */
  onBeginAgain: (draft?: FormDraft) => void;
  onClose: () => void;
};

/**
 * Someone else saved the block while it was being edited: shows what each side changed, and asks where both changed the
 * same value. Nothing of either side is lost or saved before a person decides.
 */
export function ConflictDialog(props: ConflictDialogProps) {
  const { name, base, theirs: stored, mine: typed, nameOf, onBeginAgain, onClose } = props;
  const [{ input, view }] = useState(() => {
    const merge: MergeInput = {
      tree: linkTree(base.tree),
      base: base.draft.f,
      mine: typed.f,
      theirTree: linkTree(stored.tree),
      theirs: stored.draft.f,
    };
    return { input: merge, view: conflictView(merge, nameOf) };
  });
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const { conflicts, mine, theirs, lost } = view;
  return (
    <Dialog
      isOpen
      size="large"
      onClose={onClose}
      title={
        <>
          <span className="font-mono">{name}</span> has changed meanwhile
        </>
      }
      description="Someone else saved it after you opened this form. Nothing of yours is saved yet, and nothing is lost."
      footer={
        <>
          <Button
            variant="filled"
            data-autofocus
            onClick={() => onBeginAgain({ name, f: mergedDrafts(input, choices) })}
          >
            Keep theirs and add mine
          </Button>
          <Button onClick={() => onBeginAgain()}>Discard mine</Button>
          <Button onClick={onClose}>Back to editing</Button>
        </>
      }
    >
      <div className="grid gap-5 pb-2 text-sm">
        {conflicts.length > 0 ? (
          <section aria-labelledby="conflict-both">
            <h3 id="conflict-both" className="mb-1.5 font-semibold">
              Changed by both: choose
            </h3>
            <div className="grid gap-3">
              {conflicts.map((conflict) => (
                <ConflictChoice
                  key={conflict.path}
                  conflict={conflict}
                  side={choices.get(conflict.path) ?? "mine"}
                  onChoose={(side) => setChoices(new Map(choices).set(conflict.path, side))}
                />
              ))}
            </div>
          </section>
        ) : null}
        {theirs.length > 0 ? (
          <OneSided id="conflict-theirs" title="Changed by them: stays" rows={theirs} />
        ) : null}
        {mine.length > 0 ? (
          <OneSided id="conflict-mine" title="Changed by you: added to theirs" rows={mine} />
        ) : null}
        {conflicts.length + theirs.length === 0 ? (
          <p className="text-text-2">What they changed has no place in this form.</p>
        ) : null}
        {lost.length > 0 ? (
          <p className="text-danger">
            {`The type has another version of ${lost.join(", ")} now: ${formatCount(lost.length, "change")} of yours cannot be taken over. Copy what you need before you go on.`}
          </p>
        ) : null}
        <p className="text-text-3">You see the result in the form and save it from there.</p>
      </div>
    </Dialog>
  );
}
