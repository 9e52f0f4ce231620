import type { NodeBase } from "@/lib/forms/field-node";
import { isJsonArray, isJsonNumber, isJsonObject, type Json, type JsonObject, printJson } from "@/lib/json";

const longestLabel = 60;

/** The default of a schema and how it reads. A default of null means "not set" and is none. */
export function fieldNodeDefault(
  schema: JsonObject,
  label: string | undefined,
): Pick<NodeBase, "defaultJson" | "defaultLabel"> {
  const value = schema.get("default");
  if (value === undefined || value === null) return label === undefined ? {} : { defaultLabel: label };
  return { defaultJson: printJson(value), defaultLabel: label ?? readableValue(value) };
}

/** How a value reads to a person: "On", "60", "empty". */
export function readableValue(value: Json): string {
  if (value === true) return "On";
  if (value === false) return "Off";
  if (value === "") return "empty";
  if (value === null) return "No value";
  if (typeof value === "string") return shorten(value);
  if (isJsonNumber(value)) return value.number;
  if (isJsonArray(value) && value.length === 0) return "none";
  if (isJsonObject(value) && value.size === 0) return "none";
  return shorten(printJson(value));
}

function shorten(text: string): string {
  return text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text;
}
