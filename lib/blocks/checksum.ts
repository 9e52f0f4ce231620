import { createHash } from "node:crypto";
import { isJsonArray, isJsonNumber, isJsonObject, type Json, type JsonObject } from "@/lib/json";

/**
 * The checksum by which clients recognise a schema: a hash of the submitted `fields` without secret fields and without
 * the definitions of other blocks. Hash what is submitted and keep the result; a stored schema may hash differently.
 */
export function computeChecksum(fields: JsonObject): string {
  const bare = dropSecretFields(fields);
  const definitions = bare.get("definitions");
  if (isJsonObject(definitions) && definitions.size > 0) {
    const plain = plainDefinitions(bare, definitions);
    if (plain.size > 0) bare.set("definitions", plain);
    else bare.delete("definitions");
  }
  // The original hashes a call: positional arguments, then keyword arguments.
  const text = `[[${printAsPython(bare)}], {}]`;
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

/**
 * The definitions of plain models that are reachable from the schema, and through each other. Definitions of blocks
 * (those with a `block_type_slug`) are left out, but what they refer to counts as reachable.
 */
export function plainDefinitions(fields: JsonObject, definitions: JsonObject): JsonObject {
  const kept = new Map<string, Json>();
  // What a kept definition refers to was collected too: the walk over `fields` passes through its definitions.
  for (const name of referredNames(fields)) {
    const definition = definitions.get(name);
    if (
      isJsonObject(definition) &&
      definition.size > 0 &&
      (definition.get("block_type_slug") ?? null) === null
    )
      kept.set(name, definition);
  }
  return kept;
}

/** Names after `#/definitions/` of all `$ref`s at any depth. */
function referredNames(value: Json, names = new Set<string>()): ReadonlySet<string> {
  if (isJsonArray(value)) for (const item of value) referredNames(item, names);
  if (!isJsonObject(value)) return names;
  const target = value.get("$ref");
  if (typeof target === "string" && target !== "") names.add(target.replaceAll("#/definitions/", ""));
  for (const item of value.values()) referredNames(item, names);
  return names;
}

/** Through objects only: a `secret_fields` below a list belongs to the hash. */
function dropSecretFields(fields: JsonObject): Map<string, Json> {
  const entries = [...fields].filter(([key]) => key !== "secret_fields");
  return new Map(entries.map(([key, item]) => [key, isJsonObject(item) ? dropSecretFields(item) : item]));
}

/** As Python's `json.dumps(value, sort_keys=True)` prints: the hash is over its bytes. */
function printAsPython(value: Json): string {
  if (isJsonNumber(value)) return printNumber(value.number);
  if (isJsonArray(value)) return `[${value.map(printAsPython).join(", ")}]`;
  if (isJsonObject(value)) {
    const entries = [...value].sort(([a], [b]) => compareCodePoints(a, b));
    return `{${entries.map(([key, item]) => `${printText(key)}: ${printAsPython(item)}`).join(", ")}}`;
  }
  return typeof value === "string" ? printText(value) : String(value);
}

function printText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** `<` on strings compares UTF-16 units and puts astral characters before U+E000. */
function compareCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Integers in full, floats as their shortest digits with a point or an exponent. */
function printNumber(notation: string): string {
  if (!/[.eE]/.test(notation)) return notation === "-0" ? "0" : notation;
  const number = Number(notation);
  const sign = number < 0 || Object.is(number, -0) ? "-" : "";
  return sign + (Number.isFinite(number) ? printFloat(Math.abs(number)) : "Infinity");
}

function printFloat(number: number): string {
  const [digits = "0", exponentText = "0"] = number.toExponential().split("e");
  const exponent = Number(exponentText);
  const isPlain = number === 0 || (exponent >= -4 && exponent < 16);
  if (isPlain) return withoutExponent(digits.replace(".", ""), exponent);
  return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** "123", 1 -> "12.3"; "1", -2 -> "0.01"; "1", 3 -> "1000.0". */
function withoutExponent(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${whole}.${digits.slice(exponent + 1) || "0"}`;
}
