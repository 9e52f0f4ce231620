import { isJsonArray, isJsonObject, type Json, type JsonObject } from "@/lib/json";

/**
 * A map of blocks as newer clients write it says nothing about its values: only `block_schema_references` names the
 * field. Here such a field says it itself, as older clients write it: forms and secret paths find the blocks by it.
 */
export function withBlockMaps(fields: JsonObject): JsonObject {
  const properties = membersOf(fields.get("properties"));
  const references = membersOf(fields.get("block_schema_references"));
  const bare = [...properties].filter(([key, property]) => references.has(key) && isBareMap(property));
  if (bare.length === 0) return fields;
  const completed = bare.flatMap(([key, property]) => {
    const names = definitionsOf(fields, slugsOf(references.get(key)));
    const values: Json = new Map([
      ["anyOf", names.map((name) => new Map([["$ref", `#/definitions/${name}`]]))],
    ]);
    return names.length > 0
      ? [[key, new Map([...membersOf(property), ["additionalProperties", values]])] as const]
      : [];
  });
  return new Map([...fields, ["properties", new Map<string, Json>([...properties, ...completed])]]);
}

function isBareMap(property: Json): boolean {
  if (!isJsonObject(property) || property.get("type") !== "object") return false;
  return !["additionalProperties", "properties", "$ref", "allOf", "anyOf"].some((keyword) =>
    property.has(keyword),
  );
}

function slugsOf(references: Json | undefined): ReadonlySet<Json | undefined> {
  const entries = isJsonArray(references) ? references : [references ?? null];
  return new Set(entries.map((entry) => membersOf(entry).get("block_type_slug")));
}

function definitionsOf(fields: JsonObject, slugs: ReadonlySet<Json | undefined>): readonly string[] {
  const definitions = [...membersOf(fields.get("definitions"))];
  return definitions.flatMap(([name, definition]) => {
    const slug = membersOf(definition).get("block_type_slug");
    return slug !== undefined && slugs.has(slug) ? [name] : [];
  });
}

function membersOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : new Map();
}
