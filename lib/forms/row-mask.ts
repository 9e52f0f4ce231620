import type { DictRow, Draft, SecretDraft } from "@/lib/forms/draft";
import { isSameDraft, isSecretDraft, jsonDraft, textDraft } from "@/lib/forms/draft-shape";
import type { ValuePlace } from "@/lib/forms/edit";
import type { DictNode } from "@/lib/forms/field-node";
import { credentialsIn, hiddenByChange, hiddenInRow } from "@/lib/forms/hidden-places";
import { isCredentialName } from "@/lib/secrets/credential-name";

/** What the form says about masking one row, and what a person may do about it. */
export type RowMask =
  /** Nothing to say, and nothing to do: the schema hides it, or masking makes no sense. */
  | "none"
  /** An ordinary row: it may be masked by choice. */
  | "open"
  /** Stored openly, though it reads like a credential. */
  | "offered"
  /** The catalogue hides it, whatever anybody wishes. */
  | "always"
  | "always inside"
  /** Masked from the next save on, because of its name, of what it holds, of a part of it, or by choice. */
  | "by name"
  | "by value"
  | "inside"
  | "by choice";

/** `before`: what the row held when the form was opened; undefined for a new row. */
export function rowMask(node: DictNode, row: DictRow, before: Draft | undefined): RowMask {
  if (!canBeMasked(node, row)) return "none";
  const isNamed = isCredentialName(row.key);
  if (isSecretDraft(row.value)) return maskOfSecret(node, row.value, before, isNamed);
  if (node.hidesCredentials && isNamed) return "always";
  if (row.isPlain === true) return "open";
  const isNew = row.from === null || before === undefined;
  const places = isNew ? hiddenInRow(node.value, row, {}) : hiddenByChange(node.value, row, before, {});
  if (places.length > 0) return maskOfPlaces(node, places, isNew && isNamed);
  if (isNew) return "open";
  return isNamed || credentialsIn(node.value, row.value, {}).length > 0 ? "offered" : "open";
}

function maskOfPlaces(node: DictNode, places: readonly ValuePlace[], isNamed: boolean): RowMask {
  if (isNamed) return "by name";
  if (places.some((place) => place.length === 0)) return "by value";
  return node.hidesCredentials ? "always inside" : "inside";
}

function maskOfSecret(
  node: DictNode,
  draft: SecretDraft,
  before: Draft | undefined,
  isNamed: boolean,
): RowMask {
  const isKept = draft.action !== "replace" && isSecretDraft(before);
  if (isKept || draft.isMarked !== true)
    return node.hidesCredentials && isNamed && !isKept ? "always" : "none";
  return isNamed && !isSecretDraft(before) ? "by name" : "by choice";
}

/** Values that a line of text can stand for. In a path `*` would stand for every key. */
function canBeMasked({ value }: DictNode, { key }: DictRow): boolean {
  if (key === "" || key === "*") return false;
  return value.kind === "text" || (value.kind === "json" && value.acceptsText === true);
}

/** The value of a row as a hidden one: kept where it is stored like that, else as it was typed. */
export function maskedValue(node: DictNode, row: DictRow, before: Draft | undefined): Draft {
  if (isSecretDraft(row.value)) return row.value;
  const isMarked = node.hidesCredentials && isCredentialName(row.key) ? {} : { isMarked: true as const };
  if (isSecretDraft(before)) return { ...before, action: "replace", text: lineOf(row.value) };
  if (before !== undefined && isSameDraft(before, row.value)) {
    return { action: "keep", text: "", isStored: true, ...isMarked };
  }
  return { action: "replace", text: lineOf(row.value), isStored: false, ...isMarked };
}

/** A hidden value that was typed in this form, in the open again; undefined when only the server knows it. */
export function openValue(node: DictNode, row: DictRow, before: Draft | undefined): Draft | undefined {
  if (!isSecretDraft(row.value)) return row.value;
  const { action, text } = row.value;
  if (action !== "replace") return isSecretDraft(before) ? undefined : before;
  return node.value.kind === "json" ? { text, language: node.value.language } : text;
}

/** A new row whose key reads like a credential holds a hidden value; others stay as they are. */
export function maskedByName(node: DictNode, row: DictRow): DictRow {
  const mask = row.from === null ? rowMask(node, row, undefined) : "none";
  const isDue = (mask === "by name" || mask === "always") && !isSecretDraft(row.value);
  return isDue ? { ...row, value: maskedValue(node, row, undefined) } : row;
}

/** A text in quotes (`"5"`) is what stands between them. */
function lineOf(draft: Draft): string {
  const text = textDraft(draft) ?? jsonDraft(draft)?.text ?? "";
  return jsonDraft(draft) && /^\s*"/.test(text) ? unquoted(text) : text;
}

function unquoted(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : text;
  } catch {
    return text;
  }
}
