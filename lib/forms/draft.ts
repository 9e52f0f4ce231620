// What a form holds while a person edits: one draft per node, positional (f.0.rows.2.value), so that react-hook-form
// never sees a property name. "Unset" is null: the key is not in the document.
import type { FieldKind } from "@/lib/forms/field-node";

/**
 * `keep` exists only where a secret is stored. `replace` with an empty text counts as not filled in. Any node may hold
 * one: a stored value that is masked (e.g. a variable that a person marked as secret) is never shown, whatever its kind.
 */
export type SecretDraft = {
  readonly action: "keep" | "replace" | "clear";
  readonly text: string;
  /** Whether a value is stored; decides whether Keep is offered. */
  readonly isStored: boolean;
  /** "3 May 2026" where the date is known. */
  readonly changed?: string;
  /** "s3/log-test" when a duplicate copies this secret on the server. */
  readonly copiedFrom?: string;
  /** A person marked it, or it was a secret under an older schema: with a new value it may be shown again. */
  readonly isMarked?: true;
};

/** `from` is the row's index (list) when the form was loaded; null for a new row. Identity survives moves. */
export type ListRow = { readonly from: number | null; readonly value: Draft };
/** `from` is the row's key when the form was loaded; null for a new row. */
export type DictRow = {
  readonly from: string | null;
  readonly key: string;
  readonly value: Draft;
  /** A person decided not to mask it: neither its key nor what is in it counts as a credential. */
  readonly isPlain?: true;
};

export type DraftByKind = {
  /** null = not set; "" is an empty text that someone set on purpose. */
  text: string | null;
  secret: SecretDraft;
  /** The text as typed or stored, so that `1.0` stays `1.0`. */
  number: string | null;
  boolean: boolean | null;
  /** JSON text of the chosen option; a stored value outside the options stays as it is. */
  enum: string | null;
  const: null;
  datetime: string | null;
  duration: string | null;
  list: { readonly rows: readonly ListRow[] } | null;
  /** A row for every place; one that is left out at the end has `from` null and nothing in it. */
  tuple: { readonly rows: readonly ListRow[] } | null;
  dict: { readonly rows: readonly DictRow[] } | null;
  /** Every branch has a draft of its own; `branch` null = not set. */
  union: { readonly branch: number | null; readonly drafts: readonly Draft[] };
  /**
   * A saved block, or `inline`: the value is written out in this document (by a client) and is kept, or `lost`: the block
   * that stood here, "s3/log-test", was deleted. Untouched the form keeps that it is known.
   */
  reference: { readonly documentId: string } | { readonly inline: true } | { readonly lost: string } | null;
  group: { readonly isSet: boolean; readonly f: readonly Draft[] };
  /** Null: not set. Else what the unfolded node holds; that type would contain itself here. */
  recursive: null;
  /** As typed, in `language`. */
  json: { readonly text: string; readonly language: TextLanguage } | null;
};
export type DraftOf<K extends FieldKind> = DraftByKind[K];

/**
 * A stored value that its node cannot show (wrong type for the schema). It is shown as "does not match the schema",
 * survives every save, and can be replaced. `text` is JSON with secrets masked.
 */
export type MismatchDraft = { readonly mismatch: true; readonly text: string };

export type TextLanguage = "json" | "yaml";

/** A text of JSON or YAML in which values are edited. `opened` is what it was at first. */
export type OpenText = { readonly view: TextLanguage; readonly text: string; readonly opened: string };

/**
 * A field that is edited as text, whatever its kind: `basis` is the draft that the text was printed from. While nobody
 * has changed the text, it is the draft; else settle-views.ts brings the changes onto it.
 */
export type TextViewDraft = OpenText & { readonly basis: Draft };

export type Draft = DraftByKind[FieldKind] | MismatchDraft | TextViewDraft;

/** The values of react-hook-form: `f` is positional over `FormTree.fields`. `whole`: all fields are edited as one text. */
export type FormDraft = {
  readonly name: string;
  readonly f: readonly Draft[];
  readonly whole?: OpenText | null;
};
