// What the pages hand to the forms, and what the forms send back: plain JSON and server actions.
import type { ComponentType, ReactNode } from "react";
import type { ChoiceStore } from "@/components/forms/choice-store";
import type { ReferenceCandidate } from "@/lib/blocks/list-reference-candidates";
import type { NewBlockFormView } from "@/lib/blocks/read-block-form";
import type { ErrorCode, Issue } from "@/lib/errors";
import type { PatchEdit } from "@/lib/forms/edit";

/** An action that failed. `message` is for people; `issues` name the fields by their path in the document. */
export type ActionFailure = {
  readonly ok: false;
  readonly code: ErrorCode | "unknown";
  readonly message: string;
  readonly issues: readonly Issue[];
};

export type CreateBlock = (input: {
  readonly slug: string;
  readonly schemaId: string;
  readonly name: string;
  readonly edit: PatchEdit;
  readonly duplicateOf?: string;
  readonly expectedUpdated?: number;
}) => Promise<{ readonly ok: true; readonly created: ReferenceCandidate } | ActionFailure>;

export type SaveBlock = (input: {
  readonly documentId: string;
  readonly edit: PatchEdit;
  readonly expectedUpdated: number;
}) => Promise<{ readonly ok: true } | ActionFailure>;

export type LoadNewBlockForm = (
  slug: string,
) => Promise<{ readonly ok: true; readonly form: NewBlockFormView } | ActionFailure>;

/** A type that a reference takes. */
export type ReferenceType = { readonly name: string; readonly logo?: ReactNode };
export type ReferenceTypes = Readonly<Record<string, ReferenceType>>;

/** What the picker of a reference works with. */
export type References = {
  readonly choices: ChoiceStore;
  readonly types: ReferenceTypes;
  /** Absent in a form that lies in a picker's dialog already. */
  readonly newBlock?: {
    readonly Dialog: ComponentType<NewBlockDialogProps>;
    readonly load: LoadNewBlockForm;
    readonly create: CreateBlock;
  };
};

/** The dialog makes a block of a type and hands it back. */
export type NewBlockDialogProps = {
  readonly slug: string;
  readonly load: LoadNewBlockForm;
  readonly create: CreateBlock;
  readonly types: ReferenceTypes;
  readonly onClose: () => void;
  readonly onMade: (created: ReferenceCandidate) => void;
};
