import { placeholderOf } from "@/lib/forms/block-placeholder";
import type { DictRow, Draft, SecretDraft } from "@/lib/forms/draft";
import {
  booleanDraft,
  dictRows,
  groupDraft,
  isMismatchDraft,
  isSecretDraft,
  jsonDraft,
  listRows,
  referenceDraft,
  textDraft,
  unionDraft,
} from "@/lib/forms/draft-shape";
import type { FieldNode } from "@/lib/forms/field-node";
import { readJson } from "@/lib/forms/json-text";
import { parseNumber } from "@/lib/forms/parse-number";
import { unfold } from "@/lib/forms/recursion";
import { parseEditorText, type TextParsers } from "@/lib/forms/text-parsers";
import { isJsonObject, type Json } from "@/lib/json";

/** The whole value of a draft that has nothing stored behind it; undefined when it is not filled in. */
export function newValue(node: FieldNode, draft: Draft, parsers: TextParsers): Json | undefined {
  if (isMismatchDraft(draft)) return undefined;
  if (isSecretDraft(draft)) return secretValue(node, draft);
  switch (node.kind) {
    case "list":
      return newList(node.item, draft, parsers);
    case "dict":
      return newDict(node.value, draft, parsers);
    case "tuple":
      return newTuple(node.items, draft, parsers);
    case "group":
      return newGroup(node.fields, draft, parsers);
    case "union": {
      const { branch, drafts } = unionDraft(draft);
      const chosen = node.branches[branch ?? -1]?.node;
      // A fixed value is entered by choosing it.
      if (chosen?.kind === "const") return readJson(chosen.json);
      return chosen && newValue(chosen, drafts[branch ?? -1] ?? null, parsers);
    }
    case "recursive":
      return draft === null ? undefined : newValue(unfold(node), draft, parsers);
    case "json":
      return jsonValue(node, draft, parsers);
    default:
      return leafValue(node, draft);
  }
}

/** Nothing was filled in: a row like this is not saved. */
export function isBlank(node: FieldNode, draft: Draft): boolean {
  if (isMismatchDraft(draft)) return false;
  if (isSecretDraft(draft)) return !draft.isStored && draft.text === "";
  switch (node.kind) {
    case "group":
      return !groupDraft(draft).isSet;
    case "boolean":
      return booleanDraft(draft) === null;
    case "list":
    case "tuple":
      return listRows(draft) === null;
    case "dict":
      return dictRows(draft) === null;
    case "union": {
      const { branch, drafts } = unionDraft(draft);
      const chosen = node.branches[branch ?? -1]?.node;
      return !chosen || (chosen.kind !== "const" && isBlank(chosen, drafts[branch ?? -1] ?? null));
    }
    case "recursive":
      return draft === null || isBlank(unfold(node), draft);
    case "reference":
      return !holdsBlock(referenceDraft(draft));
    case "json":
      return (jsonDraft(draft)?.text ?? "").trim() === "";
    default:
      return (textDraft(draft) ?? "").trim() === "";
  }
}

/** What a new object needs beside what was typed: fixed values that the schema requires and gives no default for. */
export function requiredValue(node: FieldNode): Json | undefined {
  if (node.kind === "const" && node.tellsApart) return readJson(node.json);
  if (!node.required || node.defaultJson !== undefined) return undefined;
  if (node.kind === "const") return readJson(node.json);
  // Its first choice stands open from the start.
  const first = node.kind === "union" ? node.branches[0]?.node : undefined;
  if (first?.kind === "group") return requiredValue(first);
  return node.kind === "group" ? new Map(requiredEntries(node.fields)) : undefined;
}

export function requiredEntries(fields: readonly FieldNode[]): readonly (readonly [string, Json])[] {
  return fields.flatMap((field) => {
    const value = requiredValue(field);
    return value === undefined ? [] : [[field.key, value] as const];
  });
}

function secretValue(node: FieldNode, { action, text }: SecretDraft): Json | undefined {
  if (action !== "replace" || text === "") return undefined;
  if (node.kind === "secret" && node.isNumber) return parseNumber(text);
  // In a free object a credential may be an object too, such as the key file of a service account. Anything else is text.
  const isFree = node.kind === "json" && node.acceptsText === true && /^\s*[{[]/.test(text);
  return (isFree ? readJson(text) : undefined) ?? text;
}

/** What is known of a deleted block is no value. */
function holdsBlock(draft: ReturnType<typeof referenceDraft>): boolean {
  return draft !== null && !("lost" in draft);
}

/** A single value from its draft; undefined for "not set". */
function leafValue(node: FieldNode, draft: Draft): Json | undefined {
  const block = referenceDraft(draft);
  if (block && "documentId" in block) return placeholderOf(block.documentId);
  if (node.kind === "boolean") return booleanDraft(draft) ?? undefined;
  const text = textDraft(draft);
  if (text === null) return undefined;
  switch (node.kind) {
    case "text":
      return text;
    case "number":
      return node.asText ? parseNumber(text)?.number : parseNumber(text);
    case "duration":
      return durationValue(text.trim());
    case "enum":
      return readJson(text);
    case "datetime":
      return text.trim() === "" ? undefined : text.trim();
    default:
      return undefined;
  }
}

/** Seconds are a number, everything else is a text. */
function durationValue(text: string): Json | undefined {
  return text === "" ? undefined : (parseNumber(text) ?? text);
}

function jsonValue(
  node: Extract<FieldNode, { kind: "json" }>,
  draft: Draft,
  parsers: TextParsers,
): Json | undefined {
  const text = jsonDraft(draft);
  if (!text || text.text.trim() === "") return undefined;
  const parsed = parseEditorText(node, text, parsers);
  return parsed.ok ? parsed.value : undefined;
}

function newList(node: FieldNode, draft: Draft, parsers: TextParsers): Json | undefined {
  return listRows(draft)?.flatMap((row) => {
    const value = isBlank(node, row.value) ? undefined : newValue(node, row.value, parsers);
    // A list in a list stays one item.
    return value === undefined ? [] : [value];
  });
}

function newDict(node: FieldNode, draft: Draft, parsers: TextParsers): Json | undefined {
  const rows = dictRows(draft);
  if (!rows) return undefined;
  const entries = rows.flatMap((row) => {
    const value = newEntry(node, row, parsers);
    return value === undefined ? [] : [[row.key, value] as const];
  });
  return new Map(entries);
}

/** The value of a new row: without a key there is none, and a text may be empty (`FOO=`). */
export function newEntry(node: FieldNode, row: DictRow, parsers: TextParsers): Json | undefined {
  if (row.key === "") return undefined;
  return node.kind === "text" && row.value === null ? "" : newValue(node, row.value, parsers);
}

function newGroup(fields: readonly FieldNode[], draft: Draft, parsers: TextParsers): Json | undefined {
  const { isSet, f } = groupDraft(draft);
  if (!isSet) return undefined;
  const entries = fields.flatMap((field, index) => {
    // Null is a value: only undefined means "not filled in".
    const typed = newValue(field, f[index] ?? null, parsers);
    const value = typed === undefined ? requiredValue(field) : typed;
    if (field.kind === "dict" && field.besideKeys) return isJsonObject(value) ? [...value] : [];
    return value === undefined ? [] : [[field.key, value] as const];
  });
  return new Map(entries);
}

/** Every place up to the last one that is filled in. */
function newTuple(items: readonly FieldNode[], draft: Draft, parsers: TextParsers): Json | undefined {
  const values = listRows(draft)?.map((row, index) => {
    const item = items[index];
    return item && (newValue(item, row.value, parsers) ?? requiredValue(item));
  });
  const count = (values?.findLastIndex((value) => value !== undefined) ?? -1) + 1;
  return values?.slice(0, count).map((value) => value ?? null);
}
