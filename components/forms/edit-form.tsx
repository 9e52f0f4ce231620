"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { EditPageFormProps } from "@/components/forms/edit-page-form";
import { FixedName } from "@/components/forms/fixed-name";
import { FormAside } from "@/components/forms/form-aside";
import { FormSplit } from "@/components/forms/form-split";
import { canGoBack, leaveTo } from "@/components/forms/go-back";
import { SchemaForm } from "@/components/forms/schema-form";
import { UpgradeNotice } from "@/components/forms/upgrade-notice";
import { useBlockForm } from "@/components/forms/use-block-form";
import { nameOfBlock, useEdit } from "@/components/forms/use-edit";
import { useLeaveGuard } from "@/components/forms/use-leave-guard";
import { usePageReferences } from "@/components/forms/use-references";
import { toast } from "@/components/ui/toast";
import type { EditBlockFormView } from "@/lib/blocks/read-block-form";
import type { FormDraft } from "@/lib/forms/draft";

const ReviewDialog = dynamic(
  () => import("@/components/forms/review-dialog").then((file) => file.ReviewDialog),
  { ssr: false },
);
const ConflictDialog = dynamic(
  () => import("@/components/forms/conflict-dialog").then((file) => file.ConflictDialog),
  { ssr: false },
);

type EditFormProps = EditPageFormProps & {
  /** What was typed on an earlier state of the block. */
  parked: FormDraft | undefined;
  onBeginAgain: (theirs: EditBlockFormView, draft?: FormDraft) => void;
};

/** Saving asks once more, with what is stored beside what comes. */
export function EditForm(props: EditFormProps) {
  const { block, parked, types, editActions, actions, notice, typeCard, usedBy, onBeginAgain } = props;
  const { documentId: id, name, tree, draft: initial, blockType, upgrade } = block;
  const router = useRouter();
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const references = usePageReferences({ choices: block.candidates, types, actions });
  // What another schema requires must be there, so the form is judged like a new one.
  const isNew = upgrade !== undefined;
  const blockForm = useBlockForm({ tree, initial, parked, isNew, idPrefix: "field-", references });
  const details = `/blocks/block/${id}`;
  const leave = (message: string) => {
    leaveTo(router, details);
    toast(message);
  };
  const edit = useEdit({
    block,
    blockForm,
    references,
    actions: editActions,
    dropped,
    onSaved: () => leave(`${upgrade ? "Upgraded" : "Saved"} ${blockType.slug}/${name}`),
    onUnchanged: () => leave("Nothing to save"),
  });
  const leaveDialog = useLeaveGuard(edit.isUnsaved);
  const cancel = () => {
    edit.finish();
    canGoBack() ? router.back() : router.push(details);
  };
  const { review, conflict } = edit;

  return (
    <FormSplit>
      <SchemaForm
        tree={tree}
        blockForm={blockForm}
        submit={upgrade ? "Upgrade" : "Save"}
        busy={upgrade ? "Upgrading…" : "Saving…"}
        refused={upgrade ? "Not upgraded" : "Not saved"}
        isBusy={edit.isBusy}
        onSubmit={edit.submit}
        onCancel={cancel}
        paste={block.paste}
        aside={<FormAside tree={tree}>{typeCard}</FormAside>}
      >
        {upgrade ? <UpgradeNotice upgrade={upgrade} dropped={dropped} onDrop={setDropped} /> : null}
        {notice}
        <FixedName name={name} duplicateHref={`/blocks/catalog/${blockType.slug}/create?from=${id}`} />
      </SchemaForm>
      {leaveDialog}
      {review ? (
        <ReviewDialog
          name={name}
          rows={review.rows}
          changedFields={review.edit.entries.length}
          otherFields={tree.fields.length - review.edit.entries.filter(({ key }) => !dropped.has(key)).length}
          isUpgrade={upgrade !== undefined}
          usedBy={usedBy}
          isBusy={edit.isSaving}
          onSave={edit.saveReviewed}
          onClose={edit.closeReview}
        />
      ) : null}
      {conflict ? (
        <ConflictDialog
          name={name}
          base={block}
          theirs={conflict.theirs}
          mine={conflict.mine}
          nameOf={(wanted) => nameOfBlock(references, wanted)}
          onBeginAgain={(draft) => onBeginAgain(conflict.theirs, draft)}
          onClose={edit.closeConflict}
        />
      ) : null}
    </FormSplit>
  );
}
