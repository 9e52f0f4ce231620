import { isJsonArray, isJsonNumber, isJsonObject, type Json, type JsonObject } from "@/lib/json";

// Reads keywords of a schema that somebody registered: whatever has another type than expected counts as absent.

export function textOf(schema: JsonObject, keyword: string): string | undefined {
  const value = schema.get(keyword);
  return typeof value === "string" ? value : undefined;
}

export function numberOf(schema: JsonObject, keyword: string): number | undefined {
  const value = schema.get(keyword);
  const number = isJsonNumber(value) ? Number(value.number) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

export function objectOf(schema: JsonObject, keyword: string): JsonObject | undefined {
  const value = schema.get(keyword);
  return isJsonObject(value) ? value : undefined;
}

export function listOf(schema: JsonObject, keyword: string): readonly Json[] {
  const value = schema.get(keyword);
  return isJsonArray(value) ? value : [];
}

export function textsOf(schema: JsonObject, keyword: string): readonly string[] {
  return listOf(schema, keyword).filter((item) => typeof item === "string");
}

/** Without these keywords. */
export function without(schema: JsonObject, ...keywords: readonly string[]): JsonObject {
  return new Map([...schema].filter(([keyword]) => !keywords.includes(keyword)));
}
