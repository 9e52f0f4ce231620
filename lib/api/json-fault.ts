/** Where a text stops being JSON, in the words of the server that clients know. */
export type JsonFault = { readonly position: number; readonly reason: string };

/** Finds the first fault of a text that `JSON.parse` refused. Its nesting must be bounded already. */
export function locateJsonFault(text: string): JsonFault {
  const end = scanValue(text, skipSpace(text, 0));
  if (typeof end !== "number") return end;
  const rest = skipSpace(text, end);
  return { position: rest, reason: "Extra data" };
}

/** The position after what was read, or the fault. */
type Scan = number | JsonFault;

function scanValue(text: string, at: number): Scan {
  if (text[at] === "{") return scanMembers(text, at, "}", scanMember);
  if (text[at] === "[") return scanMembers(text, at, "]", scanValue);
  if (text[at] === '"') return scanText(text, at);
  const scalar = /(?:null|true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
  scalar.lastIndex = at;
  return scalar.test(text) ? scalar.lastIndex : fault(at, "Expecting value");
}

function scanMembers(
  text: string,
  open: number,
  close: "}" | "]",
  scanItem: (text: string, at: number) => Scan,
): Scan {
  let at = skipSpace(text, open + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    const end = scanItem(text, at);
    if (typeof end !== "number") return end;
    at = skipSpace(text, end);
    if (text[at] === close) return at + 1;
    if (text[at] !== ",") return fault(at, "Expecting ',' delimiter");
    at = skipSpace(text, at + 1);
  }
}

function scanMember(text: string, at: number): Scan {
  if (text[at] !== '"') return fault(at, "Expecting property name enclosed in double quotes");
  const end = scanText(text, at);
  if (typeof end !== "number") return end;
  const colon = skipSpace(text, end);
  if (text[colon] !== ":") return fault(colon, "Expecting ':' delimiter");
  return scanValue(text, skipSpace(text, colon + 1));
}

function scanText(text: string, open: number): Scan {
  // Lint takes the range for a mistake; JSON forbids exactly these characters inside texts.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: see above
  const inside = /[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*/y;
  inside.lastIndex = open + 1;
  inside.test(text);
  const at = inside.lastIndex;
  if (text[at] === '"') return at + 1;
  if (at >= text.length) return fault(open, "Unterminated string starting at");
  if (text[at] !== "\\") return fault(at, "Invalid control character at");
  return text[at + 1] === "u" ? fault(at + 1, "Invalid \\uXXXX escape") : fault(at, "Invalid \\escape");
}

function skipSpace(text: string, at: number): number {
  const space = /[ \t\n\r]*/y;
  space.lastIndex = at;
  space.test(text);
  return space.lastIndex;
}

function fault(position: number, reason: string): JsonFault {
  return { position, reason };
}
