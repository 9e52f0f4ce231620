import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLMap,
} from "yaml";
import type { ParsedText, TextPath, TextPlace } from "@/lib/forms/json-text";
import type { Json } from "@/lib/json";

// The only module that imports the YAML parser: it is loaded when somebody uses a YAML editor, not before.

const maxNodes = 50_000;
const maxDepth = 200;

/** The parser compares every key with every other one: for long texts we look for twins ourselves. */
const options = { prettyErrors: false, logLevel: "error", uniqueKeys: false } as const;

/** Reads YAML 1.2 as JSON data, numbers in their notation. */
export function parseYamlText(text: string): ParsedText {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { ...options, lineCounter });
  const [error] = document.errors;
  if (error) {
    const place = toPlace(lineCounter, error.pos[0]);
    return { ok: false, ...place, message: messages[error.code] ?? "This line is not YAML." };
  }
  const reader: Reader = {
    left: maxNodes,
    resolve: (alias) => alias.resolve(document),
    placeOf: (node) => toPlace(lineCounter, node.range?.[0] ?? 0),
  };
  try {
    return { ok: true, value: toJson(document.contents, reader, 0) };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { ok: false, ...error.unreadable };
  }
}

/** Finds where in a text that can be read a value begins (its key, where it has one), or what is nearest around it. */
export function createYamlLocator(text: string): (path: TextPath) => TextPlace {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { ...options, lineCounter });
  return (path) => locate(document, lineCounter, path);
}

function locate(
  document: ReturnType<typeof parseDocument>,
  lineCounter: LineCounter,
  path: TextPath,
): TextPlace {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    const next = stepInto(node, step);
    if (!next) break;
    offset = next.offset;
    node = isAlias(next.value) ? next.value.resolve(document) : next.value;
  }
  return toPlace(lineCounter, offset);
}

function stepInto(node: unknown, step: string | number): { value: unknown; offset: number } | undefined {
  if (isSeq(node) && typeof step === "number") {
    const item: unknown = node.items[step];
    return item === undefined ? undefined : { value: item, offset: offsetOf(item) };
  }
  const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && keyText(key) === step) : undefined;
  return pair && { value: pair.value, offset: offsetOf(pair.key) };
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function toPlace(lineCounter: LineCounter, offset: number): TextPlace {
  const { line, col } = lineCounter.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Ours, for those of the parser quote the text. */
const messages: Readonly<Record<string, string>> = {
  BAD_INDENT: "The indentation does not fit the lines around it.",
  TAB_AS_INDENT: "Indent with spaces, not with a tab.",
  MISSING_CHAR: "A quote, bracket or colon is missing.",
  MULTILINE_IMPLICIT_KEY: "A key must stand on one line, followed by a colon.",
  MULTIPLE_DOCS: "Only one document fits here: remove the line ---.",
};

type Node = { readonly range?: readonly [number, number, number] | null };
type Fault = { readonly unreadable: TextPlace & { readonly message: string } };
type Reader = {
  left: number;
  readonly resolve: (alias: Alias) => unknown;
  readonly placeOf: (node: Node) => TextPlace;
};

function unreadable(node: Node, reader: Reader, message: string): Fault {
  return { unreadable: { ...reader.placeOf(node), message } };
}

function isFault(error: unknown): error is Fault {
  return typeof error === "object" && error !== null && "unreadable" in error;
}

function toJson(node: unknown, reader: Reader, depth: number): Json {
  reader.left -= 1;
  if (node === null || node === undefined) return null;
  if (isAlias(node)) {
    // An alias may name what it stands in, or unfold into more than anybody wrote.
    if (reader.left < 0 || depth > maxDepth)
      throw unreadable(node, reader, "Its aliases unfold into too much.");
    const target = reader.resolve(node);
    if (target === undefined) throw unreadable(node, reader, "This alias has no anchor.");
    return toJson(target, reader, depth + 1);
  }
  if (isSeq(node)) return node.items.map((item) => toJson(item, reader, depth + 1));
  if (isMap(node)) return toEntries(node, reader, depth);
  return isScalar(node) ? toScalar(node, reader) : null;
}

function toEntries({ items }: YAMLMap, reader: Reader, depth: number): Json {
  const entries = new Map<string, Json>();
  for (const { key, value } of items) {
    const name = toKey(key, reader);
    if (entries.has(name)) throw unreadable(isNode(key) ? key : {}, reader, "This key stands twice.");
    entries.set(name, toJson(value, reader, depth + 1));
  }
  return entries;
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function toScalar(node: Node & { readonly value: unknown; readonly source?: string }, reader: Reader): Json {
  const { value, source } = node;
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && source !== undefined && jsonNumber.test(source)) return { number: source };
  if (typeof value === "bigint" || Number.isFinite(value)) return { number: String(value) };
  throw unreadable(node, reader, "This value has no JSON form. Put it in quotes to make it a text.");
}

function toKey(key: unknown, reader: Reader): string {
  if (!isScalar(key))
    throw unreadable(isMap(key) || isSeq(key) ? key : {}, reader, "A key must be a single word or text.");
  return keyText(key);
}

function keyText({ value, source }: { readonly value: unknown; readonly source?: string }): string {
  return typeof value === "string" ? value : (source ?? String(value));
}
