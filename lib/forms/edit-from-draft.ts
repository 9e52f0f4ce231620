import { splitPlaceholders } from "@/lib/forms/block-placeholder";
import type { DictRow, Draft, ListRow } from "@/lib/forms/draft";
import {
  dictRows,
  groupDraft,
  isMismatchDraft,
  isSameDraft,
  isSecretDraft,
  jsonDraft,
  listRows,
  referenceDraft,
  unionDraft,
} from "@/lib/forms/draft-shape";
import type { Edit, PatchEdit, ValuePlace } from "@/lib/forms/edit";
import type { FieldNode, FormTree, NodeOf } from "@/lib/forms/field-node";
import { hiddenByChange, hiddenInRow, hiddenPlaces } from "@/lib/forms/hidden-places";
import { editJson } from "@/lib/forms/json-edit";
import { isBlank, newEntry, newValue } from "@/lib/forms/new-value";
import { unfold } from "@/lib/forms/recursion";
import { parseEditorText, type TextParsers } from "@/lib/forms/text-parsers";
import { type Json, printJson } from "@/lib/json";

/**
 * What a form sends: only what differs from the draft that it began with (for a new block: the empty one, for a
 * duplicate: that of its source). Drafts have to be valid; what is not filled in is left out.
 */
export function editFromDraft(
  tree: FormTree,
  initial: readonly Draft[],
  current: readonly Draft[],
  parsers: TextParsers = {},
): PatchEdit {
  return { do: "patch", entries: editFields(tree.fields, initial, current, parsers) };
}

export function hasChanges(edit: PatchEdit): boolean {
  return edit.entries.length > 0;
}

function editFields(
  fields: readonly FieldNode[],
  initial: readonly Draft[],
  current: readonly Draft[],
  parsers: TextParsers,
): PatchEdit["entries"] {
  return fields.flatMap((field, index) => {
    const [before, after] = [initial[index] ?? null, current[index] ?? null];
    if (field.kind === "dict" && field.besideKeys) return editBeside(field, before, after, parsers);
    const edit = editNode(field, before, after, parsers);
    return edit ? [{ key: field.key, edit }] : [];
  });
}

/** Entries beside the fields of an object: what changed of them is a change of that object. */
function editBeside(
  node: NodeOf<"dict">,
  initial: Draft,
  current: Draft,
  parsers: TextParsers,
): PatchEdit["entries"] {
  if (isSameDraft(initial, current)) return [];
  const before = new Map(dictRows(initial)?.map((row) => [row.from, row.value]));
  const rows = dictRows(current) ?? [];
  const entries = rows.flatMap((row): PatchEdit["entries"] => {
    const edit = editRow(node.value, row, before.get(row.from), parsers);
    if (!edit || (edit.do === "keep" && row.key === row.from && !edit.hide)) return [];
    const isMoved = row.from !== null && row.from !== row.key;
    return [{ key: row.key, ...(isMoved && { from: row.from }), edit }];
  });
  const kept = new Set(rows.map((row) => row.key));
  const gone = [...before.keys()].filter((key) => key !== null).filter((key) => !kept.has(key));
  return [...entries, ...gone.map((key) => ({ key, edit: clear }))];
}

/** Undefined: stays as stored. */
function editNode(node: FieldNode, initial: Draft, current: Draft, parsers: TextParsers): Edit | undefined {
  if (isSameDraft(initial, current) || isMismatchDraft(current)) return undefined;
  if (isSecretDraft(current)) return editSecret(node, current, parsers);
  // A secret or a mismatch that gave way to a new value: nothing below it can be kept.
  if (isSecretDraft(initial) || isMismatchDraft(initial))
    return replaceWhole(node, current, parsers) ?? clear;
  switch (node.kind) {
    case "recursive":
      return editNode(unfold(node), initial, current, parsers);
    case "list":
      return editItems(() => node.item, initial, current, parsers);
    case "tuple":
      return editItems((index) => node.items[index], initial, current, parsers);
    case "dict":
      return editDict(node, initial, current, parsers);
    case "group":
      return editGroup(node, initial, current, parsers);
    case "union":
      return editUnion(node, initial, current, parsers);
    case "json":
      return editText(node, initial, current, parsers);
    default:
      return replaceWhole(node, current, parsers) ?? (isUnset(node, initial, parsers) ? undefined : clear);
  }
}

const clear: Edit = { do: "clear" };
const keep: Edit = { do: "keep" };

function set(whole: Json): Edit {
  const { value, blocks } = splitPlaceholders(whole);
  if (value === null && blocks[0]?.at === "") return { do: "reference", documentId: blocks[0].documentId };
  return { do: "set", json: printJson(value), ...(blocks.length > 0 && { blocks }) };
}

function hiding(edit: Edit, hide: readonly ValuePlace[]): Edit {
  return hide.length > 0 ? { ...edit, hide } : edit;
}

function editSecret(node: FieldNode, draft: Draft, parsers: TextParsers): Edit | undefined {
  if (!isSecretDraft(draft)) return undefined;
  if (draft.action === "clear") return draft.isStored ? clear : undefined;
  const text = newValue(node, draft, parsers);
  return text === undefined ? undefined : set(text);
}

/** The value as a whole; undefined when there is none. */
function replaceWhole(node: FieldNode, draft: Draft, parsers: TextParsers): Edit | undefined {
  // A fixed value has nothing to be typed: it was chosen, or takes the place of a value that does not fit.
  if (node.kind === "const") return { do: "set", json: node.json };
  if (node.kind === "union") {
    const { branch, drafts } = unionDraft(draft);
    const chosen = node.branches[branch ?? -1];
    return chosen && replaceWhole(chosen.node, drafts[branch ?? -1] ?? null, parsers);
  }
  const value = newValue(node, draft, parsers);
  return value === undefined ? undefined : hiding(set(value), hiddenPlaces(node, draft, parsers));
}

function isUnset(node: FieldNode, initial: Draft, parsers: TextParsers): boolean {
  if (node.kind === "reference") return referenceDraft(initial) === null;
  return newValue(node, initial, parsers) === undefined;
}

function editItems(
  itemAt: (index: number) => FieldNode | undefined,
  initial: Draft,
  current: Draft,
  parsers: TextParsers,
): Edit | undefined {
  const rows = listRows(current);
  const stored = listRows(initial);
  if (!rows) return stored ? clear : undefined;
  const before = new Map(stored?.map((row) => [row.from, row.value]));
  const items = rows.flatMap((row, index) => {
    const item = itemAt(index);
    const edit = item && editRow(item, row, before.get(row.from), parsers);
    return edit ? [{ from: row.from, edit }] : [];
  });
  return { do: "items", items };
}

function editDict(
  node: NodeOf<"dict">,
  initial: Draft,
  current: Draft,
  parsers: TextParsers,
): Edit | undefined {
  const rows = dictRows(current);
  const stored = dictRows(initial);
  if (!rows) return stored ? clear : undefined;
  const before = new Map(stored?.map((row) => [row.from, row.value]));
  const edits = rows.flatMap((row) => {
    const edit = editRow(node.value, row, before.get(row.from), parsers);
    return edit ? [{ key: row.key, from: row.from, edit }] : [];
  });
  return { do: "rows", rows: edits };
}

/** Undefined: a new row that is not filled in. */
function editRow(
  node: FieldNode,
  row: ListRow | DictRow,
  before: Draft | undefined,
  parsers: TextParsers,
): Edit | undefined {
  if (row.from !== null && before !== undefined) {
    // A key without a text has an empty one (`FOO=`): it must not vanish with its value.
    const isEmptied = "key" in row && node.kind === "text" && row.value === null && before !== null;
    const edit = editNode(node, before, isEmptied ? "" : row.value, parsers) ?? keep;
    return "key" in row ? editMarks(node, row, before, edit, parsers) : edit;
  }
  if ("key" in row) {
    const value = newEntry(node, row, parsers);
    return value === undefined ? undefined : hiding(set(value), hiddenInRow(node, row, parsers));
  }
  return isBlank(node, row.value) ? undefined : replaceWhole(node, row.value, parsers);
}

/** What is masked from now on; or shown again, which takes a new value. */
function editMarks(node: FieldNode, row: DictRow, before: Draft, edit: Edit, parsers: TextParsers): Edit {
  const isShown = row.isPlain === true && isSecretDraft(before) && !isSecretDraft(row.value);
  if (isShown && edit.do === "set") return { ...edit, show: true };
  return hiding(edit, hiddenByChange(node, row, before, parsers));
}

function editGroup(
  node: NodeOf<"group">,
  initial: Draft,
  current: Draft,
  parsers: TextParsers,
): Edit | undefined {
  const [before, after] = [groupDraft(initial), groupDraft(current)];
  if (!after.isSet) return before.isSet ? clear : undefined;
  if (!before.isSet) return replaceWhole(node, current, parsers);
  const entries = editFields(node.fields, before.f, after.f, parsers);
  return entries.length > 0 ? { do: "patch", entries } : undefined;
}

/** Another branch is another value: nothing of the old one stays. */
function editUnion(
  node: NodeOf<"union">,
  initial: Draft,
  current: Draft,
  parsers: TextParsers,
): Edit | undefined {
  const [before, after] = [unionDraft(initial), unionDraft(current)];
  const chosen = node.branches[after.branch ?? -1];
  if (!chosen || after.branch === null) return before.branch === null ? undefined : clear;
  const draft = after.drafts[after.branch] ?? null;
  if (before.branch !== after.branch) return replaceWhole(chosen.node, draft, parsers);
  return editNode(chosen.node, before.drafts[after.branch] ?? null, draft, parsers);
}

function editText(
  node: NodeOf<"json">,
  initial: Draft,
  current: Draft,
  parsers: TextParsers,
): Edit | undefined {
  const value = newValue(node, current, parsers);
  const before = readStored(node, initial, parsers);
  if (value === undefined) return before === undefined ? undefined : clear;
  return editJson(before, value);
}

function readStored(node: NodeOf<"json">, initial: Draft, parsers: TextParsers): Json | undefined {
  const text = jsonDraft(initial);
  const parsed = text && text.text.trim() !== "" ? parseEditorText(node, text, parsers) : undefined;
  return parsed?.ok ? parsed.value : undefined;
}
