import { textRulesOf } from "@/lib/forms/compile-scalar";
import type { DictNode, FieldNode, JsonNode, KeyRules } from "@/lib/forms/field-node";
import { singularOf } from "@/lib/forms/labels";
import { nodeBase, unknownNode } from "@/lib/forms/node-base";
import { readPattern } from "@/lib/forms/patterns";
import {
  type Compilation,
  hidesCredentials,
  innerPlace,
  isSecretPlace,
  type Place,
  propertyPlace,
  tuplePlace,
} from "@/lib/forms/place";
import { type ResolvedSchema, resolveSchema } from "@/lib/forms/resolve-schema";
import { listOf, numberOf, objectOf, textsOf } from "@/lib/forms/schema-view";
import { sortByOverlay, sortProperties } from "@/lib/forms/sort-fields";
import { isJsonArray, isJsonObject, isSameJson, type Json, type JsonObject } from "@/lib/json";

/** An object with known properties. */
export function compileGroup({ schema }: ResolvedSchema, place: Place, compilation: Compilation): FieldNode {
  const required = textsOf(schema, "required");
  const properties = objectOf(schema, "properties") ?? new Map();
  const fields = sortProperties(properties).map(([key, property]) =>
    compilation.compile(property, propertyPlace(place, key, required.includes(key))),
  );
  const others = compileOtherKeys(schema, [...properties.keys()], place, compilation);
  const ordered = sortByOverlay(fields, compilation.overlays, place.path);
  return { ...nodeBase(schema, place, compilation), kind: "group", fields: [...ordered, ...others] };
}

/** Free keys beside those of the model, where the schema says outright that they are welcome. */
function compileOtherKeys(
  schema: JsonObject,
  besideKeys: readonly string[],
  place: Place,
  compilation: Compilation,
): readonly DictNode[] {
  const rule = valueRule(schema, compilation);
  if (rule.problem !== undefined || rule.values === undefined) return [];
  const at: Place = { ...place, id: `${place.id}/~others`, key: "", label: "Other keys", required: false };
  const base = { ...nodeBase(new Map(), at, compilation), label: "Other keys" };
  const value = compileInner(rule.values, innerPlace(at, "~value", "Value"), compilation);
  return [{ ...base, kind: "dict", value, entryLabel: "key", ...rulesOfKeys(rule.keys), besideKeys }];
}

type ValueRule = {
  /** The schema of every value; absent: the schema does not mention free keys. */
  readonly values?: JsonObject;
  readonly keys: KeyRules;
  readonly isClosed?: true;
  readonly problem?: string;
};

/** What a schema says about keys that it does not name, and about their values. */
function valueRule(schema: JsonObject, compilation: Compilation): ValueRule {
  const names = objectOf(schema, "propertyNames");
  const keys = names ? keyRulesOf(resolveSchema(names, compilation).schema) : {};
  const others = schema.get("additionalProperties") ?? schema.get("unevaluatedProperties");
  const patterned = patternRule(schema, others, keys);
  if (patterned) return patterned;
  if (others === false) return { keys, isClosed: true };
  return others === undefined ? { keys } : { keys, values: asSchema(others) };
}

function patternRule(schema: JsonObject, others: Json | undefined, keys: KeyRules): ValueRule | undefined {
  const [first, ...more] = objectOf(schema, "patternProperties") ?? [];
  if (!first) return undefined;
  // Pydantic 1 says the same of the other keys, and does not mean it.
  const isSame = isSameJson(first[1], others);
  if (more.length > 0 || (isJsonObject(others) && !isSame)) {
    return {
      keys,
      problem: "Its values differ with the pattern of their key, for which there is no control.",
    };
  }
  const pattern = others === true ? undefined : readPattern(first[0]);
  return { keys: { ...keys, ...(pattern !== undefined && { pattern }) }, values: asSchema(first[1]) };
}

function asSchema(value: Json): JsonObject {
  return isJsonObject(value) ? value : new Map();
}

function keyRulesOf(names: JsonObject): KeyRules {
  const fixed = names.get("const");
  const options = typeof fixed === "string" ? [fixed] : textsOf(names, "enum");
  return { ...textRulesOf(names), ...(options.length > 0 && { options }) };
}

function rulesOfKeys(keys: KeyRules): Pick<DictNode, "keys"> {
  return Object.keys(keys).length > 0 ? { keys } : {};
}

/** An object with free keys. */
export function compileDict(schema: JsonObject, place: Place, compilation: Compilation): FieldNode {
  const base = nodeBase(schema, place, compilation);
  const overlay = compilation.overlays[place.path];
  if (overlay?.language) return textNode(base, overlay.language, "object", place);
  const rule = valueRule(schema, compilation);
  if (rule.problem !== undefined) return unknownNode(base, schema, rule.problem);
  if (rule.isClosed) return textNode(base, "json", "object", place);
  const inner = innerPlace(place, "~value", "Value");
  return {
    ...base,
    kind: "dict",
    value: compileInner(rule.values ?? new Map(), inner, compilation),
    entryLabel: overlay?.entryLabel ?? singularOf(base.label) ?? "entry",
    ...(hidesCredentials(place) && { hidesCredentials: true }),
    ...rulesOfKeys(rule.keys),
    ...limit("minEntries", schema, "minProperties"),
    ...limit("maxEntries", schema, "maxProperties"),
  };
}

function limit<Name extends string>(
  name: Name,
  schema: JsonObject,
  keyword: string,
): { [N in Name]?: number } {
  const value = numberOf(schema, keyword);
  return value === undefined ? {} : ({ [name]: value } as { [N in Name]?: number }); // a computed key loses its name
}

export function compileList(schema: JsonObject, place: Place, compilation: Compilation): FieldNode {
  const base = nodeBase(schema, place, compilation);
  const overlay = compilation.overlays[place.path];
  const language = overlay?.language ?? (schema.get("format") === "rfc6902" ? "json" : undefined);
  if (language) return textNode(base, language, "array", place);
  const items = schema.get("items");
  const places = isJsonArray(items) ? items : listOf(schema, "prefixItems");
  if (places.length > 0) return compileTuple(schema, places, place, compilation);
  const itemLabel = overlay?.entryLabel ?? singularOf(base.label) ?? "item";
  const inner = innerPlace(place, "~item", itemLabel);
  return {
    ...base,
    kind: "list",
    item: compileInner(isJsonObject(items) ? items : new Map(), inner, compilation),
    itemLabel,
    ...limit("minItems", schema, "minItems"),
    ...limit("maxItems", schema, "maxItems"),
    ...(schema.get("uniqueItems") === true && { isUnique: true }),
  };
}

/** Pydantic 1 lists the places in `items`, later drafts in `prefixItems`. */
function compileTuple(
  schema: JsonObject,
  places: readonly Json[],
  place: Place,
  compilation: Compilation,
): FieldNode {
  const base = nodeBase(schema, place, compilation);
  const rest = schema.has("prefixItems") ? schema.get("items") : schema.get("additionalItems");
  if (isJsonObject(rest) && numberOf(schema, "maxItems") !== places.length) {
    return unknownNode(
      base,
      schema,
      "Its first items have meanings of their own, for which there is no control.",
    );
  }
  const required = numberOf(schema, "minItems") ?? places.length;
  const items = places.map((item, index) =>
    compilation.compile(asSchema(item), tuplePlace(place, index, index < required)),
  );
  return { ...base, kind: "tuple", items };
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
