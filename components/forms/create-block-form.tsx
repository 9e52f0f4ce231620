"use client";

import { type ReactNode, type RefObject, useEffect } from "react";
import type { NewBlockActions, References } from "@/components/forms/form-contract";
import { NameBox } from "@/components/forms/name-box";
import { forgetParkedDraft, parkDraft, peekParkedDraft } from "@/components/forms/parked-draft";
import { SchemaForm } from "@/components/forms/schema-form";
import { useBlockForm } from "@/components/forms/use-block-form";
import { useCreate } from "@/components/forms/use-create";
import { useLeaveGuard } from "@/components/forms/use-leave-guard";
import type { ReferenceCandidate } from "@/lib/blocks/list-reference-candidates";
import type { NewBlockFormView } from "@/lib/blocks/read-block-form";
import { checkBlockName } from "@/lib/forms/block-name";

type CreateBlockFormProps = {
  block: NewBlockFormView;
  actions: NewBlockActions;
  references: References;
  /** Makes DOM ids unique when a form lies above another. */
  idPrefix: string;
  onCreated: (choice: ReferenceCandidate) => void;
  onCancel: () => void;
  isInDialog?: boolean;
  /** Gets the question whether leaving would lose something. */
  unsaved?: RefObject<() => boolean>;
  children?: ReactNode;
  aside?: ReactNode;
};

/** The form of a new block, on a page or in a picker's dialog. */
export function CreateBlockForm(props: CreateBlockFormProps) {
  const {
    block,
    actions,
    references,
    idPrefix,
    onCreated,
    onCancel,
    isInDialog = false,
    unsaved,
    children,
    aside,
  } = props;
  const { tree, draft: initial, blockType } = block;
  const parkingKey = `${idPrefix}${blockType.slug}/${block.duplicateOf?.id ?? ""}`;
  const blockForm = useBlockForm({
    tree,
    initial,
    parked: peekParkedDraft(parkingKey),
    isNew: true,
    idPrefix,
    references,
    checkName: nameFault,
  });
  const { isBusy, submit, taken, checkName, finish, isUnsaved } = useCreate(
    block,
    blockForm,
    actions,
    onCreated,
  );
  const leaveDialog = useLeaveGuard(isInDialog ? never : isUnsaved);
  useEffect(forgetParkedDraft, []);
  useEffect(() => {
    if (unsaved) unsaved.current = isUnsaved;
  }, [unsaved, isUnsaved]);

  return (
    <>
      <SchemaForm
        tree={tree}
        blockForm={blockForm}
        submit="Create"
        busy="Creating…"
        refused="Not created"
        isBusy={isBusy}
        onSubmit={submit}
        onCancel={() => {
          finish();
          onCancel();
        }}
        isSticky={!isInDialog}
        paste={block.paste}
        aside={aside}
      >
        {children}
        <NameBox
          slug={blockType.slug}
          typeName={blockType.name}
          taken={taken}
          onLeave={checkName}
          onOpenTaken={() => parkDraft(parkingKey, blockForm.currentDraft())}
        />
      </SchemaForm>
      {leaveDialog}
    </>
  );
}

function nameFault(name: string): string | undefined {
  const checked = checkBlockName(name);
  return checked.ok ? undefined : checked.message;
}

/** Nothing in a dialog leads away from the page. */
function never(): boolean {
  return false;
}
