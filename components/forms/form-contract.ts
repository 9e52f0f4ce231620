// What the pages hand to the forms, and what the forms send back: plain JSON and server actions.
import type { ComponentType, ReactNode } from "react";
import type { ChoiceStore } from "@/components/forms/choice-store";
import type { ErrorCode, Issue } from "@/lib/errors";
import type { FormDraft } from "@/lib/forms/draft";
import type { PatchEdit } from "@/lib/forms/edit";
import type { FormTree } from "@/lib/forms/field-node";

/** A saved block that a reference can take. */
export type BlockChoice = {
  readonly id: string;
  readonly name: string;
  readonly typeSlug: string;
  readonly typeName: string;
  /** "3 May 2026". */
  readonly updated: string;
};

export type ReferenceType = { readonly name: string; readonly logo?: ReactNode };

/** The form of a new block: what the create page shows, and the dialog of a picker's "New …". */
export type NewBlockForm = {
  readonly slug: string;
  readonly typeName: string;
  readonly schemaId: string;
  readonly tree: FormTree;
  readonly draft: FormDraft;
  /** A duplicate: the id of the block whose secrets the server copies. */
  readonly copyOf?: string;
  readonly choices: readonly BlockChoice[];
};

/** A stored block as its form shows it. */
export type StoredBlockForm = {
  readonly id: string;
  readonly slug: string;
  /** Which state of the block the form was made from. */
  readonly version: string;
  readonly tree: FormTree;
  readonly draft: FormDraft;
  readonly choices: readonly BlockChoice[];
  /** How many blocks refer to it. */
  readonly usedBy: number;
};

export type NewBlockInput = {
  readonly slug: string;
  readonly schemaId: string;
  readonly name: string;
  readonly edit: PatchEdit;
  readonly copyOf?: string;
};

/** An action that failed. `message` is for people; `issues` name the fields by their path in the document. */
export type ActionFailure = {
  readonly ok: false;
  readonly code: ErrorCode | "unknown";
  readonly message: string;
  readonly issues: readonly Issue[];
  /** The block that has the name already. */
  readonly taken?: { readonly id: string };
};

export type CreateBlock = (
  input: NewBlockInput,
) => Promise<{ readonly ok: true; readonly choice: BlockChoice } | ActionFailure>;

export type LoadNewBlockForm = (
  slug: string,
) => Promise<{ readonly ok: true; readonly form: NewBlockForm } | ActionFailure>;

export type SaveBlock = (input: {
  readonly id: string;
  /** The state that the form was made from; another one is a conflict. */
  readonly version: string;
  readonly edit: PatchEdit;
}) => Promise<{ readonly ok: true } | ActionFailure>;

/** What the picker of a reference works with. */
export type References = {
  readonly choices: ChoiceStore;
  readonly types: Readonly<Record<string, ReferenceType>>;
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
  readonly types: Readonly<Record<string, ReferenceType>>;
  readonly onClose: () => void;
  readonly onMade: (choice: BlockChoice) => void;
};
