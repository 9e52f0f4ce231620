import { describe, expect, it } from "vitest";
import { compileForm } from "@/lib/forms/compile";
import type { FieldNode, NodeOf } from "@/lib/forms/field-node";
import { asObject } from "@/lib/forms/testing-sample";

type Property = Readonly<Record<string, unknown>>;
type Extra = Readonly<Record<string, unknown>>;

function compile(
  properties: Readonly<Record<string, Property>>,
  extra: Extra = {},
  overlays = {},
): readonly FieldNode[] {
  return compileForm(asObject({ title: "Sample", type: "object", properties, ...extra }), overlays).fields;
}

function compileOne(property: Property, extra: Extra = {}): FieldNode {
  const [node] = compile({ field: property }, extra);
  if (!node) throw new Error("no field was compiled");
  return node;
}

function as<K extends FieldNode["kind"]>(node: FieldNode, kind: K): NodeOf<K> {
  expect(node.kind).toBe(kind);
  return node as NodeOf<K>; // the line above has checked it
}

describe("controls", () => {
  it.each([
    [{ type: "string" }, "text"],
    [{ type: "string", format: "password" }, "secret"],
    [{ type: "string", writeOnly: true }, "secret"],
    [{ type: "integer" }, "number"],
    [{ type: "number" }, "number"],
    [{ type: "boolean" }, "boolean"],
    [{ type: "string", enum: ["a", "b"] }, "enum"],
    [{ enum: ["a", "b"] }, "enum"],
    [{ type: "string", enum: ["only"], default: "only" }, "const"],
    [{ const: 5 }, "const"],
    [{ type: "string", format: "date-time" }, "datetime"],
    [{ type: "array", items: { type: "string" } }, "list"],
    [{ type: "array" }, "list"],
    [{ type: "object", additionalProperties: { type: "string" } }, "dict"],
    [{ type: "object" }, "dict"],
    [{ type: "object", properties: { a: {} } }, "group"],
    [{ properties: { a: {} } }, "group"],
    [{ anyOf: [{ type: "integer" }, { type: "string" }] }, "union"],
    [{ type: ["integer", "string"] }, "union"],
    [{ type: "array", format: "rfc6902", items: { type: "object" } }, "json"],
    [{}, "json"],
  ])("of %j is a %s", (property, kind) => {
    const node = compileOne(property);
    expect(node.kind).toBe(kind);
    expect(node).not.toHaveProperty("reason");
  });

  it.each([
    [{ anyOf: [{ type: "string" }, { type: "null" }], default: null }, "text"],
    [{ anyOf: [{ type: "string" }, { type: "string", format: "path" }] }, "text"],
    [{ anyOf: [{ type: "string", format: "password", writeOnly: true }, { type: "null" }] }, "secret"],
    [{ type: ["string", "null"] }, "text"],
    [{ anyOf: [{ type: "integer" }, { type: "number" }] }, "number"],
    [{ anyOf: [{ const: "a" }, { const: "b" }] }, "enum"],
    [{ oneOf: [{ type: "boolean" }] }, "boolean"],
  ])("of %j is one control, never a choice with None (defect 16)", (property, kind) => {
    const node = compileOne(property);
    expect(node.kind).toBe(kind);
    expect(node).not.toHaveProperty("defaultJson");
  });

  it("of dicts and lists are rows with a value each, never a bare JSON box (defect 14)", () => {
    for (const property of [
      { type: "object" },
      { type: "object", additionalProperties: true },
      { anyOf: [{ type: "object", additionalProperties: { type: "string" } }, { type: "null" }] },
    ]) {
      const dict = as(compileOne(property), "dict");
      expect(dict.value.kind === "text" || (dict.value.kind === "json" && dict.value.acceptsText)).toBe(true);
    }
    expect(as(as(compileOne({ type: "array", items: {} }), "list").item, "json").acceptsText).toBe(true);
  });

  it("offers the branches of a union in words", () => {
    const property = { anyOf: [{ type: "integer" }, { type: "string" }] };
    expect(as(compileOne(property), "union").branches.map((branch) => branch.label)).toEqual([
      "Number",
      "Text",
    ]);
    const words = [
      { label: "Bytes", hint: "A plain number" },
      { label: "Size with unit", hint: "Text such as 512m" },
    ];
    const [node] = compile({ limit: property }, {}, { limit: { branches: words } });
    expect(node && as(node, "union").branches.map(({ label, hint }) => ({ label, hint }))).toEqual(words);
  });

  it("takes limits, lengths and patterns along, but no pattern that JavaScript cannot read", () => {
    expect(compileOne({ type: "integer", exclusiveMinimum: 0, maximum: 3600 })).toMatchObject({
      exclusiveMinimum: 0,
      maximum: 3600,
    });
    expect(compileOne({ type: "string", minLength: 1, pattern: "^a+$" })).toMatchObject({
      minLength: 1,
      pattern: "^a+$",
    });
    expect(compileOne({ type: "string", pattern: "\\A(?P<name>a)\\Z" })).toHaveProperty(
      "pattern",
      "^(?<name>a)$",
    );
    expect(compileOne({ type: "string", pattern: "(?>a)b" })).not.toHaveProperty("pattern");
  });

  it("turns what it does not know into a JSON editor that says why", () => {
    for (const property of [
      { type: "array", prefixItems: [{ type: "string" }], items: { type: "integer" } },
      { type: "object", patternProperties: { "^a": {}, "^b": {} } },
      { $ref: "#/definitions/Missing" },
      { not: { type: "string" } },
      { type: "file" },
      { allOf: [{ type: "string", pattern: "a" }, { pattern: "b" }] },
    ]) {
      expect(as(compileOne(property), "json").reason, JSON.stringify(property)).toMatch(/\.$/);
    }
  });
});

describe("the order of fields", () => {
  it("is the overlay's where it gives one, then the schema's position, advanced ones last", () => {
    const nodes = compile(
      {
        last: { type: "string" },
        advanced: { type: "string" },
        second: { type: "string", position: 1 },
        first: { type: "string" },
      },
      {},
      { first: { position: 1 }, advanced: { advanced: true, position: 0 } },
    );
    expect(nodes.map(({ key }) => key)).toEqual(["first", "second", "last", "advanced"]);
  });
});

describe("nested models and blocks", () => {
  const definitions = {
    Child: {
      title: "Child",
      description: "A class docstring.",
      type: "object",
      block_type_slug: "child",
      secret_fields: ["token"],
      properties: { token: { title: "Token", type: "string" }, self: { $ref: "#/definitions/Child" } },
    },
    Other: { title: "Other", type: "object", block_type_slug: "other", properties: {} },
    Level: { title: "Level", description: "An enumeration.", enum: ["low", "high"] },
  };
  const child = { $ref: "#/definitions/Child" };

  it("offers saved blocks for a reference, one picker for all types", () => {
    const block_schema_references = {
      field: [
        { block_type_slug: "child", block_schema_checksum: "sha256:1" },
        { block_type_slug: "other", block_schema_checksum: "sha256:2" },
      ],
    };
    for (const property of [
      { anyOf: [child, { $ref: "#/definitions/Other" }] },
      { anyOf: [child, { $ref: "#/definitions/Other" }, { type: "null" }] },
      { anyOf: [{ $ref: "#/definitions/Renamed" }, { $ref: "#/definitions/Other" }] },
    ]) {
      const node = as(compileOne(property, { definitions, block_schema_references }), "reference");
      expect(node.blockTypeSlugs).toEqual(["child", "other"]);
    }
  });

  it("takes the block type from the definition where the references are silent", () => {
    expect(as(compileOne({ allOf: [child] }, { definitions }), "reference").blockTypeSlugs).toEqual([
      "child",
    ]);
  });

  it("keeps a reference apart from another way to fill in the field", () => {
    const node = as(compileOne({ anyOf: [child, { type: "string" }] }, { definitions }), "union");
    expect(node.branches.map((branch) => branch.node.kind)).toEqual(["reference", "text"]);
  });

  it("lets a block inside a list be a saved one or written out, its secrets as secrets, itself inside itself", () => {
    const list = as(compileOne({ type: "array", items: child }, { definitions }), "list");
    const [saved, written] = as(list.item, "union").branches;
    expect(saved).toMatchObject({
      label: "Saved block",
      node: { kind: "reference", blockTypeSlugs: ["child"] },
    });
    expect(written?.label).toBe("Child, written out here");
    const fields = written ? as(written.node, "group").fields : [];
    expect(fields.map((field) => field.kind)).toEqual(["secret", "recursive"]);
  });

  it("offers one picker for the blocks of all types in a list, a map or a model", () => {
    const both = { anyOf: [child, { $ref: "#/definitions/Other" }] };
    const model = { type: "object", properties: { inner: { anyOf: [child, { type: "null" }] } } };
    const block_schema_references = {
      field: [
        { block_type_slug: "child", block_schema_checksum: "sha256:1" },
        { block_type_slug: "other", block_schema_checksum: "sha256:2" },
      ],
    };
    const options = { definitions, block_schema_references };
    const nodes = [
      as(compileOne({ type: "array", items: both }, options), "list").item,
      as(compileOne({ type: "object", additionalProperties: both }, options), "dict").value,
      // Newer clients do not say what the values of a map are.
      as(compileOne({ type: "object", default: {} }, options), "dict").value,
    ];
    for (const node of nodes) {
      const kinds = as(node, "union").branches.map((branch) => branch.node.kind);
      expect(kinds.toSorted()).toEqual(["dict", "group", "reference"]);
      expect(as(node, "union").branches[0]?.node).toMatchObject({ blockTypeSlugs: ["child", "other"] });
    }
    const [inner] = as(compileOne(model, { definitions }), "group").fields;
    expect(inner).toMatchObject({ kind: "union", required: false, branches: [{ label: "Saved block" }, {}] });
  });

  it("never shows the docstring of a class as help, nor its name as label", () => {
    const node = compileOne({ allOf: [{ $ref: "#/definitions/Level" }] }, { definitions });
    expect(node).toMatchObject({ kind: "enum", help: "", label: "Field" });
  });

  it("lets title and description beside a $ref win", () => {
    const node = compileOne(
      { title: "Mine", description: "My help.", $ref: "#/definitions/Level" },
      { definitions },
    );
    expect(node).toMatchObject({ kind: "enum", label: "Mine", help: "My help." });
  });
});

describe("secrets", () => {
  it("are marked by path: exact, nested, below *, in lists", () => {
    const properties = {
      a: { type: "string" },
      b: { type: "object", properties: { c: { type: "string" }, d: { type: "string" } } },
      e: { type: "object" },
      f: { type: "array", items: { type: "string" } },
    };
    const [a, b, e, f] = compile(properties, { secret_fields: ["a", "b.c", "e.*", "f"] });
    expect(a?.kind).toBe("secret");
    expect(b && as(b, "group").fields.map((field) => field.kind)).toEqual(["secret", "text"]);
    expect(e && as(e, "dict").value.kind).toBe("secret");
    expect(f && as(f, "list").item.kind).toBe("secret");
  });
});

describe("order and texts", () => {
  it("follows position, else the order of properties, with advanced fields last", () => {
    const keys = (nodes: readonly FieldNode[]) => nodes.map((node) => node.key);
    const text = { type: "string" };
    expect(keys(compile({ b: { ...text, position: 1 }, a: { ...text, position: 0 } }))).toEqual(["a", "b"]);
    expect(keys(compile({ z: text, a: text }))).toEqual(["z", "a"]);
    const overlays = { z: { advanced: true }, y: { advanced: true } };
    expect(keys(compile({ z: text, y: text, a: text }, { required: ["y"] }, overlays))).toEqual([
      "y",
      "a",
      "z",
    ]);
  });

  it("prefers our help and our example to those of the schema", () => {
    const property = { type: "string", description: "Theirs.", examples: ["theirs"] };
    expect(compile({ field: property }, {}, { field: { help: "Ours.", example: "ours" } })[0]).toMatchObject({
      help: "Ours.",
      example: "ours",
    });
    expect(compileOne(property)).toMatchObject({ help: "Theirs.", example: "theirs" });
  });

  it("says how defaults read", () => {
    const label = (value: unknown) => compileOne({ default: value }).defaultLabel;
    expect([label(true), label(60), label("POST"), label([]), label(""), label(null)]).toEqual([
      "On",
      "60",
      "POST",
      "none",
      "empty",
      undefined,
    ]);
    expect(
      compile({ limit: { type: "string" } }, {}, { limit: { defaultLabel: "no limit" } })[0]?.defaultLabel,
    ).toBe("no limit");
  });
});
