import { DomainError } from "@/lib/errors";
import { unquotedReason } from "@/lib/text/unquoted-reason";

/**
 * JSON that keeps what `JSON.parse` loses: the notation of numbers (`1.0`, 60 digits) and the order of keys.
 * Objects are Maps, so a plain object can only be a number.
 */
export type JsonNumber = { readonly number: string };
export type JsonObject = ReadonlyMap<string, Json>;
export type Json = null | boolean | string | JsonNumber | readonly Json[] | JsonObject;

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return value instanceof Map;
}

export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isJsonNumber(value: Json | undefined): value is JsonNumber {
  return typeof value === "object" && value !== null && "number" in value;
}

const stringOrKey = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/**
 * Parses a text without loss. Duplicated keys: the last one wins.
 * @throws DomainError `bad_request` with the parser's reason when the text is not JSON.
 */
export function parseJson(text: string): Json {
  try {
    // Validates first: prefixing keys in a text that is no JSON could make it one.
    JSON.parse(text);
    // Integer-like keys would move to the front of a plain object, `__proto__` would vanish: prefix every key.
    const prefixed = text.replace(stringOrKey, (token, colon) =>
      colon === undefined ? token : `"k${token.slice(1)}`,
    );
    return JSON.parse(prefixed, reviveLosslessly) as Json;
  } catch (cause) {
    throw new DomainError("bad_request", `This is not JSON: ${reasonOf(cause)}.`, { cause });
  }
}

function reviveLosslessly(_key: string, value: unknown, context: { source?: string }): unknown {
  if (typeof value === "number") return { number: context.source ?? String(value) };
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Map)
    return value;
  if ("number" in value) return value;
  return new Map(Object.entries(value).map(([key, item]) => [key.slice(1), item]));
}

function reasonOf(cause: unknown): string {
  return unquotedReason(cause instanceof Error ? cause.message : String(cause)) || "malformed";
}

/** Prints compactly; a compact text that was parsed comes back byte-identical up to escapes. */
export function printJson(value: Json): string {
  if (isJsonNumber(value)) return value.number;
  if (isJsonArray(value)) return `[${value.map(printJson).join(",")}]`;
  if (isJsonObject(value)) {
    return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}:${printJson(item)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/** Prints with two spaces of indentation, for people. */
export function printJsonPretty(value: Json, indent = ""): string {
  const inner = `${indent}  `;
  if (isJsonArray(value) && value.length > 0) {
    return `[\n${value.map((item) => inner + printJsonPretty(item, inner)).join(",\n")}\n${indent}]`;
  }
  if (isJsonObject(value) && value.size > 0) {
    const lines = [...value].map(
      ([key, item]) => `${inner}${JSON.stringify(key)}: ${printJsonPretty(item, inner)}`,
    );
    return `{\n${lines.join(",\n")}\n${indent}}`;
  }
  return printJson(value);
}

/** From ordinary JavaScript values, e.g. a schema written in TypeScript. Undefined entries are left out. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" || typeof value === "bigint") return { number: String(value) };
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [String(key), toJson(item)]));
  if (typeof value === "object") {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return new Map(entries.map(([key, item]) => [key, toJson(item)]));
  }
  throw new TypeError(`not a JSON value: ${typeof value}`);
}

/** Same value, same number notation, same key order: what "byte-identical" means for stored data. */
export function isSameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return printJson(a) === printJson(b);
}
