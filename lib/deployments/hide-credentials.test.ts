import { expect, test } from "vitest";
import { showFreeValue } from "@/lib/blocks/shown-value";
import { hideCredentials } from "@/lib/deployments/hide-credentials";
import { layOverrides } from "@/lib/deployments/lay-overrides";
import { isJsonObject, type JsonObject, parseJson } from "@/lib/json";

function object(text: string): JsonObject {
  const value = parseJson(text);
  return isJsonObject(value) ? value : new Map();
}

const data = object(`{
  "env": {
    "LOG_LEVEL": "INFO", "AWS_SECRET_ACCESS_KEY": "canary", "DATABASE_URL": "postgres://me:canary@db/x",
    "ADDRESS": "postgres://me:canary@db/x"
  },
  "command": ["run", "--token", "canary", "--api-key=canary", "PASSWORD=canary", "sh -c 'x --secret canary'", "--verbose"],
  "secrets": {"first": "canary"},
  "job": {"spec": {"env": [{"name": "DB_PASSWORD", "value": "canary"}, {"name": "CITY", "value": "Bonn"}],
    "template": {"credentials": {"a": "canary"}, "image": "x:1"}}}
}`);
const settings = [...data].map(([key, value]) => ({ key, value: showFreeValue(value) }));

test("a block that is shown as a whole shows no credential, at any depth, and all the rest", () => {
  const shown = JSON.stringify(layOverrides(settings, data, new Map()));
  expect(shown).not.toContain("canary");
  for (const plain of ["INFO", "run", "--token", "--verbose", "Bonn", "x:1"]) expect(shown).toContain(plain);
});

test("overrides of whole settings show no credential of the block that they replace", () => {
  const overrides = object(
    '{"env":{"A":"1"},"command":["x","--password","canary"],"secrets":{"second":"canary"},"job":{}}',
  );
  const rows = layOverrides(settings, data, overrides);
  expect(JSON.stringify(rows)).not.toContain("canary");
  expect(rows.map(({ key }) => key)).toEqual(["env", "command", "secrets", "job"]);
  expect(JSON.stringify(rows[0]?.block)).toContain("INFO");
});

test("what stands below the name of a credential is hidden, whatever it is called itself", () => {
  const overrides = object('{"secrets.first":"canary","secrets.other":"canary"}');
  expect(JSON.stringify(layOverrides(settings, data, overrides))).not.toContain("canary");
});

test("YAML of a block keeps its form and loses its credentials", () => {
  const text = "env:\n  - name: API_TOKEN\n    value: canary\nimage: x:1\n";
  const shown = hideCredentials("job", { kind: "code", language: "yaml", text });
  expect(shown).toMatchObject({ kind: "code", language: "yaml" });
  expect(JSON.stringify(shown)).not.toContain("canary");
  expect(JSON.stringify(shown)).toContain("x:1");
});

test("words for what is not there are no credentials", () => {
  const word = { kind: "word", text: "Not set" } as const;
  expect(hideCredentials("password", word)).toEqual(word);
});
