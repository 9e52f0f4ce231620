"use client";

import { type ReactNode, useState } from "react";
import { EditForm } from "@/components/forms/edit-form";
import type { EditActions, NewBlockActions, ReferenceTypes } from "@/components/forms/form-contract";
import type { EditBlockFormView } from "@/lib/blocks/read-block-form";
import type { FormDraft } from "@/lib/forms/draft";

export type EditPageFormProps = {
  block: EditBlockFormView;
  /** How many blocks refer to it. */
  usedBy: number;
  types: ReferenceTypes;
  editActions: EditActions;
  actions: NewBlockActions;
  notice?: ReactNode;
  typeCard: ReactNode;
};

/** The edit page below its title. When somebody else has saved meanwhile, the form begins again on what they stored. */
export function EditPageForm(props: EditPageFormProps) {
  const [start, setStart] = useState<{ block: EditBlockFormView; parked?: FormDraft; round: number }>({
    block: props.block,
    round: 0,
  });
  const { block, parked, round } = start;
  return (
    <EditForm
      {...props}
      key={round}
      block={block}
      parked={parked}
      onBeginAgain={(theirs, draft) =>
        setStart({ block: theirs, round: round + 1, ...(draft && { parked: draft }) })
      }
    />
  );
}
