// What the pages hand to the forms, and what the forms send back: plain JSON and server actions.
import type { ComponentType, ReactNode } from "react";
import type { ChoiceStore } from "@/components/forms/choice-store";
import type { ReferenceCandidate } from "@/lib/blocks/list-reference-candidates";
import type { EditBlockFormView, NewBlockFormView } from "@/lib/blocks/read-block-form";
import type { ErrorCode, Issue } from "@/lib/errors";
import type { PatchEdit } from "@/lib/forms/edit";

/** An action that failed. `message` is for people; `issues` name the fields by their path in the document. */
export type ActionFailure = {
  readonly ok: false;
  readonly code: ErrorCode | "unknown";
  readonly message: string;
  readonly issues: readonly Issue[];
};

type CreateBlock = (input: {
  readonly slug: string;
  readonly schemaId: string;
  readonly name: string;
  readonly edit: PatchEdit;
  readonly duplicateOf?: string;
  readonly expectedUpdated?: number;
}) => Promise<{ readonly ok: true; readonly created: ReferenceCandidate } | ActionFailure>;

/** The block of a type that has a name already. */
type FindTakenName = (slug: string, name: string) => Promise<string | undefined>;

type SaveBlock = (input: {
  readonly documentId: string;
  /** The schema to which the block moves. */
  readonly schemaId?: string;
  readonly edit: PatchEdit;
  readonly expectedUpdated: number;
}) => Promise<{ readonly ok: true } | ActionFailure>;

/** What is stored by now, for somebody who began with `since`. */
type RereadBlockForm = (input: {
  readonly documentId: string;
  readonly schemaId?: string;
  readonly since: number;
}) => Promise<{ readonly ok: true; readonly form: EditBlockFormView } | ActionFailure>;

/** What the form of a stored block asks of the server. */
export type EditActions = { readonly save: SaveBlock; readonly reread: RereadBlockForm };

type LoadNewBlockForm = (
  slug: string,
) => Promise<{ readonly ok: true; readonly form: NewBlockFormView } | ActionFailure>;

/** What the form of a new block asks of the server. */
export type NewBlockActions = {
  readonly create: CreateBlock;
  readonly load: LoadNewBlockForm;
  readonly findTaken: FindTakenName;
};

/** A type that a reference takes. */
type ReferenceType = { readonly name: string; readonly logo?: ReactNode };
export type ReferenceTypes = Readonly<Record<string, ReferenceType>>;

/** What the picker of a reference works with. */
export type References = {
  readonly choices: ChoiceStore;
  readonly types: ReferenceTypes;
  /** Absent in a form that lies in a picker's dialog already. */
  readonly newBlock?: {
    readonly Dialog: ComponentType<NewBlockDialogProps>;
    readonly actions: NewBlockActions;
  };
};

/** The dialog makes a block of a type and hands it back. */
export type NewBlockDialogProps = {
  readonly slug: string;
  readonly actions: NewBlockActions;
  readonly types: ReferenceTypes;
  readonly onClose: () => void;
  readonly onMade: (created: ReferenceCandidate) => void;
};
