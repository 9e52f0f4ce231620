import { numberOf } from "@/lib/forms/schema-view";
import { isJsonObject, type JsonObject } from "@/lib/json";

/** Properties by `position` where the schema gives one (those without come after), else as they are written. */
export function sortProperties(properties: JsonObject): readonly (readonly [string, JsonObject])[] {
  const entries = [...properties].map(([key, schema]): readonly [string, JsonObject] => [
    key,
    isJsonObject(schema) ? schema : new Map(),
  ]);
  const positionOf = (schema: JsonObject) => numberOf(schema, "position") ?? Number.MAX_SAFE_INTEGER;
  return entries.toSorted(([, a], [, b]) => positionOf(a) - positionOf(b));
}
