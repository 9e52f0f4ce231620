import type { DictRow, Draft } from "@/lib/forms/draft";
import { typedDraft } from "@/lib/forms/draft-from-data";
import { isMismatchDraft, isSecretDraft, jsonDraft } from "@/lib/forms/draft-shape";
import type { DictNode, FieldNode } from "@/lib/forms/field-node";
import { parseJsonText } from "@/lib/forms/json-text";
import { parsePlainValue } from "@/lib/forms/plain-value";
import { isJsonObject, type Json, printJsonPretty } from "@/lib/json";
import { MASK } from "@/lib/secrets/secret";

/** Whether rows and JSON text can say the same: secrets, groups and references have no place in a text. */
export function canBeJsonText(node: DictNode): boolean {
  const { kind } = node.value;
  if (kind === "json") return node.value.language === "json";
  return kind === "text" || kind === "number" || kind === "boolean" || kind === "enum";
}

/** The rows as one JSON object; a stored secret among them reads as the mask. */
export function dictToText(node: DictNode, rows: readonly DictRow[]): string {
  const entries = rows.map((row) => [row.key, toValue(node.value, row.value)] as const);
  return printJsonPretty(new Map(entries));
}

/**
 * The rows that a text stands for, or a sentence that says what is wrong with it. A row keeps where it came from by its
 * key, and a mask under the key of a stored secret keeps that secret.
 */
export function dictFromText(
  node: DictNode,
  rows: readonly DictRow[],
  text: string,
): { ok: true; rows: readonly DictRow[] } | { ok: false; message: string } {
  const parsed = parseJsonText(text.trim() === "" ? "{}" : text);
  if (!parsed.ok) return { ok: false, message: `Line ${parsed.line}: ${parsed.message}` };
  if (!isJsonObject(parsed.value))
    return { ok: false, message: 'Write an object, for example {"key": "value"}.' };
  const before = new Map(rows.map((row) => [row.key, row]));
  const next: DictRow[] = [];
  for (const [key, value] of parsed.value) {
    const row = toRow(node, key, value, before.get(key));
    if (!row) return { ok: false, message: `The value of ${key} does not fit: ${expected(node.value)}.` };
    next.push(row);
  }
  return { ok: true, rows: next };
}

function toRow(node: DictNode, key: string, value: Json, row: DictRow | undefined): DictRow | undefined {
  if (row && isSecretDraft(row.value)) {
    if (value === MASK) return row;
    return { ...row, value: { ...row.value, action: "replace", text: String(value) } };
  }
  const draft = typedDraft(node.value, value);
  if (draft === null || isMismatchDraft(draft)) return undefined;
  return { from: row?.from ?? null, key, value: draft };
}

function expected(node: FieldNode): string {
  if (node.kind === "text") return "write a text in double quotes";
  if (node.kind === "number") return "write a number";
  if (node.kind === "boolean") return "write true or false";
  return "choose one of the allowed values";
}

function toValue(node: FieldNode, draft: Draft): Json {
  if (isSecretDraft(draft)) return MASK;
  if (isMismatchDraft(draft)) return readJson(draft.text);
  const json = jsonDraft(draft);
  if (json) {
    const parsed = parsePlainValue(json.text);
    return parsed.ok ? parsed.value : json.text;
  }
  if (typeof draft === "boolean") return draft;
  if (typeof draft !== "string") return null;
  if (node.kind === "enum" || node.kind === "number") return readJson(draft);
  return draft;
}

/** What is typed wrong in a row (a number that is none) shows up as a text. */
function readJson(text: string): Json {
  const parsed = parseJsonText(text);
  return parsed.ok ? parsed.value : text;
}
