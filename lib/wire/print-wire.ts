import { type Json, type JsonObject, printJson } from "@/lib/json";

const printed = Symbol("printed JSON");

/** What an answer is made of: ordinary values, with lossless JSON inside where data must keep its notation. */
export type WireValue =
  | null
  | boolean
  | number
  | string
  | JsonObject
  | { readonly [printed]: string }
  | readonly WireValue[]
  | { readonly [key: string]: WireValue | undefined };

/** Lossless JSON of any kind as part of an answer. Objects need no wrapping. */
export function toWireValue(json: Json): WireValue {
  return toPrinted(printJson(json));
}

/** A text that is sent as it is. */
export function toPrinted(text: string): WireValue {
  return { [printed]: text };
}

export function printWire(value: WireValue): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (value instanceof Map) return printJson(value);
  if (isList(value)) return `[${value.map(printWire).join(",")}]`;
  if (isPrinted(value)) return value[printed];
  const entries = Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : [`${JSON.stringify(key)}:${printWire(item)}`],
  );
  return `{${entries.join(",")}}`;
}

function isList(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}

function isPrinted(value: object): value is { readonly [printed]: string } {
  return printed in value;
}
