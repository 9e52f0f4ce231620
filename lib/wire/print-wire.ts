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

/** An object whose keys keep their order, whatever they look like. */
export function toWireObject(members: readonly (readonly [string, WireValue])[]): WireValue {
  return toPrinted(printMembers(members));
}

/** An answer of which some parts are printed already, or are made of such parts. */
export type WithPrinted<Wire, Parts extends keyof Wire> = {
  readonly [Key in keyof Wire]: Key extends Parts ? WireValue : Wire[Key];
};

/** Remembers what `print` makes of an object, as long as the object lives: the ready text of a row's version. */
export function rememberPrinted<Source extends object>(
  print: (source: Source) => WireValue,
): (source: Source) => WireValue {
  const known = new WeakMap<Source, WireValue>();
  return (source) => {
    const ready = known.get(source) ?? toPrinted(printWire(print(source)));
    known.set(source, ready);
    return ready;
  };
}

export function printWire(value: WireValue): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return printList(value);
  if (value instanceof Map) return printJson(value);
  return isPrinted(value) ? value[printed] : printMembers(Object.entries(value));
}

function printList(items: readonly WireValue[]): string {
  let text = "";
  for (const item of items) text += (text === "" ? "[" : ",") + printWire(item);
  return text === "" ? "[]" : `${text}]`;
}

function printMembers(members: Iterable<readonly [string, WireValue | undefined]>): string {
  let text = "";
  for (const [key, item] of members) {
    if (item !== undefined) text += `${text === "" ? "{" : ","}${JSON.stringify(key)}:${printWire(item)}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

function isList(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}

function isPrinted(value: object): value is { readonly [printed]: string } {
  return printed in value;
}
