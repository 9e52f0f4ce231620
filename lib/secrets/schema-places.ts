// Where the parts of a JSON schema apply. Keywords of all drafts count, for whoever sends a schema chooses its dialect.
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "@/lib/json";

/** Applied to the same value, or to the items of a list: a secret path passes through lists. */
const besides = [
  "allOf",
  "anyOf",
  "oneOf",
  "if",
  "then",
  "else",
  "items",
  "prefixItems",
  "additionalItems",
  "unevaluatedItems",
  "contains",
];
/** Objects of schemas that are applied to the same value. */
const besidesByName = ["dependencies", "dependentSchemas"];

/** Schemas for the value itself or its list items, references left aside. */
export function schemasBeside(schema: JsonObject): readonly Json[] {
  return [
    ...besides.flatMap((key) => listOf(schema.get(key))),
    ...besidesByName.flatMap((key) => [...membersOf(schema.get(key)).values()]),
  ];
}

/** Schemas for the values of keys that the schema does not name. */
export function schemasOfOtherKeys(schema: JsonObject): readonly Json[] {
  return [
    ...["additionalProperties", "unevaluatedProperties"].flatMap((key) => listOf(schema.get(key))),
    ...membersOf(schema.get("patternProperties")).values(),
  ];
}

export function propertiesOf(schema: JsonObject): JsonObject {
  return membersOf(schema.get("properties"));
}

/** The target of a schema's reference, of whichever draft. */
export function targetOf(schema: JsonObject): string | undefined {
  const target = schema.get("$ref") ?? schema.get("$dynamicRef") ?? schema.get("$recursiveRef");
  return typeof target === "string" ? target : undefined;
}

export type Definitions = {
  readonly size: number;
  /** What a target stands for: a definition of this name, else what lies at this JSON pointer. */
  readonly find: (target: string) => Json | undefined;
};

export function definitionsOf(root: JsonObject): Definitions {
  const byName = new Map([...membersOf(root.get("$defs")), ...membersOf(root.get("definitions"))]);
  // Names of definitions may hold what a pointer would have to escape.
  const findByName = (target: string) => byName.get(target.replace(/^#\/(definitions|\$defs)\//, ""));
  return { size: byName.size, find: (target) => findByName(target) ?? findByPointer(root, target) };
}

function findByPointer(root: JsonObject, target: string): Json | undefined {
  if (!/^#(?:\/|$)/.test(target)) return undefined;
  return target
    .split("/")
    .slice(1)
    .reduce<Json | undefined>((value, part) => {
      const key = unescapePointer(part);
      return isJsonArray(value) ? value[Number(key)] : membersOf(value).get(key);
    }, root);
}

function unescapePointer(part: string): string {
  const decoded = /%(?![0-9a-f]{2})/i.test(part) ? part : decodeLeniently(part);
  return decoded.replaceAll("~1", "/").replaceAll("~0", "~");
}

function decodeLeniently(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isJsonArray(value) ? value : [value];
}

function membersOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : new Map();
}
