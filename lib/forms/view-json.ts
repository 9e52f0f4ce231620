import type { DictRow, Draft, ListRow, SecretDraft } from "@/lib/forms/draft";
import {
  booleanDraft,
  dictRows,
  groupDraft,
  isMismatchDraft,
  isSecretDraft,
  isTextView,
  jsonDraft,
  listRows,
  referenceDraft,
  textDraft,
  unionDraft,
} from "@/lib/forms/draft-shape";
import { branchPosition, fieldPosition, type Position, rowPosition } from "@/lib/forms/field-issue";
import type { FieldNode, NodeOf } from "@/lib/forms/field-node";
import { readJson } from "@/lib/forms/json-text";
import { isBlank } from "@/lib/forms/new-value";
import { parseNumber } from "@/lib/forms/parse-number";
import { unfold } from "@/lib/forms/recursion";
import { parseEditorText, type TextParsers } from "@/lib/forms/text-parsers";
import { isJsonObject, type Json } from "@/lib/json";
import { MASK } from "@/lib/secrets/secret";

/** How saved blocks are called in a text: "s3/log-test". Undefined where it is not known; then the id stands there. */
export type BlockTitles = {
  readonly titleOf: (documentId: string) => string | undefined;
  readonly idOf: (title: string) => string | undefined;
};
export type ViewContext = { readonly parsers: TextParsers; readonly blocks: BlockTitles };

/** A draft that no text can stand for: what is wrong has to be put right in the form first. */
export type Unshowable = {
  readonly unshowable: Pick<Position, "name" | "label"> & { readonly message: string };
};

export function isUnshowable(error: unknown): error is Unshowable {
  return typeof error === "object" && error !== null && "unshowable" in error;
}

/**
 * What a draft says, as it stands in a text view; undefined when it is not set. No secret is in it, not even one that
 * was typed in this form: a mask stands for each. A number that is none yet stands there as the text that it is.
 * @throws Unshowable
 */
export function viewJson(
  node: FieldNode,
  draft: Draft,
  at: Position,
  context: ViewContext,
): Json | undefined {
  if (isTextView(draft)) return viewJson(node, draft.basis, at, context);
  if (isMismatchDraft(draft)) return readJson(draft.text) ?? draft.text;
  if (isSecretDraft(draft)) return viewSecret(draft);
  return isContainer(node) ? viewContainer(node, draft, at, context) : viewLeaf(node, draft, at, context);
}

type ContainerNode = NodeOf<"group" | "list" | "tuple" | "dict" | "union" | "recursive">;

function isContainer(node: FieldNode): node is ContainerNode {
  return ["group", "list", "tuple", "dict", "union", "recursive"].includes(node.kind);
}

function viewContainer(
  node: ContainerNode,
  draft: Draft,
  at: Position,
  context: ViewContext,
): Json | undefined {
  switch (node.kind) {
    case "group": {
      const { isSet, f } = groupDraft(draft);
      return isSet ? viewFields(node.fields, f, at, context) : undefined;
    }
    case "list":
      return listRows(draft) ? viewItems(node, draft, at, context).map(({ json }) => json) : undefined;
    case "tuple":
      return viewPlaces(node, draft, at, context);
    case "dict":
      return viewDict(node, draft, at, context);
    case "recursive":
      return draft === null ? undefined : viewJson(unfold(node), draft, at, context);
    case "union":
      return viewBranch(node, draft, at, context);
  }
}

function viewBranch(
  node: NodeOf<"union">,
  draft: Draft,
  at: Position,
  context: ViewContext,
): Json | undefined {
  const { branch, drafts } = unionDraft(draft);
  const chosen = branch === null ? undefined : node.branches[branch];
  if (branch === null || !chosen) return undefined;
  return viewJson(chosen.node, drafts[branch] ?? null, branchPosition(at, branch), context);
}

/** Fixed values stand among the others: in a choice of models they say which one it is. */
export function viewFields(
  fields: readonly FieldNode[],
  drafts: readonly Draft[],
  at: Position | undefined,
  context: ViewContext,
): ReadonlyMap<string, Json> {
  const entries = fields.flatMap((field, index) => {
    const draft = drafts[index] ?? null;
    // On the block itself a fixed value that the schema adds by itself would only be in the way.
    if (field.kind === "const" && draft === null && !at && !field.required) return [];
    const json = viewJson(field, draft, fieldPosition(at, index, field), context);
    if (field.kind === "dict" && field.besideKeys && isJsonObject(json)) return [...json];
    return json === undefined ? [] : [[field.key, json] as const];
  });
  return new Map(entries);
}

/** Every place up to the last one that says something; one that is left out in between is null. */
function viewPlaces(
  node: NodeOf<"tuple">,
  draft: Draft,
  at: Position,
  context: ViewContext,
): readonly Json[] | undefined {
  const values = (listRows(draft) ?? []).map(({ from, value }, index) => {
    const item = node.items[index];
    const json = item && viewJson(item, value, rowPosition(at, index, index), context);
    return json === undefined && from !== null ? null : json;
  });
  const count = values.findLastIndex((value) => value !== undefined) + 1;
  return count === 0 ? undefined : values.slice(0, count).map((value) => value ?? null);
}

/** Rows that nobody filled in are not shown: they are not saved either. */
export function viewItems(
  node: NodeOf<"list">,
  draft: Draft,
  at: Position,
  context: ViewContext,
): readonly { readonly row: ListRow; readonly json: Json }[] {
  return (listRows(draft) ?? []).flatMap((row, index) => {
    if (row.from === null && isBlank(node.item, row.value)) return [];
    const json = viewJson(node.item, row.value, rowPosition(at, index, index), context);
    return [{ row, json: json ?? null }];
  });
}

/** Rows with keys that say something; what is cleared is gone from the text. */
export function viewEntries(
  node: NodeOf<"dict">,
  draft: Draft,
  at: Position,
  context: ViewContext,
): readonly { readonly row: DictRow; readonly json: Json }[] {
  return (dictRows(draft) ?? []).flatMap((row, index) => {
    const position = rowPosition(at, index, row.key);
    if (row.from === null && row.key === "" && isBlank(node.value, row.value)) return [];
    requireKey(node, row, position);
    const json = viewJson(node.value, row.value, position, context);
    if (json === undefined && isSecretDraft(row.value)) return [];
    return [{ row, json: json ?? (node.value.kind === "text" ? "" : null) }];
  });
}

function requireKey({ besideKeys }: NodeOf<"dict">, { key, from }: DictRow, position: Position): void {
  if (key === "" && from !== "") throw unshowableKey(position, "Enter a key or remove the row.");
  if (!besideKeys?.includes(key)) return;
  throw unshowableKey(position, `${key} is a field of its own. Choose another key.`);
}

function viewDict(
  node: NodeOf<"dict">,
  draft: Draft,
  at: Position,
  context: ViewContext,
): ReadonlyMap<string, Json> | undefined {
  if (!dictRows(draft)) return undefined;
  const entries = new Map<string, Json>();
  for (const { row, json } of viewEntries(node, draft, at, context)) {
    if (entries.has(row.key)) {
      const index = (dictRows(draft) ?? []).indexOf(row);
      const message = `The key ${row.key} stands twice. Rename or remove one of the rows.`;
      throw unshowableKey(rowPosition(at, index, row.key), message);
    }
    entries.set(row.key, json);
  }
  return entries;
}

function unshowableKey({ name, label }: Position, message: string): Unshowable {
  return { unshowable: { name: name.replace(/value$/, "key"), label, message } };
}

function viewSecret({ action, text, isStored }: SecretDraft): Json | undefined {
  if (action === "clear") return undefined;
  return isStored || text !== "" ? MASK : undefined;
}

function viewText(
  node: NodeOf<"json">,
  draft: Draft,
  { name, label }: Position,
  { parsers }: ViewContext,
): Json | undefined {
  const text = jsonDraft(draft);
  if (!text || text.text.trim() === "") return undefined;
  const parsed = parseEditorText(node, text, parsers);
  if (parsed.ok) return parsed.value;
  const language = text.language === "yaml" ? "YAML" : "JSON";
  const place = `Line ${parsed.line}, column ${parsed.column}`;
  throw {
    unshowable: { name, label, message: `This is not ${language}. ${place}: ${parsed.message}` },
  } satisfies Unshowable;
}

function viewLeaf(
  node: Exclude<FieldNode, ContainerNode>,
  draft: Draft,
  at: Position,
  context: ViewContext,
): Json | undefined {
  switch (node.kind) {
    case "json":
      return viewText(node, draft, at, context);
    case "boolean":
      return booleanDraft(draft) ?? undefined;
    case "const":
      return readJson(node.json);
    case "reference":
      return viewReference(draft, context.blocks);
    case "number":
    case "duration":
    case "enum":
      return viewNotation(node, textDraft(draft));
    default:
      return textDraft(draft) ?? undefined;
  }
}

/** What is typed wrong (a number that is none) stands there as the text that it is. */
function viewNotation(node: NodeOf<"number" | "duration" | "enum">, text: string | null): Json | undefined {
  if (text === null || text === "") return undefined;
  if (node.kind === "number" && node.asText) return text;
  return (node.kind === "enum" ? readJson(text) : parseNumber(text)) ?? text;
}

/** As on the wire, with the block's name where it is known. What is written out in this block stays hidden. */
function viewReference(draft: Draft, { titleOf }: BlockTitles): Json | undefined {
  const reference = referenceDraft(draft);
  if (reference === null) return undefined;
  if (!("documentId" in reference)) return MASK;
  const { documentId } = reference;
  return new Map([["$ref", titleOf(documentId) ?? new Map([["block_document_id", documentId]])]]);
}
