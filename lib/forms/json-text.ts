import type { Json } from "@/lib/json";

/** Line and column, both from 1. */
export type TextPlace = { readonly line: number; readonly column: number };

/** A text read as JSON or YAML, or where and why it cannot be read. The message never quotes the text. */
export type ParsedText =
  | { readonly ok: true; readonly value: Json }
  | ({ readonly ok: false; readonly message: string } & TextPlace);

/** Where a value stands: the keys and indexes that lead to it. */
export type TextPath = readonly (string | number)[];

const maxDepth = 200;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const stringPattern = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;
const wordPattern = /true|false|null/y;
const spacePattern = /[ \t\r\n]*/y;

/**
 * Reads JSON that a person typed: lossless, and with the line of the first fault. The parser of the platform names no
 * line in some browsers, quotes the text in its messages, and loses the notation of numbers in others.
 */
export function parseJsonText(text: string): ParsedText {
  const cursor: Cursor = { text, at: 0 };
  try {
    const value = readValue(cursor, 0);
    skipSpace(cursor);
    if (cursor.at < text.length) throw fault(cursor, "Something follows after the end.");
    return { ok: true, value };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { ok: false, ...placeOf(text, error.at), message: error.fault };
  }
}

/** Where in a text that can be read a value begins (its key, where it has one), or what is nearest around it. */
export function locateInJson(text: string, path: TextPath): TextPlace {
  const search: Search = { path, here: [], at: 0 };
  try {
    readValue({ text, at: 0, search }, 0);
  } catch (error) {
    if (!isFault(error)) throw error;
  }
  return placeOf(text, search.at);
}

function placeOf(text: string, at: number): TextPlace {
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}

/** JSON that a program wrote; undefined when it is none. For code that runs in browsers, where `parseJson` may not. */
export function readJson(text: string): Json | undefined {
  const parsed = parseJsonText(text);
  return parsed.ok ? parsed.value : undefined;
}

type Cursor = { readonly text: string; at: number; readonly search?: Search };
/** Where the reader is, and where it was when it was nearest to the path. */
type Search = { readonly path: TextPath; readonly here: (string | number)[]; at: number };
type Fault = { readonly at: number; readonly fault: string };

function fault(cursor: Cursor, message: string): Fault {
  return { at: cursor.at, fault: message };
}

function isFault(error: unknown): error is Fault {
  return typeof error === "object" && error !== null && "fault" in error;
}

function readValue(cursor: Cursor, depth: number): Json {
  if (depth > maxDepth) throw fault(cursor, "This is nested too deeply.");
  skipSpace(cursor);
  const start = cursor.text[cursor.at];
  if (start === "{") return readObject(cursor, depth);
  if (start === "[") return readList(cursor, depth);
  if (start === '"') return readString(cursor);
  const word = match(cursor, wordPattern);
  if (word !== undefined) return word === "null" ? null : word === "true";
  const number = match(cursor, numberPattern);
  if (number !== undefined) return { number };
  throw fault(cursor, start === undefined ? "A value is missing at the end." : describeStart(start));
}

function describeStart(start: string): string {
  if (start === "'") return "Texts stand in double quotes.";
  if (start === "," || start === "}" || start === "]") return "A value is missing.";
  return "This is no value. Texts stand in double quotes.";
}

function readString(cursor: Cursor): string {
  const start = cursor.at;
  const literal = match(cursor, stringPattern) ?? "";
  try {
    return JSON.parse(literal);
  } catch {
    cursor.at = start;
    throw fault(cursor, "A text is not closed, or holds a line break or a wrong escape.");
  }
}

function readObject(cursor: Cursor, depth: number): Json {
  const entries = new Map<string, Json>();
  cursor.at += 1;
  if (isNext(cursor, "}")) return entries;
  for (;;) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] !== '"') throw fault(cursor, "A key in double quotes is missing.");
    const start = cursor.at;
    const key = readString(cursor);
    if (!isNext(cursor, ":")) throw fault(cursor, "A colon is missing after the key.");
    enter(cursor, key, start);
    entries.set(key, readValue(cursor, depth + 1));
    cursor.search?.here.pop();
    if (isNext(cursor, "}")) return entries;
    if (!isNext(cursor, ",")) throw fault(cursor, "A comma or } is missing.");
  }
}

function readList(cursor: Cursor, depth: number): Json {
  const items: Json[] = [];
  cursor.at += 1;
  if (isNext(cursor, "]")) return items;
  for (;;) {
    skipSpace(cursor);
    enter(cursor, items.length, cursor.at);
    items.push(readValue(cursor, depth + 1));
    cursor.search?.here.pop();
    if (isNext(cursor, "]")) return items;
    if (!isNext(cursor, ",")) throw fault(cursor, "A comma or ] is missing.");
  }
}

/** Remembers the place where it lies on the way to what is searched. */
function enter({ search }: Cursor, step: string | number, at: number): void {
  if (!search) return;
  search.here.push(step);
  if (search.here.every((part, index) => part === search.path[index])) search.at = at;
}

function skipSpace(cursor: Cursor): void {
  match(cursor, spacePattern);
}

/** Takes the character, and the space before it, when it is the next one. */
function isNext(cursor: Cursor, character: string): boolean {
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== character) return false;
  cursor.at += 1;
  return true;
}

function match(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.at = pattern.lastIndex;
  return found;
}
