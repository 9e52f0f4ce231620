import { expect, test } from "vitest";
import { maskGiven } from "@/lib/deployments/mask-given";
import { parseJson, printJson } from "@/lib/json";
import { toMaskedJson } from "@/lib/secrets/tree";

const shown = (text: string, key?: string) => printJson(toMaskedJson(maskGiven(parseJson(text), key)));

test("values whose keys read like credentials are masked at every depth, whatever their type", () => {
  expect(shown('{"a":{"DB_PASSWORD":"x"},"l":[{"token":["y"]}],"n":1.0}')).toBe(
    '{"a":{"DB_PASSWORD":"********"},"l":[{"token":"********"}],"n":1.0}',
  );
  expect(shown('"x"', "api_key")).toBe('"********"');
});

test("an address with a password is masked under any key, and nothing set stays visible as such", () => {
  expect(shown('{"url":"postgres://me:pw@host/db","password":null,"secret":""}')).toBe(
    '{"url":"********","password":null,"secret":""}',
  );
});
