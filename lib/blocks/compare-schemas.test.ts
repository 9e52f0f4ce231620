import { describe, expect, test } from "vitest";
import { compareSchemas } from "@/lib/blocks/compare-schemas";
import { compileForm } from "@/lib/forms/compile";
import { asObject } from "@/lib/forms/testing-sample";

type Properties = Readonly<Record<string, object>>;
const tree = (properties: Properties, rest: object = {}) =>
  compileForm(asObject({ title: "Sample", type: "object", properties, ...rest }), {});

function compare(before: Properties, after: Properties, rests: readonly [object, object] = [{}, {}]) {
  const changes = compareSchemas(tree(before, rests[0]), tree(after, rests[1]));
  return changes.map(({ kind, label, details }) => [kind, label, ...details]);
}

const path = { title: "Path", type: "string" };
const count = { title: "Count", type: "integer" };

describe("schemas that differ in prose alone are the same", () => {
  test("descriptions, examples and the order of keys", () => {
    expect(
      compare(
        { path: { ...path, description: "Old words.", examples: ["a"] }, count },
        { count, path: { type: "string", examples: ["b"], description: "New words.", title: "Path" } },
        [{ description: "A sample." }, { description: "Another one." }],
      ),
    ).toEqual([]);
  });

  test("the two dialects of Pydantic", () => {
    const login = { title: "Login", type: "object", properties: { user: { title: "User", type: "string" } } };
    expect(
      compare(
        { limit: count, login: { title: "Login", allOf: [{ $ref: "#/definitions/Login" }] } },
        {
          limit: { title: "Count", anyOf: [{ type: "integer" }, { type: "null" }], default: null },
          login: { title: "Login", $ref: "#/$defs/LoginModel" },
        },
        [{ definitions: { Login: login } }, { $defs: { LoginModel: login } }],
      ),
    ).toEqual([]);
  });

  test("a schema of a referenced block that has another checksum", () => {
    const reference = (checksum: string) => ({
      block_schema_references: {
        login: { block_schema_checksum: checksum, block_type_slug: "login" },
      },
      definitions: {
        Login: {
          title: "Login",
          type: "object",
          block_type_slug: "login",
          description: checksum,
          properties: { user: { type: "string", description: checksum } },
        },
      },
    });
    const login = { title: "Login", $ref: "#/definitions/Login" };
    expect(compare({ login }, { login }, [reference("a"), reference("b")])).toEqual([]);
  });

  test("the name of a model that contains itself, but not what is in it", () => {
    const node = (name: string, member: object) => ({
      definitions: {
        [name]: {
          type: "object",
          properties: { ...member, next: { title: "Next", $ref: `#/definitions/${name}` } },
        },
      },
    });
    const start = (name: string) => ({ start: { title: "Start", $ref: `#/definitions/${name}` } });
    expect(compare(start("Node"), start("Knot"), [node("Node", { path }), node("Knot", { path })])).toEqual(
      [],
    );
    const changed = compare(start("Node"), start("Node"), [
      node("Node", { path }),
      node("Node", { path: count }),
    ]);
    expect(changed).not.toEqual([]);
  });

  test("the order of choices and of the ways to fill in a field", () => {
    expect(
      compare(
        {
          level: { title: "Level", enum: ["low", "high"] },
          size: { title: "Size", anyOf: [{ type: "integer" }, { type: "string" }] },
        },
        {
          level: { title: "Level", enum: ["high", "low"] },
          size: { title: "Size", anyOf: [{ type: "string" }, { type: "integer" }] },
        },
      ),
    ).toEqual([]);
  });
});

describe("what is different is told in words", () => {
  test("fields that come, with kind, need and default, and fields that go", () => {
    const after = {
      path,
      region: { title: "Region", type: "string" },
      timeout: { ...count, title: "Timeout", default: 60 },
      token: { title: "Token", type: "string", format: "password" },
    };
    expect(compare({ path, count }, after, [{}, { required: ["region"] }])).toEqual([
      ["added", "Region", "Text.", "Required."],
      ["added", "Timeout", "Whole number.", "Default: 60."],
      ["added", "Token", "Secret. Text."],
      ["removed", "Count"],
    ]);
  });

  test("another type, a name, a need and a default", () => {
    expect(compare({ path }, { path: { ...count, title: "Path" } })).toEqual([
      ["changed", "Path", "Takes whole number instead of text."],
    ]);
    expect(compare({ path }, { path: { ...path, title: "Base path" } })).toEqual([
      ["changed", "Base path", "It was called Path."],
    ]);
    expect(compare({ path }, { path }, [{}, { required: ["path"] }])).toEqual([
      ["changed", "Path", "Required from now on."],
    ]);
    expect(compare({ path }, { path }, [{ required: ["path"] }, {}])).toEqual([
      ["changed", "Path", "No longer required."],
    ]);
    expect(compare({ count: { ...count, default: 3 } }, { count: { ...count, default: 5 } })).toEqual([
      ["changed", "Count", "Default 5 instead of 3."],
    ]);
    expect(compare({ count: { ...count, default: 3 } }, { count })).toEqual([
      ["changed", "Count", "No default any more (it was 3)."],
    ]);
  });

  test("what becomes secret, in a list too, and what no longer is", () => {
    const secret = { ...path, format: "password" };
    expect(compare({ path }, { path: secret })).toEqual([["changed", "Path", "Secret from now on."]]);
    expect(compare({ path: secret }, { path })).toEqual([
      ["changed", "Path", "No longer secret; what is stored stays hidden."],
    ]);
    const list = { title: "Keys", type: "array", items: { type: "string" } };
    expect(compare({ keys: list }, { keys: list }, [{}, { secret_fields: ["keys.*"] }])).toEqual([
      ["changed", "Keys", "Secret from now on."],
    ]);
  });

  test("limits, choices and the types of blocks that a field takes", () => {
    expect(compare({ count }, { count: { ...count, minimum: 1, maximum: 9 } })).toEqual([
      ["changed", "Count", "Its rules for a value change: at least 1, at most 9."],
    ]);
    expect(
      compare(
        { level: { title: "Level", enum: ["a", "b"] } },
        { level: { title: "Level", enum: ["a", "c"] } },
      ),
    ).toEqual([["changed", "Level", "Takes one of a, c instead of one of a, b."]]);
  });

  test("the members of a group, and of the groups in a list, by their own names", () => {
    const group = (properties: Properties) => ({ title: "Login", type: "object", properties });
    expect(compare({ login: group({ path }) }, { login: group({ path, count }) })).toEqual([
      ["added", "Login: Count", "Whole number."],
    ]);
    const list = (properties: Properties) => ({ title: "Logins", type: "array", items: group(properties) });
    expect(compare({ logins: list({ path, count }) }, { logins: list({ path }) })).toEqual([
      ["removed", "Logins: Count"],
    ]);
  });

  test("a change inside one of several ways to fill in a field", () => {
    const size = (properties: Properties, required: readonly string[]) => ({
      size: { title: "Size", anyOf: [{ type: "string" }, { type: "object", properties, required }] },
    });
    expect(compare(size({ path }, []), size({ path }, ["path"]))).toEqual([
      ["changed", "Size", "Its rules for a value change."],
    ]);
  });
});
