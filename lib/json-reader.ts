import type { Json } from "@/lib/json";

/** Where a text stops being JSON, in the words of Python's parser, which clients know. It never quotes the text. */
export type JsonFault = {
  readonly position: number;
  readonly reason: string;
  /** JSON so far, but nested beyond the limit. */
  readonly isTooDeep?: boolean;
};

export type JsonReading =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly fault: JsonFault };

/**
 * Reads a text without loss: numbers keep their notation, keys their order (`__proto__` and "1" are keys as any other),
 * and of duplicated keys the last one wins. Beyond `maxDepth` levels it stops, before the stack does.
 */
export function readJson(text: string, maxDepth: number): JsonReading {
  const reader = new Reader(text, maxDepth);
  try {
    return { ok: true, value: reader.readDocument() };
  } catch (error) {
    if (error !== stop) throw error;
    return { ok: false, fault: reader.fault };
  }
}

const stop = new Error("the text is not JSON");

// Sticky: each matches only at its `lastIndex`, which is set before every use.
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these characters inside texts
const plain = /[^"\\\u0000-\u001f]*/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];
const [letterN, letterT, letterF] = [0x6e, 0x74, 0x66];

/** A class, not closures: every request and every stored row passes here, and closures made per text cost five times as much. */
class Reader {
  fault: JsonFault = { position: 0, reason: "" };
  readonly #text: string;
  readonly #maxDepth: number;
  #at = 0;
  #depth = 0;

  constructor(text: string, maxDepth: number) {
    this.#text = text;
    this.#maxDepth = maxDepth;
  }

  readDocument(): Json {
    this.#skipSpace();
    const value = this.#readValue();
    this.#skipSpace();
    return this.#at === this.#text.length ? value : this.#fail(this.#at, "Extra data");
  }

  #readValue(): Json {
    switch (this.#text.charCodeAt(this.#at)) {
      case quote:
        return this.#readText();
      case openBrace:
        return this.#readObject();
      case openBracket:
        return this.#readArray();
      case letterN:
        return this.#readWord("null", null);
      case letterT:
        return this.#readWord("true", true);
      case letterF:
        return this.#readWord("false", false);
      default:
        return this.#readNumber();
    }
  }

  #readWord(word: string, value: null | boolean): Json {
    if (!this.#text.startsWith(word, this.#at)) return this.#fail(this.#at, "Expecting value");
    this.#at += word.length;
    return value;
  }

  #readNumber(): Json {
    number.lastIndex = this.#at;
    if (!number.test(this.#text)) return this.#fail(this.#at, "Expecting value");
    const notation = this.#text.slice(this.#at, number.lastIndex);
    this.#at = number.lastIndex;
    return { number: notation };
  }

  #readArray(): Json {
    const items: Json[] = [];
    if (this.#opensEmpty(closeBracket)) return items;
    do items.push(this.#readValue());
    while (this.#hasNext(closeBracket));
    return items;
  }

  #readObject(): Json {
    const members = new Map<string, Json>();
    if (this.#opensEmpty(closeBrace)) return members;
    do {
      if (this.#text.charCodeAt(this.#at) !== quote) {
        return this.#fail(this.#at, "Expecting property name enclosed in double quotes");
      }
      const key = this.#readText();
      this.#skipSpace();
      if (this.#text.charCodeAt(this.#at) !== colon) return this.#fail(this.#at, "Expecting ':' delimiter");
      this.#at++;
      this.#skipSpace();
      members.set(key, this.#readValue());
    } while (this.#hasNext(closeBrace));
    return members;
  }

  /** Steps behind the opening bracket, and behind the closing one when nothing stands between. */
  #opensEmpty(close: number): boolean {
    if (++this.#depth > this.#maxDepth) this.#failAtDepth();
    this.#at++;
    this.#skipSpace();
    if (this.#text.charCodeAt(this.#at) !== close) return false;
    this.#at++;
    this.#depth--;
    return true;
  }

  /** Behind an item: true before the next one, false behind the closing bracket. */
  #hasNext(close: number): boolean {
    this.#skipSpace();
    const code = this.#text.charCodeAt(this.#at);
    if (code !== comma && code !== close) this.#fail(this.#at, "Expecting ',' delimiter");
    this.#at++;
    if (code === comma) this.#skipSpace();
    else this.#depth--;
    return code === comma;
  }

  #readText(): string {
    const open = this.#at;
    this.#at = plainEnd(this.#text, open + 1);
    if (this.#text.charCodeAt(this.#at) === quote) return this.#text.slice(open + 1, this.#at++);
    while (this.#text.charCodeAt(this.#at) === backslash) {
      escapeSequence.lastIndex = this.#at;
      if (!escapeSequence.test(this.#text)) return this.#failAtEscape();
      this.#at = plainEnd(this.#text, escapeSequence.lastIndex);
    }
    if (this.#at >= this.#text.length) return this.#fail(open, "Unterminated string starting at");
    if (this.#text.charCodeAt(this.#at) !== quote) {
      return this.#fail(this.#at, "Invalid control character at");
    }
    this.#at++;
    return JSON.parse(this.#text.slice(open, this.#at));
  }

  #skipSpace(): void {
    let code = this.#text.charCodeAt(this.#at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      code = this.#text.charCodeAt(++this.#at);
    }
  }

  #failAtEscape(): never {
    if (this.#text[this.#at + 1] !== "u") return this.#fail(this.#at, "Invalid \\escape");
    return this.#fail(this.#at + 1, "Invalid \\uXXXX escape");
  }

  #failAtDepth(): never {
    const reason = `Nested deeper than ${this.#maxDepth} levels`;
    this.fault = { position: this.#at, reason, isTooDeep: true };
    throw stop;
  }

  #fail(position: number, reason: string): never {
    this.fault = { position, reason };
    throw stop;
  }
}

/** The position of the first character that ends a text or needs a closer look. */
function plainEnd(text: string, from: number): number {
  plain.lastIndex = from;
  plain.test(text);
  return plain.lastIndex;
}
