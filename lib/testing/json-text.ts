// JSON as text, without the parser under test: texts of every notation for property tests, and a reading of them that
// compares what must not get lost (digits, order of keys, code units of texts) and nothing else.
import fc from "fast-check";

/** One value of a text. Keys and texts are decoded, numbers keep their notation. */
export type JsonNode =
  | { readonly kind: "word" | "number" | "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly JsonNode[] }
  | { readonly kind: "object"; readonly entries: ReadonlyMap<string, JsonNode> };

const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]/gs;

/** Reads a text that is known to be JSON. Of keys that come twice the last value counts, at the place of the first. */
export function readJsonText(text: string): JsonNode {
  const tokens = text.match(token) ?? [];
  let at = 0;
  const next = () => tokens[at++] ?? "";

  function readValue(): JsonNode {
    const first = next();
    if (first === "{") return { kind: "object", entries: readEntries() };
    if (first === "[") return { kind: "list", items: readItems() };
    if (first.startsWith('"')) return { kind: "text", text: decodeText(first) };
    return { kind: /^[tfn]/.test(first) ? "word" : "number", text: first };
  }

  function readEntries(): ReadonlyMap<string, JsonNode> {
    const entries = new Map<string, JsonNode>();
    for (let key = next(); key !== "}"; key = next()) {
      if (key === ",") continue;
      at += 1; // the colon
      entries.set(decodeText(key), readValue());
    }
    return entries;
  }

  function readItems(): readonly JsonNode[] {
    const items: JsonNode[] = [];
    while (tokens[at] !== "]") {
      if (tokens[at] === ",") at += 1;
      items.push(readValue());
    }
    at += 1;
    return items;
  }

  return readValue();
}

const shortEscapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

function decodeText(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, hex: string | undefined, letter: string) =>
      hex === undefined ? (shortEscapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)),
    );
}

/** The same for two texts that hold the same: in one spelling, code unit by code unit. */
export function spell(node: JsonNode): string {
  if (node.kind === "list") return `[${node.items.map(spell).join()}]`;
  if (node.kind === "object") {
    return `{${[...node.entries].map(([key, item]) => `${spellText(key)}:${spell(item)}`).join()}}`;
  }
  return node.kind === "text" ? spellText(node.text) : node.text;
}

function spellText(text: string): string {
  return `<${Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16)).join(" ")}>`;
}

/** The value at a path of keys. */
export function nodeAt(node: JsonNode, ...path: readonly string[]): JsonNode {
  const [key, ...rest] = path;
  if (key === undefined) return node;
  const item = node.kind === "object" ? node.entries.get(key) : undefined;
  if (!item) throw new Error(`nothing at ${key}`);
  return nodeAt(item, ...rest);
}

const space = fc.oneof(
  { weight: 4, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: fc.stringMatching(/^[ \t\n\r]{1,3}$/) },
);

export const numberText = fc.oneof(
  fc.constantFrom("0", "-0", "1", "1.0", "1.00", "-0.0", "0e0", "1e5", "1E+5", "1e-7", "-1E400", "5e-324"),
  fc.constantFrom("9007199254740993", "0.1000000000000000055511151231257827", "1e16", "123456789".repeat(7)),
  fc.stringMatching(/^-?(?:0|[1-9][0-9]{0,60})(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?$/),
);

/** What stands between the quotes. Half of a pair can only be sent escaped. */
const textPiece = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[ !#-[\]-~]{1,5}$/) },
  fc.constantFrom("\\n", '\\"', "\\\\", "\\/", "\\b", "\\f", "\\r", "\\t", "\\u0000", "\\u001F", "\\u0022"),
  fc.constantFrom("\\u00e9", "\\uD83D\\uDE00", "\\ud800", "\\uDC00", "\\udc00\\ud800", "\\u2028", "\\uFFFF"),
  fc.constantFrom("é", "\u{1F600}", "\u{10FFFF}", "\u2028", "\u007f", "e\u0301", "\ufeff"),
);

export const quotedText = fc.array(textPiece, { maxLength: 4 }).map((pieces) => `"${pieces.join("")}"`);

const quotedKey = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "toString", "number", "masked", "length", "then").map(quote),
  fc.constantFrom("0", "1", "10", "2", "-1", "1.5", "4294967295", "", " ", "a", "b", "a.b", "*").map(quote),
  quotedText,
);

function quote(text: string): string {
  return `"${text}"`;
}

const scalar = fc.oneof(numberText, quotedText, fc.constantFrom("true", "false", "null"));

const { value } = fc.letrec<{ value: string; list: string; object: string; deep: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    { weight: 4, arbitrary: scalar },
    { weight: 2, arbitrary: tie("list") },
    { weight: 3, arbitrary: tie("object") },
    { weight: 1, arbitrary: tie("deep") },
  ),
  list: fc.array(padded(tie("value")), { maxLength: 5 }).map((items) => `[${items.join()}]`),
  object: fc
    .array(entryOf(quotedKey, tie("value")), { maxLength: 6 })
    .map((entries) => `{${entries.join()}}`),
  deep: fc
    .tuple(fc.integer({ min: 1, max: 60 }), tie("value"))
    .map(([levels, inner]) => `${'[{"d":'.repeat(levels)}${inner}${"}]".repeat(levels)}`),
}));

function padded(inner: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(space, inner, space).map((parts) => parts.join(""));
}

function entryOf(key: fc.Arbitrary<string>, item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(padded(key), padded(item)).map(([left, right]) => `${left}:${right}`);
}

/** Any JSON text: odd numbers, odd keys, keys that come twice, escapes, space. */
export const jsonText: fc.Arbitrary<string> = padded(value);

/** A text that is an object; none of its values is taken for a reference to a block. */
export const objectText: fc.Arbitrary<string> = fc
  .array(entryOf(quotedKey, value), { minLength: 1, maxLength: 8 })
  .map((entries) => `{${entries.join()}}`);
