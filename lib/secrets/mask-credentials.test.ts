import { expect, test } from "vitest";
import { parseJson, printJson } from "@/lib/json";
import { maskCredentials } from "@/lib/secrets/mask-credentials";
import { toMaskedJson } from "@/lib/secrets/tree";

const shown = (text: string) => printJson(toMaskedJson(maskCredentials(parseJson(text))));

test("values under names of credentials are taken out at any depth, whatever they are", () => {
  const text = '{"a":1.0,"db":{"password":"canary","list":[{"api_key":["canary"]}]}}';
  expect(shown(text)).toBe('{"a":1.0,"db":{"password":"********","list":[{"api_key":"********"}]}}');
});

test("addresses that carry a password are taken out as a whole", () => {
  expect(shown('["postgres://me:canary@host/db","https://host/path"]')).toBe(
    '["********","https://host/path"]',
  );
});

test("arguments of commands and variables with a name and a value are taken out", () => {
  const text =
    '{"command":["run","--token","canary"],"env":[{"name":"DB_PASSWORD","value":"canary"},{"name":"A","value":"b"}]}';
  expect(shown(text)).toBe(
    '{"command":["run","--token","********"],"env":[{"name":"DB_PASSWORD","value":"********"},{"name":"A","value":"b"}]}',
  );
});

test("everything else stays to the letter", () => {
  const text = '{"n":12345678901234567890,"t":true,"z":null,"key":"x","e":[],"o":{}}';
  expect(shown(text)).toBe(text);
});
