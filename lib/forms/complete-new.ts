import type { FieldNode } from "@/lib/forms/field-node";
import { requiredValue } from "@/lib/forms/new-value";
import { recogniseBranch } from "@/lib/forms/recognise-branch";
import { unfold } from "@/lib/forms/recursion";
import { isJsonObject, type Json, type JsonObject } from "@/lib/json";

/**
 * Adds what a person cannot enter to objects that an edit has just made: fixed values that the schema requires and gives
 * no default for. An object that was stored before stays as it is.
 */
export function completeNew(
  fields: readonly FieldNode[],
  before: JsonObject | undefined,
  after: JsonObject,
): JsonObject {
  const next = new Map(after);
  for (const field of fields) {
    const value = after.get(field.key);
    const completed = value === undefined ? undefined : completeField(field, before?.get(field.key), value);
    const missing = before === undefined && value === undefined ? requiredValue(field) : undefined;
    const result = completed ?? missing;
    if (result !== undefined) next.set(field.key, result);
  }
  return next;
}

function completeField(field: FieldNode, before: Json | undefined, after: Json): Json | undefined {
  if (field.kind === "recursive") return completeField(unfold(field), before, after);
  if (field.kind === "union") {
    const chosen = before === undefined ? field.branches[recogniseBranch(field, after) ?? -1] : undefined;
    return chosen && completeField(chosen.node, before, after);
  }
  if (field.kind !== "group" || !isJsonObject(after)) return undefined;
  return completeNew(field.fields, isJsonObject(before) ? before : undefined, after);
}
