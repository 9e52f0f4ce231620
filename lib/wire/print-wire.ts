import { type Json, type JsonObject, printJson } from "@/lib/json";

const printed = Symbol("printed JSON");

/** Text that many answers have in common. By the object, what sends it may remember the bytes. */
export type SharedText = { readonly shared: string };
/** JSON text in pieces: put one after another they are the whole. */
export type Piece = string | SharedText;

/** What an answer is made of: ordinary values, with lossless JSON inside where data must keep its notation. */
export type WireValue =
  | null
  | boolean
  | number
  | string
  | JsonObject
  | { readonly [printed]: readonly Piece[] }
  | readonly WireValue[]
  | { readonly [key: string]: WireValue | undefined };

/** Lossless JSON of any kind as part of an answer. Objects need no wrapping. */
export function toWireValue(json: Json): WireValue {
  return toPrinted(printJson(json));
}

/** Text that is sent as it is. */
export function toPrinted(...pieces: readonly Piece[]): WireValue {
  return { [printed]: pieces };
}

/** An object whose keys keep their order, whatever they look like. */
export function toWireObject(members: readonly (readonly [string, WireValue])[]): WireValue {
  const pieces: Piece[] = [];
  printMembers(members, pieces);
  return toPrinted(...pieces);
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
    const ready = known.get(source) ?? toPrinted({ shared: printWire(print(source)) });
    known.set(source, ready);
    return ready;
  };
}

export function printWire(value: WireValue): string {
  return printPieces(value)
    .map((piece) => (typeof piece === "string" ? piece : piece.shared))
    .join("");
}

/** The text of an answer, with what it shares with others apart. */
export function printPieces(value: WireValue): readonly Piece[] {
  const pieces: Piece[] = [];
  print(value, pieces);
  return pieces;
}

function print(value: WireValue, pieces: Piece[]): void {
  if (typeof value !== "object" || value === null) append(pieces, JSON.stringify(value));
  else if (isList(value)) printList(value, pieces);
  else if (value instanceof Map) append(pieces, printJson(value));
  else if (isPrinted(value)) for (const piece of value[printed]) append(pieces, piece);
  else printMembers(Object.entries(value), pieces);
}

function printList(items: readonly WireValue[], pieces: Piece[]): void {
  append(pieces, "[");
  for (const [index, item] of items.entries()) {
    if (index > 0) append(pieces, ",");
    print(item, pieces);
  }
  append(pieces, "]");
}

function printMembers(members: readonly (readonly [string, WireValue | undefined])[], pieces: Piece[]): void {
  let opening = "{";
  for (const [key, item] of members) {
    if (item === undefined) continue;
    append(pieces, `${opening}${JSON.stringify(key)}:`);
    print(item, pieces);
    opening = ",";
  }
  append(pieces, opening === "{" ? "{}" : "}");
}

/** Neighbouring texts become one. */
function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (typeof piece === "string" && typeof last === "string") pieces[pieces.length - 1] = last + piece;
  else pieces.push(piece);
}

function isList(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}

function isPrinted(value: object): value is { readonly [printed]: readonly Piece[] } {
  return printed in value;
}
