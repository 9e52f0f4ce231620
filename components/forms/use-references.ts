"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { createChoiceStore } from "@/components/forms/choice-store";
import type {
  NewBlockActions,
  NewBlockDialogProps,
  References,
  ReferenceTypes,
} from "@/components/forms/form-contract";
import type { ReferenceCandidate } from "@/lib/blocks/list-reference-candidates";

const NewBlockDialog = dynamic<NewBlockDialogProps>(
  () => import("@/components/forms/new-block-dialog").then((file) => file.NewBlockDialog),
  { ssr: false },
);

type PageReferences = {
  readonly choices: readonly ReferenceCandidate[];
  readonly types: ReferenceTypes;
  readonly actions: NewBlockActions;
};

/** What the pickers of a page work with, made once; "New …" is loaded when it is used for the first time. */
export function usePageReferences({ choices, types, actions }: PageReferences): References {
  const [references] = useState(
    (): References => ({
      choices: createChoiceStore(choices),
      types,
      newBlock: { Dialog: NewBlockDialog, actions },
    }),
  );
  return references;
}
