import { expect, test } from "vitest";
import { computeChecksum } from "@/lib/blocks/checksum";
import { isJsonObject, type JsonObject, parseJson } from "@/lib/json";
import vectors from "@/lib/testing/fixtures/checksum-vectors.json";

function checksumOf(text: string): string {
  return computeChecksum(fieldsOf(text));
}

function fieldsOf(text: string): JsonObject {
  const fields = parseJson(text);
  if (!isJsonObject(fields)) throw new Error("a vector is an object");
  return fields;
}

test.each(vectors)("the checksum of $label is the one that clients compute", ({ fields, checksum }) => {
  expect(checksumOf(fields)).toBe(checksum);
});

test("1 and 1.0 are different schemas, 1.0 and 10e-1 are not", () => {
  expect(checksumOf('{"a":1}')).not.toBe(checksumOf('{"a":1.0}'));
  expect(checksumOf('{"a":10e-1}')).toBe(checksumOf('{"a":1.0}'));
});

test("secret fields and the order of keys do not count, the order of lists does", () => {
  expect(checksumOf('{"a":1,"secret_fields":["a"],"b":2}')).toBe(checksumOf('{"b":2,"a":1}'));
  expect(checksumOf('{"required":["a","b"]}')).not.toBe(checksumOf('{"required":["b","a"]}'));
});

test("computing a checksum leaves the fields as they are", () => {
  const fields = fieldsOf('{"secret_fields":["a"],"definitions":{"Ghost":{"type":"object"}}}');
  computeChecksum(fields);
  expect([...fields.keys()]).toEqual(["secret_fields", "definitions"]);
});
