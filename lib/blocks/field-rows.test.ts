import { expect, test } from "vitest";
import { listFieldRows } from "@/lib/blocks/field-rows";
import { compileForm } from "@/lib/forms/compile";
import { isJsonObject, toJson } from "@/lib/json";

function kindOf(
  schema: Record<string, unknown>,
  definitions: Record<string, unknown> = {},
): string | undefined {
  const fields = toJson({ title: "T", type: "object", properties: { field: schema }, definitions });
  if (!isJsonObject(fields)) throw new TypeError("a schema is an object");
  return listFieldRows(compileForm(fields, {}))[0]?.kind;
}

test("the kind of a field is said in words", () => {
  expect(kindOf({ type: "string" })).toBe("Text");
  expect(kindOf({ type: "integer" })).toBe("Whole number");
  expect(kindOf({ type: "number" })).toBe("Number");
  expect(kindOf({ type: "boolean" })).toBe("On or off");
  expect(kindOf({ enum: ["A", "B"] })).toBe("One of A, B");
  expect(kindOf({ enum: ["only"] })).toBe("Always only");
  expect(kindOf({ type: "string", format: "date-time" })).toBe("Date and time");
  expect(kindOf({ type: "array", items: { type: "string" } })).toBe("List: text");
  expect(kindOf({ type: "object", additionalProperties: { type: "integer" } })).toBe(
    "Keys and values: whole number",
  );
});

test("members of a group follow it, with their whole path", () => {
  const definitions = { Auth: { title: "Auth", type: "object", properties: { user: { type: "string" } } } };
  const fields = toJson({
    type: "object",
    properties: { auth: { $ref: "#/definitions/Auth" } },
    definitions,
  });
  if (!isJsonObject(fields)) throw new TypeError("a schema is an object");
  const rows = listFieldRows(compileForm(fields, {}));
  expect(rows.map(({ path, depth }) => [path, depth])).toEqual([
    ["auth", 0],
    ["auth.user", 1],
  ]);
});

test("a secret inside a list, a map or a choice is told, and is told apart from a value that is secret itself", () => {
  const password = { type: "string", format: "password" };
  const login = { title: "Login", type: "object", properties: { user: { type: "string" }, password } };
  const fields = toJson({
    type: "object",
    properties: {
      logins: { type: "array", items: login },
      byName: { type: "object", additionalProperties: login },
      either: { anyOf: [login, { type: "string" }] },
      keys: { type: "array", items: password },
      login,
      plain: { type: "array", items: { type: "string" } },
    },
  });
  if (!isJsonObject(fields)) throw new TypeError("a schema is an object");
  const rows = listFieldRows(compileForm(fields, {})).filter(({ depth }) => depth === 0);
  const told = rows.map(({ path, isSecret, hasSecretParts }) => [path, isSecret, hasSecretParts]);
  expect(told.toSorted()).toEqual([
    ["byName", false, true],
    ["either", false, true],
    ["keys", true, false],
    ["login", false, false],
    ["logins", false, true],
    ["plain", false, false],
  ]);
});
