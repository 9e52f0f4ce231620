import { DomainError } from "@/lib/errors";
import { applyEdit } from "@/lib/forms/apply-edit";
import type { Draft } from "@/lib/forms/draft";
import { typedDraft } from "@/lib/forms/draft-from-data";
import {
  dictRows,
  groupDraft,
  isMismatchDraft,
  isSecretDraft,
  jsonDraft,
  listRows,
  unionDraft,
} from "@/lib/forms/draft-shape";
import type { Edit, PatchEdit } from "@/lib/forms/edit";
import { clearedDraft, emptyDraft, startDraft } from "@/lib/forms/empty-draft";
import type { FieldNode, FormTree, NodeOf } from "@/lib/forms/field-node";
import { unfold } from "@/lib/forms/recursion";
import { parseEditorText, type TextParsers } from "@/lib/forms/text-parsers";
import { type Json, parseJson, printJson } from "@/lib/json";

/**
 * The draft that must have led to an edit: so the server judges what a browser sends by the rules of the form, with
 * every value at its place and everything untouched recognised as such.
 */
export function draftAfterEdit(
  tree: FormTree,
  initial: readonly Draft[],
  edit: PatchEdit,
  parsers: TextParsers,
): readonly Draft[] {
  return fieldsAfterEdit(tree.fields, initial, edit.entries, parsers);
}

function fieldsAfterEdit(
  fields: readonly FieldNode[],
  initial: readonly Draft[],
  entries: PatchEdit["entries"],
  parsers: TextParsers,
): readonly Draft[] {
  const edits = new Map(entries.map(({ key, edit }) => [key, edit]));
  const keys = new Set(fields.flatMap((field) => (isBeside(field) ? [] : [field.key])));
  const takesOthers = fields.some(isBeside);
  for (const { key, from } of entries) {
    // Only free keys are renamed, and not to the key of a field.
    if (from !== undefined && (!takesOthers || keys.has(key) || keys.has(from))) throw misfit(key);
  }
  for (const [key, edit] of edits) {
    // What the schema does not know can be dropped, but not written by a form.
    if (!takesOthers && !keys.has(key) && edit.do !== "clear" && edit.do !== "keep") throw misfit(key);
  }
  return fields.map((field, index) => {
    if (field.kind === "dict" && field.besideKeys) {
      const before = initial[index] ?? null;
      const own = entries.filter(({ key }) => !keys.has(key));
      return own.length === 0 ? before : besideAfterEdit(field, before, own, parsers);
    }
    const edit = edits.get(field.key);
    const before = initial[index] ?? emptyDraft(field);
    return edit ? nodeAfterEdit(field, before, edit, parsers) : before;
  });
}

function isBeside(field: FieldNode): boolean {
  return field.kind === "dict" && field.besideKeys !== undefined;
}

/** Entries beside the fields of an object, from the changes of that object. */
function besideAfterEdit(
  node: NodeOf<"dict">,
  initial: Draft,
  entries: PatchEdit["entries"],
  parsers: TextParsers,
): Draft {
  const rows = dictRows(initial) ?? [];
  const before = new Map(rows.map((row) => [row.from, row.value]));
  const edits = new Map(entries.map((entry) => [entry.key, entry]));
  const after = (key: string, from: string | null, edit: Edit) => ({
    key,
    from,
    value: nodeAfterEdit(node.value, before.get(from) ?? emptyDraft(node.value), edit, parsers),
  });
  const kept = rows.flatMap((row) => {
    const entry = edits.get(row.key);
    if (entry?.edit.do === "clear") return [];
    return entry ? [after(row.key, entry.from ?? row.from, entry.edit)] : [row];
  });
  const keys = new Set(rows.map((row) => row.key));
  const added = entries.filter(({ key, edit }) => !keys.has(key) && edit.do !== "clear");
  return { rows: [...kept, ...added.map(({ key, from, edit }) => after(key, from ?? null, edit))] };
}

function nodeAfterEdit(node: FieldNode, initial: Draft, edit: Edit, parsers: TextParsers): Draft {
  if (node.kind === "recursive" && edit.do !== "keep" && edit.do !== "clear") {
    return nodeAfterEdit(unfold(node), initial, edit, parsers);
  }
  switch (edit.do) {
    case "keep":
      return initial;
    case "clear":
      return clearedDraft(node, initial);
    case "set":
      return afterSet(node, initial, edit);
    case "reference":
      return referring(node, edit.documentId);
    default:
      return afterInnerEdit(node, initial, edit, parsers);
  }
}

function afterSet(
  node: FieldNode,
  initial: Draft,
  { json, blocks = [] }: Extract<Edit, { do: "set" }>,
): Draft {
  const value = parseJson(json);
  if (isSecretDraft(initial) && typeof value === "string")
    return { ...initial, action: "replace", text: value };
  const draft = typedDraft(node, value, new Map(blocks.map(({ at, documentId }) => [at, { documentId }])));
  // A block where no field takes one would be judged by nobody.
  if (countBlocks(draft) !== blocks.length) throw misfit(node.key);
  return draft;
}

function countBlocks(draft: unknown): number {
  if (typeof draft !== "object" || draft === null) return 0;
  if ("documentId" in draft) return 1;
  return Object.values(draft).reduce((sum: number, part) => sum + countBlocks(part), 0);
}

function referring(node: FieldNode, documentId: string): Draft {
  if (node.kind === "reference") return { documentId };
  const branch =
    node.kind === "union" ? node.branches.findIndex((option) => option.node.kind === "reference") : -1;
  if (node.kind !== "union" || branch < 0) throw misfit(node.key);
  const drafts = node.branches.map((option, index) =>
    index === branch ? { documentId } : startDraft(option.node),
  );
  return { branch, drafts };
}

type InnerEdit = Extract<Edit, { do: "patch" | "rows" | "items" }>;

function afterInnerEdit(node: FieldNode, initial: Draft, edit: InnerEdit, parsers: TextParsers): Draft {
  if (isMismatchDraft(initial) || isSecretDraft(initial)) throw misfit(node.key);
  if (node.kind === "union") return afterUnionEdit(node, initial, edit, parsers);
  if (node.kind === "json") return afterTextEdit(node, initial, edit, parsers);
  if (node.kind === "group" && edit.do === "patch") return afterPatch(node, initial, edit, parsers);
  if (node.kind === "list" && edit.do === "items") return afterItems(node, initial, edit, parsers);
  if (node.kind === "tuple" && edit.do === "items") return afterPlaces(node, initial, edit, parsers);
  if (node.kind === "dict" && edit.do === "rows") return afterRows(node, initial, edit, parsers);
  throw misfit(node.key);
}

function afterPatch(node: NodeOf<"group">, initial: Draft, edit: PatchEdit, parsers: TextParsers): Draft {
  const before = groupDraft(initial);
  return {
    isSet: true,
    f: fieldsAfterEdit(node.fields, before.isSet ? before.f : [], edit.entries, parsers),
  };
}

function afterItems(
  node: NodeOf<"list">,
  initial: Draft,
  edit: Extract<Edit, { do: "items" }>,
  parsers: TextParsers,
): Draft {
  const before = new Map(listRows(initial)?.map((row) => [row.from, row.value]));
  const rows = edit.items.map(({ from, edit: inner }) => {
    const stored = from === null ? undefined : before.get(from);
    return { from, value: nodeAfterEdit(node.item, stored ?? emptyDraft(node.item), inner, parsers) };
  });
  return { rows };
}

/** Places at the end may be missing, but there are no others. */
function afterPlaces(
  node: NodeOf<"tuple">,
  initial: Draft,
  { items }: Extract<Edit, { do: "items" }>,
  parsers: TextParsers,
): Draft {
  if (items.length > node.items.length) throw misfit(node.key);
  const before = new Map(listRows(initial)?.map((row) => [row.from, row.value]));
  const rows = node.items.map((place, index) => {
    const { from, edit } = items[index] ?? { from: null, edit: { do: "keep" } as const };
    const stored = from === null ? undefined : before.get(from);
    return { from, value: nodeAfterEdit(place, stored ?? emptyDraft(place), edit, parsers) };
  });
  return { rows };
}

function afterRows(
  node: NodeOf<"dict">,
  initial: Draft,
  edit: Extract<Edit, { do: "rows" }>,
  parsers: TextParsers,
): Draft {
  const before = new Map(dictRows(initial)?.map((row) => [row.from, row.value]));
  const rows = edit.rows.map(({ key, from, edit: inner }) => {
    const stored = from === null ? undefined : before.get(from);
    return { key, from, value: nodeAfterEdit(node.value, stored ?? emptyDraft(node.value), inner, parsers) };
  });
  return { rows };
}

/** The shape of the edit tells the branch when nothing is stored: it is the one that the form had opened. */
function afterUnionEdit(node: NodeOf<"union">, initial: Draft, edit: InnerEdit, parsers: TextParsers): Draft {
  const { branch, drafts } = unionDraft(initial);
  const chosen = node.branches[branch ?? -1];
  if (branch === null || !chosen) throw misfit(node.key);
  const draft = nodeAfterEdit(chosen.node, drafts[branch] ?? null, edit, parsers);
  return { branch, drafts: drafts.with(branch, draft) };
}

function afterTextEdit(node: NodeOf<"json">, initial: Draft, edit: InnerEdit, parsers: TextParsers): Draft {
  const before = jsonDraft(initial);
  const parsed = before ? parseEditorText(node, before, parsers) : undefined;
  const value: Json | undefined = applyEdit<never>(parsed?.ok ? parsed.value : undefined, edit);
  return value === undefined ? null : { text: printJson(value), language: "json" };
}

function misfit(key: string): DomainError {
  return new DomainError(
    "invalid",
    `The form sent a change that does not fit the field ${key}. Reload it and try again.`,
  );
}
