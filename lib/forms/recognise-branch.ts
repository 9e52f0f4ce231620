import type { FieldNode, GroupNode, JsonNode, UnionNode } from "@/lib/forms/field-node";
import { isList, isNumber } from "@/lib/forms/masked-shape";
import { printJson } from "@/lib/json";
import { isMasked, type Masked, toMaskedJson } from "@/lib/secrets/tree";

/**
 * The branch that a stored value belongs to: the one that says most about it, `current` where it says as much as any.
 * Undefined when it fits none.
 */
export function recogniseBranch(node: UnionNode, value: Masked, current?: number): number | undefined {
  const fits = node.branches.map((branch) => fitOf(branch.node, value));
  const best = Math.max(...fits);
  if (!(best > 0)) return undefined;
  return current !== undefined && fits[current] === best ? current : fits.indexOf(best);
}

/** 0: does not fit. The more specific a node is, the more its fit counts. */
function fitOf(node: FieldNode, value: Masked): number {
  if (isMasked(value)) return score(node.kind === "secret", 4);
  switch (node.kind) {
    case "text":
    case "secret":
      return score(typeof value === "string", 2);
    case "number":
      return score(isNumber(value), node.integer && !/^-?\d+$/.test(printMasked(value)) ? 2 : 3);
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
    case "list":
      return score(isList(value), 3);
    case "dict":
      return score(value instanceof Map, 2);
    case "reference":
      return score(value instanceof Map, 1);
    case "group":
      return fitOfGroup(node, value);
    case "json":
      return fitOfJson(node, value);
    case "union":
      return Math.max(...node.branches.map((branch) => fitOf(branch.node, value)));
  }
}

function score(fits: boolean, points: number): number {
  return fits ? points : 0;
}

function fitOfJson(node: JsonNode, value: Masked): number {
  if (node.expects === "object") return score(value instanceof Map, 1);
  return node.expects === "array" ? score(isList(value), 1) : 0.5;
}

/** A fixed value tells models apart for certain; else the model that knows most of the keys is it. */
function fitOfGroup(node: GroupNode, value: Masked): number {
  if (!(value instanceof Map)) return 0;
  const points = node.fields.map((field) => fitOfField(field, value.get(field.key)));
  const sum = points.reduce((total, point) => total + point, 3);
  return Math.max(sum, score(value.size === 0, 1));
}

function fitOfField(field: FieldNode, value: Masked | undefined): number {
  if (value === undefined) return field.required ? -1 : 0;
  if (field.kind !== "const") return 1;
  return field.json === printMasked(value) ? 100 : -100;
}

function printMasked(value: Masked): string {
  return printJson(toMaskedJson(value));
}
