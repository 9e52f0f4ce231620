// How a stored value reads on a page: masked data walked along the compiled form. Nothing here can see a secret.
import type { BlockLabel } from "@/lib/blocks/block-label";
import type { SecretDates } from "@/lib/blocks/model";
import type { DictNode, FieldNode, GroupNode, JsonNode, UnionNode } from "@/lib/forms/field-node";
import { printYaml } from "@/lib/forms/print-yaml";
import { recogniseBranch } from "@/lib/forms/recognise-branch";
import { unfold } from "@/lib/forms/recursion";
import { isJsonNumber, printJson, printJsonPretty } from "@/lib/json";
import { pointerTo } from "@/lib/json-places";
import { isMasked, type Masked, type MaskedLeaf, toMaskedJson } from "@/lib/secrets/tree";
import type { Micros } from "@/lib/time";

/** Plain data for the renderer, a tree like the value itself. */
export type ShownValue = ShownContent & {
  /** The schema knows no such key, or wants another kind of value. It is kept as it is. */
  readonly isMismatch?: true;
};

type ShownContent =
  /** A value as stored, in mono. */
  | { readonly kind: "text"; readonly text: string }
  /** Our word for a value: "On", "Empty list". */
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "secret"; readonly changed: Micros | null }
  | { readonly kind: "list"; readonly items: readonly ShownValue[] }
  | { readonly kind: "entries"; readonly entries: readonly ShownEntry[] }
  | { readonly kind: "code"; readonly text: string; readonly language: "json" | "yaml" }
  | PlacedBlockValue;

/** Another block, or the label of one that stood here and was deleted. */
type PlacedBlockValue =
  | { readonly kind: "block"; readonly block: BlockLabel }
  | { readonly kind: "lost block"; readonly label: string };

/** Where other blocks stand, by JSON pointer. */
export type ShownBlocks = ReadonlyMap<string, PlacedBlockValue>;

export type ShownEntry = {
  readonly label: string;
  /** The label is a key of the data rather than a title of the schema. */
  readonly isKey: boolean;
  readonly value: ShownValue;
};

/** Tables in tables are unreadable: what lies deeper is shown as JSON. */
const maxDepth = 2;

type Place = {
  readonly dates: SecretDates;
  readonly blocks: ShownBlocks;
  readonly pointer: string;
  readonly depth: number;
};

/** `node` undefined: the schema does not know this key. `pointer` is the value's place in the document's data. */
export function showValue(
  node: FieldNode | undefined,
  value: Masked,
  at: Pick<Place, "dates" | "pointer"> & { readonly blocks?: ShownBlocks },
): ShownValue {
  const place = { blocks: new Map(), ...at, depth: 0 };
  const block = place.blocks.get(at.pointer);
  if (block) return showBlock(node, block);
  return node ? showByNode(node, value, place) : { ...showFreely(value, place), isMismatch: true };
}

/** A value that no schema describes. */
export function showFreeValue(value: Masked): ShownValue {
  return showFreely(value, { dates: {}, blocks: new Map(), pointer: "", depth: 0 });
}

/** A field that takes blocks, and not this one; or one that needs a block, which is gone. */
function isMisplaced(node: FieldNode | undefined, value: PlacedBlockValue): boolean {
  if (value.kind === "lost block") return node?.required === true;
  const slugs = node && blockTypesOf(node);
  return slugs === undefined || !slugs.includes(value.block.type.slug);
}

/** Undefined: it takes no blocks at all. */
function blockTypesOf(node: FieldNode): readonly string[] | undefined {
  if (node.kind === "reference") return node.blockTypeSlugs;
  if (node.kind === "recursive") return blockTypesOf(unfold(node));
  return node.kind === "union" ? node.branches.flatMap((each) => blockTypesOf(each.node) ?? []) : undefined;
}

function showBlock(node: FieldNode | undefined, block: PlacedBlockValue): ShownValue {
  return { ...block, ...(isMisplaced(node, block) && { isMismatch: true }) };
}

function showByNode(node: FieldNode, value: Masked, place: Place): ShownValue {
  const block = place.blocks.get(place.pointer);
  return block ? showBlock(node, block) : showOwn(node, value, place);
}

function showOwn(node: FieldNode, value: Masked, place: Place): ShownValue {
  if (isMasked(value)) return showSecret(place);
  if (value === null) return { kind: "word", text: "Not set" };
  if (!fitsNode(node, value)) return { ...showFreely(value, place), isMismatch: true };
  switch (node.kind) {
    case "boolean":
      return { kind: "word", text: value === true ? "On" : "Off" };
    case "enum": {
      const option = node.options.find((each) => each.json === printMasked(value));
      return { kind: "text", text: option?.label ?? printMasked(value) };
    }
    case "recursive":
      return showByNode(unfold(node), value, place);
    case "list":
      return showList(() => node.item, value, place);
    case "tuple":
      return showList((index) => node.items[index] ?? null, value, place);
    case "dict":
      return showEntries(node, value, place);
    case "group":
      return showGroup(node, value, place);
    case "union":
      return showByNode(branchOf(node, value) ?? node, value, place);
    case "json":
      return node.language === "yaml" && isStructure(value)
        ? { kind: "code", language: "yaml", text: printYaml(toMaskedJson(value)) }
        : showFreely(value, { ...place, depth: maxDepth });
    default:
      return showFreely(value, place);
  }
}

function showSecret(place: Place): ShownValue {
  return { kind: "secret", changed: place.dates[place.pointer] ?? null };
}

function showList(itemAt: (index: number) => FieldNode | null, value: Masked, place: Place): ShownValue {
  if (!isMaskedList(value) || value.length === 0) return showFreely(value, place);
  const items = value.map((item, index) => {
    const [node, at] = [itemAt(index), inside(place, index)];
    return node ? showByNode(node, item, at) : showFreely(item, at);
  });
  return { kind: "list", items };
}

function showEntries(node: DictNode, value: Masked, place: Place): ShownValue {
  if (!isMaskedObject(value) || value.size === 0) return showFreely(value, place);
  const entries = [...value].map(([key, item]) => ({
    label: key,
    isKey: true,
    value: showByNode(node.value, item, inside(place, key)),
  }));
  return { kind: "entries", entries };
}

/** Members in the order of the form; unset ones are left out, unknown ones come last. */
function showGroup(node: GroupNode, value: Masked, place: Place): ShownValue {
  if (!isMaskedObject(value) || value.size === 0) return showFreely(value, place);
  if (place.depth >= maxDepth) return toCode(value);
  const known = node.fields.flatMap((field) => {
    const item = value.get(field.key);
    const at = inside(place, field.key);
    if (item === undefined || (item === null && !place.blocks.has(at.pointer))) return [];
    return [{ label: field.label, isKey: false, value: showByNode(field, item, at) }];
  });
  const keys = new Set(node.fields.map((field) => field.key));
  const others = node.fields.find((field) => field.kind === "dict" && field.besideKeys);
  const unknown = [...value]
    .filter(([key]) => !keys.has(key))
    .map(([key, item]) => ({
      label: key,
      isKey: true,
      value: showOther(others, item, inside(place, key)),
    }));
  const entries = [...known, ...unknown];
  return entries.length > 0 ? { kind: "entries", entries } : { kind: "word", text: "Nothing set inside" };
}

/** What stands beside the fields of a group: free keys, where the schema welcomes them. */
function showOther(others: FieldNode | undefined, value: Masked, place: Place): ShownValue {
  if (others?.kind === "dict") return showByNode(others.value, value, place);
  return { ...showFreely(value, place), isMismatch: true };
}

/** By the value alone. */
function showFreely(value: Masked, place: Place): ShownValue {
  const block = place.blocks.get(place.pointer);
  if (block) return block;
  if (isMasked(value)) return showSecret(place);
  if (value === "") return { kind: "word", text: "Empty text" };
  if (typeof value === "string") return { kind: "text", text: value };
  if (isMaskedList(value) && value.length === 0) return { kind: "word", text: "Empty list" };
  if (isMaskedObject(value) && value.size === 0) return { kind: "word", text: "No entries" };
  if (!isMaskedList(value) && !isMaskedObject(value)) return { kind: "text", text: printMasked(value) };
  if (place.depth >= maxDepth) return toCode(value);
  if (isMaskedList(value)) {
    return { kind: "list", items: value.map((item, index) => showFreely(item, inside(place, index))) };
  }
  const entries = [...value].map(([key, item]) => ({
    label: key,
    isKey: true,
    value: showFreely(item, inside(place, key)),
  }));
  return { kind: "entries", entries };
}

function inside(place: Place, key: string | number): Place {
  return { ...place, pointer: pointerTo(place.pointer, key), depth: place.depth + 1 };
}

/** Whether the value is of the kind that the node edits; a secret may stand anywhere. */
function fitsNode(node: FieldNode, value: Masked): boolean {
  if (isMasked(value)) return true;
  switch (node.kind) {
    case "text":
    case "secret":
      return typeof value === "string";
    case "datetime":
    case "duration":
      return typeof value === "string" || isNumber(value);
    case "number":
      return isNumber(value) || (node.asText === true && typeof value === "string");
    case "boolean":
      return typeof value === "boolean";
    case "enum":
      return node.options.some((option) => option.json === printMasked(value));
    case "const":
      return node.json === printMasked(value);
    case "list":
      return isMaskedList(value);
    case "tuple":
      return isMaskedList(value) && value.length <= node.items.length;
    case "recursive":
      return fitsNode(unfold(node), value);
    case "dict":
    case "group":
    case "reference":
      return isMaskedObject(value);
    case "union":
      return branchOf(node, value) !== undefined;
    case "json":
      return fitsJson(node, value);
  }
}

function fitsJson(node: JsonNode, value: Masked): boolean {
  if (node.expects === "array") return isMaskedList(value);
  return node.expects !== "object" || isMaskedObject(value);
}

function branchOf(node: UnionNode, value: Masked): FieldNode | undefined {
  return node.branches[recogniseBranch(node, value) ?? -1]?.node;
}

type Present = Exclude<Masked, MaskedLeaf>;

function isMaskedList(value: Masked): value is readonly Masked[] {
  return Array.isArray(value);
}

function isMaskedObject(value: Masked): value is ReadonlyMap<string, Masked> {
  return value instanceof Map;
}

function isNumber(value: Present): boolean {
  return isJsonNumber(toMaskedJson(value));
}

function printMasked(value: Masked): string {
  return printJson(toMaskedJson(value));
}

function toCode(value: Masked): ShownValue {
  return { kind: "code", language: "json", text: printJsonPretty(toMaskedJson(value)) };
}

function isStructure(value: Masked): boolean {
  return (isMaskedList(value) && value.length > 0) || (isMaskedObject(value) && value.size > 0);
}
