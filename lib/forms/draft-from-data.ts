import type { SecretDates } from "@/lib/blocks/model";
import type { DictRow, Draft, ListRow, SecretDraft } from "@/lib/forms/draft";
import { emptyDraft, emptyDrafts, startDraft } from "@/lib/forms/empty-draft";
import type { FieldNode, FormTree, JsonNode, NodeOf, RecursiveNode, UnionNode } from "@/lib/forms/field-node";
import { isList, isNumber } from "@/lib/forms/masked-shape";
import { parseNumber } from "@/lib/forms/parse-number";
import { printPlainValue } from "@/lib/forms/plain-value";
import { printYaml } from "@/lib/forms/print-yaml";
import { recogniseBranch } from "@/lib/forms/recognise-branch";
import { unfold } from "@/lib/forms/recursion";
import { bookkeepingKeys } from "@/lib/forms/unknown-keys";
import { printJson, printJsonPretty } from "@/lib/json";
import { pointerTo } from "@/lib/json-places";
import { isMasked, type Masked, type SecretPath, toMaskedJson } from "@/lib/secrets/tree";
import type { Micros } from "@/lib/time";

export type DraftOptions = {
  /** When each secret was set, by JSON pointer. */
  readonly secretDates?: SecretDates;
  readonly formatDate?: (at: Micros) => string;
  /** What of the document a person marked secret, beside its schema. */
  readonly marks?: readonly SecretPath[];
  /** "s3/log-test": this is a duplicate, whose secrets the server copies. */
  readonly copiedFrom?: string;
  /** Where other blocks stand, by JSON pointer into the data. */
  readonly blocks?: ReadonlyMap<string, BlockDraft>;
};

type BlockDraft = { readonly documentId: string } | { readonly lost: string };

/**
 * What a form shows at first: the document's masked data, or nothing for a new block. A value that its field cannot
 * show stays as a mismatch, and no stored secret is ever in it.
 */
export function initialDraft(
  tree: FormTree,
  masked: Masked | undefined,
  options: DraftOptions = {},
): readonly Draft[] {
  if (!(masked instanceof Map)) return emptyDrafts(tree);
  const reading = createReading({ pointer: "", depth: 0, place: [], options, isTyped: false });
  return tree.fields.map((node) => reading.at(node.key).read(node, masked.get(node.key)));
}

/**
 * The draft of a value that somebody typed into this form, secrets in clear: only to validate what an edit sets. `blocks`
 * are those that were chosen inside it.
 */
export function typedDraft(node: FieldNode, value: Masked, blocks?: DraftOptions["blocks"]): Draft {
  const options = blocks ? { blocks } : {};
  return createReading({ pointer: "", depth: 0, place: [], options, isTyped: true }).read(node, value);
}

/** Reads values of one place and below. */
export type Reading = {
  readonly read: (node: FieldNode, value: Masked | undefined) => Draft;
  readonly at: (key: string | number) => Reading;
};
type ReadingContext = {
  readonly pointer: string;
  /** The keys that lead here, as secret paths name them: without the indices of lists. */
  readonly place: readonly string[];
  readonly depth: number;
  readonly options: DraftOptions;
  readonly isTyped: boolean;
};

function createReading(context: ReadingContext): Reading {
  const { pointer, place, options } = context;
  const reading = {
    read: (node: FieldNode, value: Masked | undefined) => {
      const block = options.blocks?.get(pointer);
      return (block && readReference(node, block)) ?? readValue(node, value, context, reading);
    },
    at: (key: string | number) =>
      createReading({
        ...context,
        place: typeof key === "string" ? [...place, key] : place,
        depth: context.depth + 1,
        pointer: pointerTo(pointer, key),
      }),
  };
  return reading;
}

function readReference(node: FieldNode, block: BlockDraft): Draft | undefined {
  if (node.kind === "reference") return block;
  if (node.kind === "recursive") return readReference(unfold(node), block);
  if (node.kind !== "union") return undefined;
  const branch = node.branches.findIndex((option) => option.node.kind === "reference");
  return branch < 0 ? undefined : withBranch(node, branch, block);
}

function readValue(
  node: FieldNode,
  value: Masked | undefined,
  context: ReadingContext,
  reading: Reading,
): Draft {
  if (value === undefined) return emptyDraft(node);
  if (node.kind === "secret") return readSecret(node, value, context);
  if (isMasked(value) || isHiddenText(node, value, context)) return storedSecret(context);
  if (node.kind === "recursive") return readRecursive(node, value, context, reading);
  if (value === null && !takesNull(node)) return emptyDraft(node);
  const draft = isContainer(node) ? readContainer(node, value, reading) : readLeaf(node, value);
  return draft === undefined ? { mismatch: true, text: printJsonPretty(toMaskedJson(value)) } : draft;
}

/** An editor whose value is secret as a whole, however it is masked. */
function isHiddenText(node: FieldNode, value: Masked, { isTyped }: ReadingContext): boolean {
  return node.kind === "json" && node.isSecret === true && value !== null && !isTyped;
}

type ContainerNode = NodeOf<"list" | "tuple" | "dict" | "group" | "union">;
type LeafNode = Exclude<FieldNode, ContainerNode | NodeOf<"secret" | "recursive">>;

/** Deeper than any form can be used: what lies below is kept as it is. */
const maxDepth = 60;

function readRecursive(node: RecursiveNode, value: Masked, context: ReadingContext, reading: Reading): Draft {
  if (value === null && !takesNull(node)) return null;
  if (context.depth > maxDepth) return { mismatch: true, text: printJsonPretty(toMaskedJson(value)) };
  return reading.read(unfold(node), value);
}

function isContainer(node: FieldNode): node is ContainerNode {
  return ["list", "tuple", "dict", "group", "union"].includes(node.kind);
}

/** Undefined: the value does not match. */
function readLeaf(node: LeafNode, value: Masked): Draft | undefined {
  switch (node.kind) {
    case "text":
      return textOf(value);
    case "number":
      return digitsOf(value) ?? (node.asText ? decimalOf(value) : undefined);
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "datetime":
    case "duration":
      // Pydantic also stores seconds since 1970.
      return textOf(value) ?? digitsOf(value);
    case "enum":
      return readChoice(node.options, value);
    case "const":
      return printJson(toMaskedJson(value)) === node.json ? null : undefined;
    case "reference":
      return value instanceof Map ? { inline: true } : undefined;
    case "json":
      return readJson(node, value);
  }
}

/** A single value that is no choice is shown as such; a list or object only where it is one. */
function readChoice(options: NodeOf<"enum">["options"], value: Masked): string | undefined {
  const json = printJson(toMaskedJson(value));
  const isSingle = typeof value !== "object" || isNumber(value);
  return isSingle || options.some((option) => option.json === json) ? json : undefined;
}

function decimalOf(value: Masked): string | undefined {
  return typeof value === "string" && parseNumber(value) ? value : undefined;
}

function textOf(value: Masked): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function digitsOf(value: Masked): string | undefined {
  return isNumber(value) ? value.number : undefined;
}

function readContainer(node: ContainerNode, value: Masked, reading: Reading): Draft | undefined {
  if (node.kind === "union") return readUnion(node, value, reading);
  if (node.kind === "list") return isList(value) ? { rows: readItems(node.item, value, reading) } : undefined;
  if (node.kind === "tuple") return isList(value) ? readPlaces(node.items, value, reading) : undefined;
  if (!(value instanceof Map)) return undefined;
  if (node.kind === "dict") return { rows: readEntries(node.value, value, reading) };
  return { isSet: true, f: readFields(node.fields, value, reading) };
}

/** Null is a value only where every JSON value is one, or where it is a choice. */
export function takesNull(node: FieldNode): boolean {
  switch (node.kind) {
    case "json":
      return !node.expects;
    case "const":
      return node.json === "null";
    case "enum":
      return node.options.some((option) => option.json === "null");
    case "union":
      return node.branches.some((branch) => branch.node.kind !== "recursive" && takesNull(branch.node));
    case "recursive":
      return takesNull(unfold(node));
    default:
      return false;
  }
}

/** A stored secret is never in a draft, not even where the mask has missed it. */
function readSecret(node: NodeOf<"secret">, value: Masked, context: ReadingContext): Draft {
  if (value === null) return { action: "replace", text: "", isStored: false };
  if (!context.isTyped) return storedSecret(context);
  const text = node.isNumber ? digitsOf(value) : textOf(value);
  return text !== undefined
    ? { action: "replace", text, isStored: false }
    : { mismatch: true, text: printJsonPretty(toMaskedJson(value)) };
}

function storedSecret({ pointer, place, options }: ReadingContext): SecretDraft {
  const { copiedFrom, secretDates, formatDate, marks = [] } = options;
  const isMarked = marks.some((path) => JSON.stringify(path) === JSON.stringify(place));
  const kept: SecretDraft = { action: "keep", text: "", isStored: true, ...(isMarked && { isMarked }) };
  if (copiedFrom !== undefined) return { ...kept, copiedFrom };
  const at = secretDates && Object.hasOwn(secretDates, pointer) ? secretDates[pointer] : undefined;
  return at === undefined || !formatDate ? kept : { ...kept, changed: formatDate(at) };
}

function readJson(node: JsonNode, value: Masked): Draft | undefined {
  if (node.expects === "object" && !(value instanceof Map)) return undefined;
  if (node.expects === "array" && !isList(value)) return undefined;
  const json = toMaskedJson(value);
  if (node.acceptsText) return { text: printPlainValue(json), language: node.language };
  return {
    text: node.language === "yaml" ? printYaml(json) : printJsonPretty(json),
    language: node.language,
  };
}

function readItems(item: FieldNode, items: readonly Masked[], reading: Reading): readonly ListRow[] {
  return items.map((value, index) => ({ from: index, value: reading.at(index).read(item, value) }));
}

function readEntries(
  node: FieldNode,
  entries: ReadonlyMap<string, Masked>,
  reading: Reading,
): readonly DictRow[] {
  return [...entries].map(([key, value]) => ({ from: key, key, value: reading.at(key).read(node, value) }));
}

function readFields(
  fields: readonly FieldNode[],
  entries: ReadonlyMap<string, Masked>,
  reading: Reading,
): readonly Draft[] {
  return fields.map((field) =>
    field.kind === "dict" && field.besideKeys
      ? readBeside(field, field.besideKeys, entries, reading)
      : reading.at(field.key).read(field, entries.get(field.key)),
  );
}

/** The entries that are no fields. */
function readBeside(
  node: NodeOf<"dict">,
  keys: readonly string[],
  entries: ReadonlyMap<string, Masked>,
  reading: Reading,
): Draft {
  const others = new Map(
    [...entries].filter(([key]) => !keys.includes(key) && !bookkeepingKeys.includes(key)),
  );
  return others.size > 0 ? { rows: readEntries(node.value, others, reading) } : null;
}

/** Undefined: too short, or longer than there are places. */
function readPlaces(
  items: readonly FieldNode[],
  values: readonly Masked[],
  reading: Reading,
): Draft | undefined {
  const required = items.filter((item) => item.required).length;
  if (values.length > items.length || values.length < required) return undefined;
  const rows = items.map((item, index) => {
    const from = index < values.length ? index : null;
    return { from, value: reading.at(index).read(item, values[index]) };
  });
  return { rows };
}

function readUnion(node: UnionNode, value: Masked, reading: Reading): Draft | undefined {
  const branch = recogniseBranch(node, value);
  const chosen = branch === undefined ? undefined : node.branches[branch];
  if (branch === undefined || !chosen) return undefined;
  return withBranch(node, branch, reading.read(chosen.node, value));
}

function withBranch(node: UnionNode, branch: number, draft: Draft): Draft {
  const drafts = node.branches.map((option, index) => (index === branch ? draft : startDraft(option.node)));
  return { branch, drafts };
}
