import { expect, it } from "vitest";
import { parseJson, printJson } from "@/lib/json";
import { maskForForm } from "@/lib/secrets/mask-for-form";
import { toMaskedJson } from "@/lib/secrets/tree";

const shown = (text: string, ...paths: readonly string[]) =>
  printJson(
    toMaskedJson(
      maskForForm(
        parseJson(text),
        paths.map((path) => path.split(".")),
      ),
    ),
  );
const stars = '"********"';

it("a list of single secrets shows how many there are, and none of them", () => {
  expect(shown('{"keys":["s",1.0,true],"open":["o"]}', "keys")).toBe(
    `{"keys":[${stars},${stars},${stars}],"open":["o"]}`,
  );
  expect(shown('{"a":{"b":["s","s"]},"c":[{"d":["s"]}]}', "a.b", "c.d")).toBe(
    `{"a":{"b":[${stars},${stars}]},"c":[{"d":[${stars}]}]}`,
  );
  expect(shown('{"env":{"K":["s"],"L":"s"}}', "env.*")).toBe(`{"env":{"K":[${stars}],"L":${stars}}}`);
});

it("any other secret stays hidden as a whole", () => {
  for (const value of ['[["s"]]', '[{"k":"s"}]', "[]", '{"k":["s"]}', '"s"', '[null,"s"]'])
    expect(shown(`{"keys":${value}}`, "keys")).toBe(`{"keys":${stars}}`);
  expect(shown('{"keys":null}', "keys")).toBe('{"keys":null}');
});
