import { describe, expect, it } from "vitest";
import { isJsonObject, toJson } from "@/lib/json";
import { secretPathsOf } from "@/lib/secrets/paths";

function pathsOf(fields: Readonly<Record<string, unknown>>): readonly string[] {
  const json = toJson(fields);
  if (!isJsonObject(json)) throw new TypeError("fields are an object");
  return secretPathsOf(json).map((path) => path.join("/"));
}

const password = { type: "string", format: "password", writeOnly: true };

describe("secretPathsOf", () => {
  it("reads the client's list, each path once", () => {
    expect(pathsOf({ secret_fields: ["a", "b.c", "w.*", "a", 5] })).toEqual(["a", "b/c", "w/*"]);
    expect(pathsOf({ secret_fields: "a" })).toEqual([]);
  });

  it("finds properties that say of themselves that they are secret", () => {
    const properties = {
      a: password,
      b: { format: "password" },
      c: { writeOnly: true },
      d: { type: "string" },
    };
    expect(pathsOf({ properties })).toEqual(["a", "b", "c"]);
  });

  it("keeps a dot in the name of a property", () => {
    expect(pathsOf({ properties: { "a.b": password } })).toEqual(["a.b"]);
  });

  it("looks through unions, wrappers, lists, tuples, dicts and models", () => {
    expect(
      pathsOf({
        properties: {
          optional: { anyOf: [password, { type: "null" }] },
          wrapped: { allOf: [{ $ref: "#/definitions/Login" }] },
          one: { oneOf: [{ $ref: "#/$defs/Other" }] },
          list: { type: "array", items: password },
          models: { type: "array", items: { $ref: "#/definitions/Login" } },
          pair: { type: "array", items: [{ type: "string" }, { $ref: "#/definitions/Login" }] },
          dict: { type: "object", additionalProperties: password },
          dicts: { type: "object", additionalProperties: { $ref: "#/definitions/Login" } },
          patterns: { type: "object", patternProperties: { "^x": password } },
        },
        definitions: { Login: { properties: { user: { type: "string" }, token: password } } },
        $defs: { Other: { properties: { pin: password } } },
      }),
    ).toEqual([
      "optional",
      "wrapped/token",
      "one/pin",
      "list",
      "models/token",
      "pair/token",
      "dict/*",
      "dicts/*/token",
      "patterns/*",
    ]);
  });

  it("keeps the secrets of a nested block, for its data may stand inline", () => {
    expect(
      pathsOf({
        secret_fields: ["child.key"],
        properties: { child: { $ref: "#/definitions/Child" } },
        definitions: {
          Child: { block_type_slug: "child", secret_fields: ["key"], properties: { key: password } },
        },
      }),
    ).toEqual(["child/key"]);
  });

  it("hides everything below a model that contains itself and a secret, nothing when it has none", () => {
    const tree = (leaf: unknown) => ({
      properties: { root: { $ref: "#/definitions/Node" } },
      definitions: {
        Node: { properties: { next: { allOf: [{ $ref: "#/definitions/Link" }] } } },
        Link: { properties: { node: { $ref: "#/definitions/Node" }, leaf } },
      },
    });
    expect(pathsOf(tree(password))).toEqual(["root/*"]);
    expect(pathsOf(tree({ type: "string" }))).toEqual([]);
  });

  it("ignores references that lead nowhere", () => {
    expect(pathsOf({ properties: { a: { $ref: "#/definitions/None" }, b: { $ref: 5 } } })).toEqual([]);
  });

  it("hides a whole value rather than listing the endless paths of a malicious schema", () => {
    const definitions = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `D${index}`,
        {
          properties: {
            l: { $ref: `#/definitions/D${index + 1}` },
            r: { $ref: `#/definitions/D${index + 1}` },
          },
        },
      ]),
    );
    const fields = {
      properties: { root: { $ref: "#/definitions/D0" }, open: { type: "string" } },
      definitions: { ...definitions, D40: { properties: { key: password } } },
    };
    const paths = pathsOf(fields);
    expect(paths.length).toBeLessThan(500);
    expect(paths).not.toContain("open");
    expect(paths.every((path) => path.startsWith("root/"))).toBe(true);
  });
});
