import fc from "fast-check";
import { expect, it } from "vitest";
import { computeChecksum } from "@/lib/blocks/checksum";
import { isJsonNumber, isJsonObject, type Json, type JsonObject, parseJson } from "@/lib/json";
import { objectText } from "@/lib/testing/json-text";

const settings = { seed: 20_260_203, numRuns: 500 };

/** Fields without a word that has a meaning of its own for the checksum. */
const anyFields = objectText.map((text) => parseObject(text));

function parseObject(text: string): JsonObject {
  const json = parseJson(text);
  if (isJsonObject(json)) return json;
  throw new Error("expected an object");
}

/** Applies a change to every object that is reached through objects, with `lists` also through lists. */
function mapObjects(json: Json, change: (object: JsonObject) => JsonObject, lists: boolean): Json {
  if (isJsonObject(json))
    return change(new Map([...json].map(([key, item]) => [key, mapObjects(item, change, lists)])));
  if (!lists || json === null || typeof json !== "object" || isJsonNumber(json)) return json;
  return json.map((item) => mapObjects(item, change, lists));
}

function changed(fields: JsonObject, change: (object: JsonObject) => JsonObject, lists = false): JsonObject {
  const result = mapObjects(fields, change, lists);
  return isJsonObject(result) ? result : fields;
}

it("the order of keys does not matter, at any depth", () => {
  fc.assert(
    fc.property(anyFields, fc.infiniteStream(fc.nat()), (fields, dice) => {
      const shuffle = (object: JsonObject) =>
        new Map(
          [...object]
            .map((entry) => [Number(dice.next().value), entry] as const)
            .sort(([a], [b]) => a - b)
            .map(([, entry]) => entry),
        );
      expect(computeChecksum(changed(fields, shuffle, true))).toBe(computeChecksum(fields));
    }),
    settings,
  );
});

it("lists of secret fields never change it, whatever they hold", () => {
  fc.assert(
    fc.property(anyFields, anyFields, (fields, listed) => {
      const withLists = changed(fields, (object) => new Map([["secret_fields", listed], ...object]));
      expect(computeChecksum(withLists)).toBe(computeChecksum(fields));
    }),
    settings,
  );
});

it("definitions of blocks never change it", () => {
  const definitions = fc.array(fc.tuple(fc.string(), fc.string({ minLength: 1 }), anyFields), {
    minLength: 1,
  });
  fc.assert(
    fc.property(anyFields, definitions, (fields, blocks) => {
      const refer = blocks.map(([name]) => new Map([["$ref", `#/definitions/${name}`]]));
      const plain = new Map<string, Json>([...fields, ["allOf", refer]]);
      const entries = blocks.map(
        ([name, slug, definition]) => [name, new Map([...definition, ["block_type_slug", slug]])] as const,
      );
      const withBlocks = new Map<string, Json>([...plain, ["definitions", new Map(entries)]]);
      expect(computeChecksum(withBlocks)).toBe(computeChecksum(plain));
    }),
    settings,
  );
});

it("anything else does: a key, an item, a text, a number and whether it is whole", () => {
  fc.assert(
    fc.property(anyFields, fc.bigInt(), (fields, whole) => {
      const variants = [
        `${whole}`,
        `${whole}.0`,
        `"${whole}"`,
        `[${whole}]`,
        `{"${whole}":null}`,
        "null",
      ].map((text) => computeChecksum(new Map([...fields, ["one more", parseJson(text)]])));
      const all = [computeChecksum(fields), ...variants];
      expect(new Set(all).size).toBe(all.length);
    }),
    settings,
  );
});

it("two notations of one number with a point are one, as for the server that clients know", () => {
  // Printing negative zero loses its sign.
  const float = fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((number) => !Object.is(number, -0));
  fc.assert(
    fc.property(float, fc.integer({ min: 17, max: 40 }), (number, digits) => {
      const sum = (text: string) => computeChecksum(new Map([["n", parseJson(text)]]));
      expect(sum(number.toExponential(digits))).toBe(sum(number.toExponential()));
    }),
    settings,
  );
});
