import type { FieldNode, JsonNode } from "@/lib/forms/field-node";
import { singularOf } from "@/lib/forms/labels";
import { nodeBase, unknownNode } from "@/lib/forms/node-base";
import {
  type Compilation,
  hidesCredentials,
  innerPlace,
  isSecretPlace,
  type Place,
  propertyPlace,
} from "@/lib/forms/place";
import type { ResolvedSchema } from "@/lib/forms/resolve-schema";
import { objectOf, textsOf } from "@/lib/forms/schema-view";
import { sortProperties } from "@/lib/forms/sort-fields";
import { isJsonArray, isJsonObject, type JsonObject } from "@/lib/json";

/** An object with known properties. */
export function compileGroup({ schema }: ResolvedSchema, place: Place, compilation: Compilation): FieldNode {
  const required = textsOf(schema, "required");
  const properties = objectOf(schema, "properties") ?? new Map();
  const fields = sortProperties(properties).map(([key, property]) =>
    compilation.compile(property, propertyPlace(place, key, required.includes(key))),
  );
  return { ...nodeBase(schema, place, compilation), kind: "group", fields };
}

/** An object with free keys. */
export function compileDict(schema: JsonObject, place: Place, compilation: Compilation): FieldNode {
  const base = nodeBase(schema, place, compilation);
  const overlay = compilation.overlays[place.path];
  if (overlay?.language) return textNode(base, overlay.language, "object", place);
  if (schema.has("patternProperties")) {
    return unknownNode(base, schema, "Its keys follow patterns, for which there is no control yet.");
  }
  const values = schema.get("additionalProperties");
  if (values === false) return textNode(base, "json", "object", place);
  const inner = innerPlace(place, "~value", "Value");
  return {
    ...base,
    kind: "dict",
    value: compileInner(isJsonObject(values) ? values : new Map(), inner, compilation),
    entryLabel: overlay?.entryLabel ?? singularOf(base.label) ?? "entry",
    ...(hidesCredentials(place) && { hidesCredentials: true }),
  };
}

export function compileList(schema: JsonObject, place: Place, compilation: Compilation): FieldNode {
  const base = nodeBase(schema, place, compilation);
  const overlay = compilation.overlays[place.path];
  const language = overlay?.language ?? (schema.get("format") === "rfc6902" ? "json" : undefined);
  if (language) return textNode(base, language, "array", place);
  const items = schema.get("items");
  if (isJsonArray(items) || schema.has("prefixItems")) {
    return unknownNode(
      base,
      schema,
      "Each item has a meaning of its own, for which there is no control yet.",
    );
  }
  const itemLabel = overlay?.entryLabel ?? singularOf(base.label) ?? "item";
  const inner = innerPlace(place, "~item", itemLabel);
  return {
    ...base,
    kind: "list",
    item: compileInner(isJsonObject(items) ? items : new Map(), inner, compilation),
    itemLabel,
  };
}

/** Rows are short: a free value takes plain words, and texts are identifiers more often than prose. */
function compileInner(schema: JsonObject, place: Place, compilation: Compilation): FieldNode {
  const node = compilation.compile(schema, place);
  if (node.kind === "json" && node.reason === undefined && !node.expects)
    return { ...node, acceptsText: true };
  return node.kind === "text" ? { ...node, mono: true } : node;
}

function textNode(
  base: ReturnType<typeof nodeBase>,
  language: "json" | "yaml",
  expects: "object" | "array",
  place: Place,
): JsonNode {
  return { ...base, kind: "json", language, expects, ...(isSecretPlace(place) && { isSecret: true }) };
}
