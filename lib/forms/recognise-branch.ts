import type { FieldNode, GroupNode, JsonNode, NodeOf, UnionNode } from "@/lib/forms/field-node";
import { isList, isNumber } from "@/lib/forms/masked-shape";
import { parseNumber } from "@/lib/forms/parse-number";
import { unfold } from "@/lib/forms/recursion";
import { printJson } from "@/lib/json";
import { isMasked, type Masked, toMaskedJson } from "@/lib/secrets/tree";

/**
 * The branch that a stored value belongs to: the one that says most about it, `current` where it says as much as any.
 * Undefined when it fits none.
 */
export function recogniseBranch(node: UnionNode, value: Masked, current?: number): number | undefined {
  const fits = node.branches.map((branch) => fitOf(branch.node, value, levels));
  const best = Math.max(...fits);
  if (!(best > 0)) return undefined;
  return current !== undefined && fits[current] === best ? current : fits.indexOf(best);
}

/** How far below a value is looked at: choices in choices would cost more with every level. */
const levels = 2;

/** 0: does not fit. The more specific a node is, the more its fit counts. */
function fitOf(node: FieldNode, value: Masked, left: number): number {
  if (isMasked(value)) return score(node.kind === "secret", 4);
  switch (node.kind) {
    case "list":
      return isList(value) ? 3 * shareOf(value, () => node.item, left) : 0;
    case "tuple":
      return fitOfTuple(node, value, left);
    case "dict":
      return value instanceof Map ? 2 * shareOf([...value.values()], () => node.value, left) : 0;
    case "reference":
      return score(value instanceof Map, 1);
    case "group":
      return fitOfGroup(node, value, left);
    case "recursive":
      return fitOf(unfold(node), value, left);
    case "union":
      return Math.max(...node.branches.map((branch) => fitOf(branch.node, value, left)));
    default:
      return fitOfLeaf(node, value);
  }
}

type Leaf = Exclude<
  FieldNode,
  NodeOf<"list" | "tuple" | "dict" | "reference" | "group" | "recursive" | "union">
>;

function fitOfLeaf(node: Leaf, value: Masked): number {
  switch (node.kind) {
    case "text":
    case "secret":
      return score(typeof value === "string", 2);
    case "number":
      return fitOfNumber(node, value);
    case "boolean":
      return score(typeof value === "boolean", 3);
    case "enum":
      return score(
        node.options.some((option) => option.json === printMasked(value)),
        5,
      );
    case "const":
      return score(node.json === printMasked(value), 5);
    case "datetime":
      return score(typeof value === "string" && /^\d{4}-\d{2}-\d{2}|^\d{2}:\d{2}/.test(value), 3);
    case "duration":
      return score(isNumber(value) || (typeof value === "string" && /^[+-]?P|:/.test(value)), 2.5);
    case "json":
      return fitOfJson(node, value);
  }
}

function fitOfNumber(node: NodeOf<"number">, value: Masked): number {
  if (isNumber(value)) return node.integer && !/^-?\d+$/.test(printMasked(value)) ? 2 : 3;
  return score(node.asText === true && typeof value === "string" && parseNumber(value) !== undefined, 2.5);
}

/** Between nearly nothing, when no item fits, and 1. What is hidden or null says nothing. */
function shareOf(
  items: readonly Masked[],
  nodeAt: (index: number) => FieldNode | undefined,
  left: number,
): number {
  if (left === 0 || items.length === 0) return 1;
  const fitting = items.filter((item, index) => {
    const node = nodeAt(index);
    return node !== undefined && (item === null || isMasked(item) || fitOf(node, item, left - 1) > 0);
  });
  return Math.max(0.1, fitting.length / items.length);
}

function fitOfTuple(node: NodeOf<"tuple">, value: Masked, left: number): number {
  if (!isList(value) || value.length > node.items.length) return 0;
  return 3.5 * shareOf(value, (index) => node.items[index], left);
}

function score(fits: boolean, points: number): number {
  return fits ? points : 0;
}

function fitOfJson(node: JsonNode, value: Masked): number {
  if (node.expects === "object") return score(value instanceof Map, 1);
  return node.expects === "array" ? score(isList(value), 1) : 0.5;
}

/** A fixed value tells models apart for certain; else the model that knows most of the keys is it. */
function fitOfGroup(node: GroupNode, value: Masked, left: number): number {
  if (!(value instanceof Map)) return 0;
  const points = node.fields.map((field) => fitOfField(field, value.get(field.key), left));
  const sum = points.reduce((total, point) => total + point, 3);
  return Math.max(sum, score(value.size === 0, 1), 0.2);
}

function fitOfField(field: FieldNode, value: Masked | undefined, left: number): number {
  if (value === undefined) return field.required ? -2 : 0;
  if (field.kind === "const") return field.json === printMasked(value) ? 100 : -100;
  if (left === 0 || value === null || isMasked(value)) return 1;
  return fitOf(field, value, left - 1) > 0 ? 1 : 0.5;
}

function printMasked(value: Masked): string {
  return printJson(toMaskedJson(value));
}
