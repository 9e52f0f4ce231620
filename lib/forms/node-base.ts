import { fieldNodeDefault } from "@/lib/forms/default-label";
import type { JsonNode, NodeBase } from "@/lib/forms/field-node";
import { labelFromKey } from "@/lib/forms/labels";
import type { Compilation, Place } from "@/lib/forms/place";
import { listOf, textOf } from "@/lib/forms/schema-view";
import { type Json, type JsonObject, printJson } from "@/lib/json";
import { helpText } from "@/lib/markdown/help-text";

/** What every node has, from its resolved schema and our overlay. */
export function nodeBase(schema: JsonObject, place: Place, compilation: Compilation): NodeBase {
  // Rows and branches share the path of their field: its texts stand at the field, once.
  const overlay = place.key === "" ? undefined : compilation.overlays[place.path];
  const title = textOf(schema, "title");
  const example = overlay?.example ?? exampleOf(schema);
  return {
    key: place.key,
    id: place.id,
    // Half a character (a lone surrogate) reads differently in a page and in a script.
    label: (title || place.label || labelFromKey(place.key)).toWellFormed(),
    help: overlay?.help ?? helpText(textOf(schema, "description") ?? ""),
    required: place.required,
    ...fieldNodeDefault(schema, overlay?.defaultLabel),
    ...(example === undefined ? {} : { example }),
    isAdvanced: overlay?.advanced === true && !place.required,
  };
}

function exampleOf(schema: JsonObject): string | undefined {
  const [first] = listOf(schema, "examples");
  const value: Json | undefined = first ?? schema.get("example");
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? value : printJson(value);
}

/** For what has no control: edited as JSON, values kept. */
export function unknownNode(base: NodeBase, schema: JsonObject, reason: string): JsonNode {
  const type = textOf(schema, "type");
  const expects = type === "object" || type === "array" ? type : undefined;
  return { ...base, kind: "json", language: "json", reason, ...(expects ? { expects } : {}) };
}
