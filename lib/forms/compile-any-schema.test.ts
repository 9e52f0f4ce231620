import { describe, expect, it } from "vitest";
import { catalog } from "@/lib/catalog";
import { compileForm } from "@/lib/forms/compile";
import type { FieldNode } from "@/lib/forms/field-node";
import { asObject, createRandom, randomJson } from "@/lib/forms/testing-sample";
import { isJsonObject } from "@/lib/json";

type Rest = Readonly<Record<string, unknown>>;

function compile(properties: Rest, extra: Rest = {}): readonly FieldNode[] {
  return compileForm(asObject({ title: "Sample", type: "object", properties, ...extra }), {}).fields;
}

describe("any schema", () => {
  it("compiles every seeded type without a fallback, top level and nested", () => {
    for (const { slug, schema, fields } of catalog) {
      const nodes = compileForm(asObject({ ...schema, block_type_slug: slug }), fields).fields;
      expect(nodes.length, slug).toBe(Object.keys(schema.properties).length);
      const broken = nodes.filter(
        (node) =>
          node.kind === "json" && node.reason !== undefined && !node.reason.includes("does not say what"),
      );
      expect(broken, slug).toEqual([]);
    }
  });

  it("never throws and always gives the same tree", () => {
    const keywords = [
      "type",
      "properties",
      "items",
      "anyOf",
      "allOf",
      "$ref",
      "enum",
      "default",
      "format",
      "title",
      "additionalProperties",
      "required",
      "position",
      "definitions",
      "secret_fields",
      "block_schema_references",
    ];
    for (let seed = 0; seed < 400; seed++) {
      const random = createRandom(seed);
      const noise = () =>
        new Map(keywords.filter(() => random(2) === 0).map((keyword) => [keyword, randomJson(random, 3)]));
      const fields = noise().set(
        "properties",
        new Map([
          ["a", noise()],
          ["b", noise()],
          ["c", randomJson(random)],
        ]),
      );
      expect(isJsonObject(fields)).toBe(true);
      expect(compileForm(fields, {})).toEqual(compileForm(fields, {}));
    }
  });

  it("stays small and quick for schemas that would unfold without end", () => {
    const definitions: Record<string, unknown> = {};
    for (let level = 0; level < 30; level++) {
      const next = { $ref: `#/definitions/D${level + 1}` };
      definitions[`D${level}`] = {
        type: "object",
        properties: { a: next, b: next },
        allOf: level % 3 === 0 ? [next, next] : [],
      };
    }
    const tree = compile({ field: { $ref: "#/definitions/D0" } }, { definitions });
    expect(JSON.stringify(tree).length).toBeLessThan(3_000_000);
    let deep: Record<string, unknown> = { type: "string" };
    for (let level = 0; level < 500; level++) deep = { type: "object", properties: { a: deep } };
    expect(JSON.stringify(compile({ field: deep }))).toContain("nested too deeply");
  });
});
