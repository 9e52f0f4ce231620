import { DomainError } from "@/lib/errors";
import { readJson } from "@/lib/json-reader";

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

/** Deeper than any client may send: rows, files and forms hold what came through narrower doors. */
const maxDepth = 2000;

/**
 * Parses a text without loss. Duplicated keys: the last one wins.
 * @throws DomainError `bad_request` with reason and place, which quote nothing, when the text is not JSON.
 */
export function parseJson(text: string): Json {
  const reading = readJson(text, maxDepth);
  if (reading.ok) return reading.value;
  const { position, reason } = reading.fault;
  throw new DomainError("bad_request", `This is not JSON: ${reason} (character ${position + 1}).`);
}

/** Prints compactly; a compact text that was parsed comes back byte-identical up to escapes. */
export function printJson(value: Json): string {
  if (isJsonObject(value)) return printObject(value);
  if (isJsonArray(value)) return printArray(value);
  return isJsonNumber(value) ? value.number : JSON.stringify(value);
}

// Texts are put together by hand: lists of parts to join cost twice as much, and every answer passes here.
function printObject(value: JsonObject): string {
  let text = "";
  for (const [key, item] of value) {
    text += `${text === "" ? "{" : ","}${JSON.stringify(key)}:${printJson(item)}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

function printArray(value: readonly Json[]): string {
  let text = "";
  for (const item of value) text += (text === "" ? "[" : ",") + printJson(item);
  return text === "" ? "[]" : `${text}]`;
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
