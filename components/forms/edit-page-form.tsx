"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { ConflictDialog } from "@/components/forms/conflict-dialog";
import { FixedName } from "@/components/forms/fixed-name";
import { FormAside } from "@/components/forms/form-aside";
import type { NewBlockActions, ReferenceTypes, SaveBlock } from "@/components/forms/form-contract";
import { FormSplit } from "@/components/forms/form-split";
import { canGoBack } from "@/components/forms/go-back";
import { SchemaForm } from "@/components/forms/schema-form";
import { useBlockForm } from "@/components/forms/use-block-form";
import { useEdit } from "@/components/forms/use-edit";
import { useLeaveGuard } from "@/components/forms/use-leave-guard";
import { usePageReferences } from "@/components/forms/use-references";
import { toast } from "@/components/ui/toast";
import type { EditBlockFormView } from "@/lib/blocks/read-block-form";

const ReviewDialog = dynamic(
  () => import("@/components/forms/review-dialog").then((file) => file.ReviewDialog),
  { ssr: false },
);

type EditPageFormProps = {
  block: EditBlockFormView;
  /** How many blocks refer to it. */
  usedBy: number;
  types: ReferenceTypes;
  save: SaveBlock;
  actions: NewBlockActions;
  notice?: ReactNode;
  typeCard: ReactNode;
};

/** The edit page below its title. Saving asks once more, with what is stored beside what comes. */
export function EditPageForm({ block, usedBy, types, save, actions, notice, typeCard }: EditPageFormProps) {
  const { documentId: id, name, tree, draft: initial, blockType } = block;
  const { slug } = blockType;
  const router = useRouter();
  const references = usePageReferences({ choices: block.candidates, types, actions });
  const blockForm = useBlockForm({ tree, initial, isNew: false, idPrefix: "field-", references });
  const details = `/blocks/block/${id}`;
  const leave = (message: string) => {
    router.replace(details);
    toast(message);
  };
  const edit = useEdit({
    block,
    blockForm,
    references,
    save,
    onSaved: () => leave(`Saved ${slug}/${name}`),
    onUnchanged: () => leave("Nothing to save"),
  });
  const leaveDialog = useLeaveGuard(edit.isUnsaved);
  const cancel = () => {
    edit.finish();
    if (canGoBack()) router.back();
    else router.push(details);
  };

  return (
    <FormSplit>
      <SchemaForm
        tree={tree}
        blockForm={blockForm}
        submit="Save"
        busy="Saving…"
        refused="Not saved"
        isBusy={edit.isBusy}
        onSubmit={edit.submit}
        onCancel={cancel}
        aside={<FormAside tree={tree}>{typeCard}</FormAside>}
      >
        {notice}
        <FixedName name={name} duplicateHref={`/blocks/catalog/${slug}/create?from=${id}`} />
      </SchemaForm>
      {leaveDialog}
      {edit.review ? (
        <ReviewDialog
          name={name}
          rows={edit.review.rows}
          otherFields={tree.fields.length - edit.review.edit.entries.length}
          usedBy={usedBy}
          isBusy={edit.isSaving}
          onSave={edit.saveReviewed}
          onClose={edit.closeReview}
        />
      ) : null}
      <ConflictDialog
        name={name}
        isOpen={edit.isConflict}
        onReload={() => {
          edit.finish();
          location.reload();
        }}
        onClose={edit.closeConflict}
      />
    </FormSplit>
  );
}
