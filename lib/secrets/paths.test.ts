import { describe, expect, it } from "vitest";
import { isJsonObject, toJson } from "@/lib/json";
import { secretPathsOf } from "@/lib/secrets/paths";

function pathsOf(fields: Readonly<Record<string, unknown>>): readonly string[] {
  const json = toJson(fields);
  if (!isJsonObject(json)) throw new TypeError("fields are an object");
  return secretPathsOf(json).map((path) => path.map((key) => key ?? "<any>").join("/"));
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
      "dict/<any>",
      "dicts/<any>/token",
      "patterns/<any>",
    ]);
  });

  it("looks where less common keywords put a schema", () => {
    const object = { properties: { k: password } };
    const fields = {
      properties: {
        tail: { items: [{ type: "string" }], additionalItems: password },
        rest: { prefixItems: [{ type: "string" }], unevaluatedItems: object },
        some: { contains: password },
        // biome-ignore lint/suspicious/noThenProperty: the keyword has this name
        when: { if: {}, then: object, else: { properties: { l: password } } },
        more: { unevaluatedProperties: password },
        also: { dependentSchemas: { x: object } },
        older: { dependencies: { x: object, y: ["z"] } },
      },
    };
    const expected = ["tail", "rest/k", "some", "when/k", "when/l", "more/<any>", "also/k", "older/k"];
    expect(pathsOf(fields)).toEqual(expected);
  });

  it("follows references by name and by pointer, and hides what stands behind one that it cannot follow", () => {
    const fields = {
      properties: {
        a: { $ref: "#/definitions/With~Slash/and%20more" },
        b: { $ref: "#/definitions/Login/properties/token" },
        c: { $ref: "#/properties/list/items/0" },
        d: { $ref: "#/x-more/a~1b%20c~0" },
        list: { items: [{ properties: { pin: password } }] },
      },
      definitions: { "With~Slash/and%20more": password, Login: { properties: { token: password } } },
      "x-more": { "a/b c~": password },
    };
    expect(pathsOf(fields)).toEqual(["a", "b", "c/pin", "d", "list/pin"]);
    const lost = ["#/definitions/Login/x/y", "#/properties/0/1", "#/%", "#/%ff", "elsewhere.json#/a", ""];
    const properties = Object.fromEntries(lost.map(($ref, index) => [`p${index}`, { $ref }]));
    expect(pathsOf({ properties })).toEqual(["p0", "p1", "p2", "p3", "p4", "p5"]);
    expect(pathsOf({ properties: { self: { $ref: "#" }, key: password } })).toEqual(["self/*", "key"]);
  });

  it("takes a listed path through the keys of a map that the schema declares", () => {
    const model = { properties: { b: { type: "string" }, o: { type: "string" } } };
    const fields = (secret: string, a: object) => ({
      secret_fields: [secret],
      properties: { a },
      definitions: { Model: model },
    });
    const map = { type: "object", additionalProperties: { $ref: "#/definitions/Model" } };
    const throughOne = ["a/b", "a/<any>/b"];
    expect(pathsOf(fields("a.b", map))).toEqual(throughOne);
    expect(pathsOf(fields("a.b", { anyOf: [map, { type: "null" }] }))).toEqual(throughOne);
    expect(pathsOf(fields("a.b", { anyOf: [map, model] }))).toEqual(throughOne);
    expect(pathsOf(fields("a.b", { items: map }))).toEqual(throughOne);
    expect(pathsOf(fields("a.b", { patternProperties: { "^x": model } }))).toEqual(throughOne);
    expect(pathsOf(fields("a.m.b", { properties: { m: map } }))).toEqual(["a/m/b", "a/m/<any>/b"]);
    const ofMaps = { additionalProperties: map };
    expect(pathsOf(fields("a.b", ofMaps))).toEqual(["a/b", "a/<any>/<any>/b"]);
    const ofHolders = { additionalProperties: { properties: { m: ofMaps } } };
    expect(pathsOf(fields("a.m.b.c", ofHolders))).toEqual(["a/m/b/c", "a/<any>/m/<any>/<any>/b/c"]);
    // No map on the way, or one that has no such member: the path is what it says.
    for (const [secret, a] of [
      ["a.b", model],
      ["a.x", map],
      ["a.b", { additionalProperties: { type: "string" } }],
      ["a.b", { additionalProperties: true }],
      ["a", map],
    ] as const)
      expect(pathsOf(fields(secret, a))).toEqual([secret.replaceAll(".", "/")]);
  });

  it("reads what an inline nested block lists, also where the parent does not repeat it", () => {
    const fields = {
      properties: { child: { anyOf: [{ $ref: "#/definitions/One" }, { $ref: "#/definitions/Two" }] } },
      definitions: {
        One: { block_type_slug: "one", secret_fields: ["key"], properties: { key: { type: "string" } } },
        Two: { block_type_slug: "two", secret_fields: ["env.*"] },
      },
    };
    expect(pathsOf(fields)).toEqual(["child/key", "child/env/*"]);
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

  it("ignores definitions that are gone, and follows references of every draft", () => {
    const draft = { properties: { a: { $dynamicRef: "#/definitions/Pin" }, b: { $recursiveRef: "#x" } } };
    expect(pathsOf({ ...draft, definitions: { Pin: password } })).toEqual(["a", "b"]);
    expect(pathsOf({ properties: { a: { $ref: "#/definitions/None" }, b: { $ref: 5 } } })).toEqual([]);
  });

  it("stays quick and bounded with a schema that is made to be slow", () => {
    const many = Array.from({ length: 3000 }, (_, index) => index);
    const chain = Object.fromEntries(
      many.map((index) => [`p${index}`, { $ref: `#/properties/p${index + 1}` }]),
    );
    expect(pathsOf({ properties: { ...chain, p3000: password } }).length).toBeLessThan(3000);
    expect(pathsOf({ secret_fields: many.map((index) => `a.${index}`) })).toEqual(["*"]);
    const loop = { secret_fields: ["a.".repeat(20_000)], properties: { a: { $ref: "#" } } };
    expect(pathsOf(loop).length).toBeGreaterThan(0);
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

  it("looks below any key of an object that says nothing about its values, as newer clients register maps of models", () => {
    const below = pathsOf({
      properties: { by: { type: "object" }, list: { type: "array", items: { type: "object" } } },
      secret_fields: ["by.password", "list.token"],
    });
    expect(below).toEqual(
      expect.arrayContaining(["by/password", "by/<any>/password", "by/<any>/<any>/password"]),
    );
    expect(below).toContain("list/<any>/token");
  });

  it("takes no key for a map where the schema names the properties", () => {
    const login = { type: "object", properties: { user: { type: "string" } } };
    expect(pathsOf({ properties: { login }, secret_fields: ["login.password"] })).toEqual(["login/password"]);
  });
});
