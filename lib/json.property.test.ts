import fc from "fast-check";
import { expect, it } from "vitest";
import {
  isJsonNumber,
  isJsonObject,
  isSameJson,
  type Json,
  parseJson,
  printJson,
  printJsonPretty,
} from "@/lib/json";
import { type JsonNode, jsonText, readJsonText, spell } from "@/lib/testing/json-text";

const settings = { seed: 20_260_201, numRuns: 500 };

/** What the parser made of a text, read off its result without its printer. */
function spellParsed(json: Json): string {
  return spell(toNode(json));
}

function toNode(json: Json): JsonNode {
  if (isJsonNumber(json)) return { kind: "number", text: json.number };
  if (typeof json === "string") return { kind: "text", text: json };
  if (isJsonObject(json))
    return { kind: "object", entries: new Map([...json].map(([key, item]) => [key, toNode(item)])) };
  if (json === null || typeof json === "boolean") return { kind: "word", text: String(json) };
  return { kind: "list", items: json.map(toNode) };
}

it("parsing loses no digit, no key, no order and no code unit of any text", () => {
  fc.assert(
    fc.property(jsonText, (text) => {
      expect(spellParsed(parseJson(text))).toBe(spell(readJsonText(text)));
    }),
    settings,
  );
});

it("printing loses nothing either, compact and indented; what was printed once prints the same again", () => {
  fc.assert(
    fc.property(jsonText, (text) => {
      const json = parseJson(text);
      const printed = printJson(json);
      expect(spell(readJsonText(printed))).toBe(spell(readJsonText(text)));
      expect(printJson(parseJson(printed))).toBe(printed);
      expect(spell(readJsonText(printJsonPretty(json)))).toBe(spell(readJsonText(text)));
      expect(isSameJson(json, parseJson(printed))).toBe(true);
      // A reader of UTF-8 gets the same text: half a pair is escaped.
      expect(printed.isWellFormed()).toBe(true);
    }),
    settings,
  );
});

it("what other parsers read is what they would have read before", () => {
  fc.assert(
    fc.property(jsonText, (text) => {
      expect(JSON.parse(printJson(parseJson(text)))).toEqual(JSON.parse(text));
    }),
    settings,
  );
});

it("a text that no parser takes is refused", () => {
  const broken = fc
    .tuple(jsonText, fc.nat(), fc.constantFrom("", ",", '"', "}", "]", "\\", "\u0000", "1", "-", ".", "x"))
    .map(([text, at, inserted]) => {
      const cut = at % (text.length + 1);
      return text.slice(0, cut) + inserted + text.slice(inserted === "" ? cut + 1 : cut);
    });
  fc.assert(
    fc.property(broken, (text) => {
      const isJson = isTakenBy(JSON.parse, text);
      expect(isTakenBy(parseJson, text)).toBe(isJson);
    }),
    settings,
  );
});

function isTakenBy(parse: (text: string) => unknown, text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
