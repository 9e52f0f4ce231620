import type { DictRow, Draft, DraftOf, SecretDraft } from "@/lib/forms/draft";
import { takesNull, typedDraft } from "@/lib/forms/draft-from-data";
import {
  dictRows,
  groupDraft,
  isMismatchDraft,
  isSecretDraft,
  isTextView,
  jsonDraft,
  listRows,
  unionDraft,
} from "@/lib/forms/draft-shape";
import { clearedDraft, emptyDraft, startDraft } from "@/lib/forms/empty-draft";
import { branchPosition, fieldPosition, type Position, rowPosition } from "@/lib/forms/field-issue";
import type { FieldNode, NodeOf } from "@/lib/forms/field-node";
import { containsMask, misplacesMask } from "@/lib/forms/json-edit";
import { matchItems } from "@/lib/forms/match-items";
import { printPlainValue } from "@/lib/forms/plain-value";
import { printYaml } from "@/lib/forms/print-yaml";
import { recogniseBranch } from "@/lib/forms/recognise-branch";
import { unfold } from "@/lib/forms/recursion";
import { type ViewContext, viewEntries, viewItems, viewJson } from "@/lib/forms/view-json";
import { isJsonArray, isJsonNumber, isJsonObject, isSameJson, type Json, printJsonPretty } from "@/lib/json";
import { MASK } from "@/lib/secrets/secret";

/** What cannot be brought from a text onto the form, and where it stands. */
export type ViewFault = { readonly path: Position["path"]; readonly message: string };
export type ApplyContext = ViewContext & {
  /** Whether the text showed a mask at first: then asterisks at another place are no text. */
  readonly hidesSomething: boolean;
  readonly fault: (fault: ViewFault) => void;
};

/**
 * Brings what somebody wrote in a text onto the draft that the text was printed from, by meaning: every part that still
 * reads the same is the draft it was, with its stored secret, the row that it came from, its notation and what was
 * typed into other branches. `json` undefined: the key is not in the text.
 */
export function applyView(
  node: FieldNode,
  basis: Draft,
  json: Json | undefined,
  at: Position,
  context: ApplyContext,
): Draft {
  if (isTextView(basis)) return applyView(node, basis.basis, json, at, context);
  if (isSameJson(viewJson(node, basis, at, context), json)) return basis;
  if (json === undefined || (json === null && !takesNull(node))) return clearedDraft(node, basis);
  if (isMismatchDraft(basis)) return applyView(node, emptyDraft(node), json, at, context);
  if (isSecretDraft(basis)) return applySecret(node, basis, json, at, context);
  return applyChanged(node, basis, json, at, context);
}

function applyChanged(node: FieldNode, basis: Draft, json: Json, at: Position, context: ApplyContext): Draft {
  switch (node.kind) {
    case "group":
      if (!isJsonObject(json)) return mismatch(json, at, context);
      return { isSet: true, f: applyFields(node.fields, groupDraft(basis).f, json, at, context) };
    case "list":
      return isJsonArray(json) ? applyItems(node, basis, json, at, context) : mismatch(json, at, context);
    case "tuple":
      return isJsonArray(json) ? applyPlaces(node, basis, json, at, context) : mismatch(json, at, context);
    case "recursive": {
      const full = unfold(node);
      return applyView(full, basis === null ? emptyDraft(full) : basis, json, at, context);
    }
    case "dict":
      return isJsonObject(json) ? applyEntries(node, basis, json, at, context) : mismatch(json, at, context);
    case "union":
      return applyUnion(node, basis, json, at, context);
    case "reference":
      return applyReference(json, at, context);
    case "json":
      return applyText(node, basis, json, at, context);
    default:
      return applyLeaf(node, json, at, context);
  }
}

/** The fields of an object; a key that no field has can only be a mistake. */
export function applyFields(
  fields: readonly FieldNode[],
  drafts: readonly Draft[],
  json: ReadonlyMap<string, Json>,
  at: Position | undefined,
  context: ApplyContext,
): readonly Draft[] {
  const others = new Map(json);
  for (const { key } of fields) others.delete(key);
  const beside = fields.find((field) => field.kind === "dict" && field.besideKeys);
  for (const key of beside ? [] : others.keys()) {
    const message = `There is no field ${key}. Remove it, or correct its name.`;
    context.fault({ path: [...(at?.path ?? []), key], message });
  }
  return fields.map((field, index) => {
    const basis = drafts[index] ?? emptyDraft(field);
    const below = fieldPosition(at, index, field);
    if (field !== beside) return applyView(field, basis, json.get(field.key), below, context);
    const isEmpty = others.size === 0 && (dictRows(basis) ?? []).length === 0;
    return isEmpty ? basis : applyView(field, basis, others.size === 0 ? undefined : others, below, context);
  });
}

const maskMessage =
  "Eight asterisks stand for a hidden value only at its place. Write the value itself here, or make this change in the form.";

function mismatch(json: Json, { path }: Position, { hidesSomething, fault }: ApplyContext): Draft {
  if (hidesSomething && containsMask(json)) fault({ path, message: maskMessage });
  return { mismatch: true, text: printJsonPretty(json) };
}

function applySecret(
  node: FieldNode,
  basis: SecretDraft,
  json: Json,
  at: Position,
  context: ApplyContext,
): Draft {
  if (json === MASK) {
    if (!basis.isStored) context.fault({ path: at.path, message: maskMessage });
    return { ...basis, action: basis.isStored ? "keep" : basis.action, text: "" };
  }
  if (typeof json === "string") return { ...basis, action: "replace", text: json };
  if (node.kind === "secret") return applyLeaf(node, json, at, context);
  // It gives way to a value that is no text: a list that is secret as a whole.
  return applyView(node, node.kind === "text" ? null : emptyDraft(node), json, at, context);
}

function applyItems(
  node: NodeOf<"list">,
  basis: Draft,
  items: readonly Json[],
  at: Position,
  context: ApplyContext,
): Draft {
  const before = viewItems(node, basis, at, context);
  const matches = matchItems(
    before.map(({ json }) => json),
    items,
  );
  const rows = items.map((item, index) => {
    const row = before[matches[index] ?? -1]?.row ?? { from: null, value: emptyDraft(node.item) };
    return { ...row, value: applyView(node.item, row.value, item, rowPosition(at, index, index), context) };
  });
  return { rows };
}

/** Places have meanings, so each is the one that it was; those at the end may be left out. */
function applyPlaces(
  node: NodeOf<"tuple">,
  basis: Draft,
  values: readonly Json[],
  at: Position,
  context: ApplyContext,
): Draft {
  if (values.length > node.items.length) return mismatch(values, at, context);
  const before = listRows(basis) ?? [];
  const rows = node.items.map((item, index) => {
    const value = values[index];
    const row = before[index] ?? { from: null, value: emptyDraft(item) };
    if (value === undefined) return { from: null, value: emptyDraft(item) };
    return { ...row, value: applyView(item, row.value, value, rowPosition(at, index, index), context) };
  });
  return { rows };
}

function applyEntries(
  node: NodeOf<"dict">,
  basis: Draft,
  entries: ReadonlyMap<string, Json>,
  at: Position,
  context: ApplyContext,
): Draft {
  const before = viewEntries(node, basis, at, context);
  const known = new Map(before.map(({ row }) => [row.key, row]));
  const renamed = renamedRows(before, entries);
  const rows = [...entries].map(([key, json], index) => {
    const row = known.get(key) ?? renamed.get(key) ?? { from: null, value: emptyDraft(node.value) };
    const value = applyView(node.value, row.value, json, rowPosition(at, index, key), context);
    return { ...row, key, value };
  });
  return { rows };
}

/** A key that stands in the place of another one, with the same value, is that row under a new name. */
function renamedRows(
  before: readonly { readonly row: DictRow; readonly json: Json }[],
  entries: ReadonlyMap<string, Json>,
): ReadonlyMap<string, DictRow> {
  if (before.length !== entries.size) return new Map();
  const keys = new Set(before.map(({ row }) => row.key));
  const pairs = [...entries].flatMap(([key, json], index) => {
    const former = before[index];
    const isRenamed =
      former && !keys.has(key) && !entries.has(former.row.key) && isSameJson(former.json, json);
    return isRenamed ? [[key, former.row] as const] : [];
  });
  return new Map(pairs);
}

function applyUnion(
  node: NodeOf<"union">,
  basis: Draft,
  json: Json,
  at: Position,
  context: ApplyContext,
): Draft {
  const { branch: current, drafts } = unionDraft(basis);
  const branch = isReference(json)
    ? node.branches.findIndex((option) => option.node.kind === "reference")
    : recogniseBranch(node, json, current ?? undefined);
  const chosen = branch === undefined ? undefined : node.branches[branch];
  if (branch === undefined || !chosen) return mismatch(json, at, context);
  const before = drafts[branch] ?? emptyDraft(chosen.node);
  const draft = applyView(chosen.node, before, json, branchPosition(at, branch), context);
  return {
    branch,
    drafts: node.branches.map((option, index) =>
      index === branch ? draft : (drafts[index] ?? startDraft(option.node)),
    ),
  };
}

function isReference(json: Json): json is ReadonlyMap<string, Json> {
  return isJsonObject(json) && json.size === 1 && json.has("$ref");
}

const referenceMessage =
  'Refer to a saved block by its type and name, for example {"$ref": "s3/log-test"}, or choose it in the form.';

function applyReference(json: Json, { path }: Position, { blocks, fault }: ApplyContext): Draft {
  const target = isReference(json) ? json.get("$ref") : undefined;
  if (typeof target === "string") {
    const documentId = blocks.idOf(target);
    if (documentId !== undefined) return { documentId };
    fault({ path, message: `No block ${target} can be chosen here. ${referenceMessage}` });
    return null;
  }
  const id = isJsonObject(target) ? target.get("block_document_id") : undefined;
  if (typeof id === "string") return { documentId: id };
  fault({ path, message: referenceMessage });
  return null;
}

function applyText(
  node: NodeOf<"json">,
  basis: Draft,
  json: Json,
  at: Position,
  context: ApplyContext,
): Draft {
  const before = viewJson(node, basis, at, context);
  const isLost = before !== undefined && containsMask(before) && misplacesMask(before, json);
  const isStray = context.hidesSomething && containsMask(json) && !(before && containsMask(before));
  if (isLost || isStray) context.fault({ path: at.path, message: maskMessage });
  const isMisfit =
    (node.expects === "object" && !isJsonObject(json)) || (node.expects === "array" && !isJsonArray(json));
  return isMisfit ? mismatch(json, at, context) : textOf(node, jsonDraft(basis), json);
}

function textOf(node: NodeOf<"json">, basis: DraftOf<"json">, json: Json): Draft {
  const language = basis?.language ?? node.language;
  if (node.acceptsText) return { text: printPlainValue(json), language };
  return { text: language === "yaml" ? printYaml(json) : printJsonPretty(json), language };
}

function applyLeaf(node: FieldNode, json: Json, at: Position, context: ApplyContext): Draft {
  const isText = node.kind === "text" || node.kind === "secret" || node.kind === "datetime";
  if (isText && (isJsonNumber(json) || typeof json === "boolean")) {
    const what = isJsonNumber(json) ? "a number" : "true or false";
    context.fault({ path: at.path, message: `This is ${what}, and a text belongs here. Put it in quotes.` });
  }
  const draft = typedDraft(node, json);
  const isMisfit = draft === null ? node.kind !== "const" : isMismatchDraft(draft);
  if (isMisfit || (context.hidesSomething && containsMask(json))) return mismatch(json, at, context);
  return draft;
}
