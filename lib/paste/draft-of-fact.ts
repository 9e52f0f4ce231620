import type { Draft, SecretDraft } from "@/lib/forms/draft";
import { typedDraft } from "@/lib/forms/draft-from-data";
import { dictRows, isMismatchDraft, isSecretDraft } from "@/lib/forms/draft-shape";
import type { FieldNode, NodeOf } from "@/lib/forms/field-node";
import { maskedByName } from "@/lib/forms/row-mask";
import { isJsonArray, isJsonNumber, isJsonObject, type Json, printJson } from "@/lib/json";

/** What a text says for one field; `text` is the whole of it, as it was pasted. */
export type FactValue = { readonly value: Json; readonly text: string; readonly isSecret: boolean };

/** What a field holds when a fact is put into it; undefined where the two do not fit. */
export function draftOfFact(node: FieldNode, before: Draft, fact: FactValue): Draft | undefined {
  const { value, text } = fact;
  // Whatever the kind: where a secret is kept, a new one replaces it.
  if (node.kind === "secret" || (node.kind === "text" && isSecretDraft(before))) {
    return replaced(before, isJsonObject(value) ? text : textOf(value));
  }
  switch (node.kind) {
    case "text":
    case "duration":
      return textOf(value);
    case "number":
      return digitsOf(value);
    case "enum":
      return node.options.find((option) => option.json === printJson(value))?.json;
    case "list":
      return isJsonArray(value) ? fitting(node, value) : fitting(node, [value]);
    case "dict":
      return dictOf(node, before, fact);
    case "json":
      return jsonOf(node, fact);
    case "boolean":
    case "union":
    case "group":
    case "tuple":
    case "datetime":
      return fitting(node, value);
    case "const":
    case "reference":
    case "recursive":
      return undefined;
  }
}

function replaced(
  before: Draft,
  text: string | undefined,
  marked: Pick<SecretDraft, "isMarked"> = {},
): Draft | undefined {
  if (text === undefined) return undefined;
  const kept = isSecretDraft(before) ? before : { isStored: false, ...marked };
  return { ...kept, action: "replace", text };
}

function textOf(value: Json): string | undefined {
  if (isJsonNumber(value)) return value.number;
  return typeof value === "string" ? value : undefined;
}

function digitsOf(value: Json): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^-?\d+(?:\.\d+)?$/.test(text) ? text : undefined;
}

/** The draft that the value would have as a stored one. */
function fitting(node: FieldNode, value: Json): Draft | undefined {
  const draft = typedDraft(node, value);
  return isMismatchDraft(draft) ? undefined : asNew(draft);
}

/** Rows that come from a text are new ones, whatever rows are stored. */
function asNew(draft: Draft): Draft {
  if (typeof draft !== "object" || draft === null) return draft;
  if ("rows" in draft) {
    return { rows: draft.rows.map((row) => ({ ...row, from: null, value: asNew(row.value) })) } as Draft; // rows stay of their kind
  }
  if ("drafts" in draft) return { ...draft, drafts: draft.drafts.map(asNew) };
  return "f" in draft ? { ...draft, f: draft.f.map(asNew) } : draft;
}

/** The text as it was pasted, with its comments, where it is the value as a whole. */
function jsonOf(node: NodeOf<"json">, { value, text }: FactValue): Draft | undefined {
  if (node.expects === "array" ? !isJsonArray(value) : !isJsonObject(value)) return undefined;
  if (isJsonObject(value) && (value.has("clusters") || value.has("private_key"))) {
    return { text, language: /^\s*\{/.test(text) ? "json" : node.language };
  }
  return fitting(node, value);
}

/** Rows stay; a key that is there gets the new value, others are added. */
function dictOf(node: NodeOf<"dict">, before: Draft, { value, isSecret }: FactValue): Draft | undefined {
  if (!isJsonObject(value)) return undefined;
  const rows = new Map((dictRows(before) ?? []).map((row) => [row.key, row]));
  rows.delete("");
  // Where the schema does not hide the values, the mark of a person does.
  const marked = node.value.kind === "secret" || node.hidesCredentials ? {} : { isMarked: true as const };
  for (const [key, item] of value) {
    const row = rows.get(key) ?? { from: null, key, value: null };
    const hidden = isSecret || isSecretDraft(row.value);
    const draft = hidden ? replaced(row.value, textOf(item), marked) : fitting(node.value, item);
    if (draft === undefined) return undefined;
    rows.set(key, maskedByName(node, { ...row, value: draft }));
  }
  return { rows: [...rows.values()] };
}
