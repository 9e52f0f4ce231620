// Random documents that a schema allows, made from the schema itself: what the compiler gets wrong shows as a difference.
import fc from "fast-check";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "@/lib/json";

type Values = fc.Arbitrary<Json>;

const maxDepth = 4;
const keys = ["a", "a.b", "x[0]", "app.kubernetes.io/name", "10", "2", "ü ~/1", "constructor", "FOO_BAR"];
const texts = [
  "plain",
  "two words",
  "1.0",
  "true",
  "line\nline",
  "ü \u{1F600}",
  '{"a": 1}',
  "- x: y",
  "s3://b/c",
];
const integers = ["0", "1", "-7", "42", "1.0", "1e3", "9".repeat(60)];
const decimals = [...integers, "0.1", "-0.0", "1E-05", "12345678901234567890.123456789"];

/** A document with some of the optional keys, unknown ones among them, in any order. */
export function documentsOf(fields: JsonObject): fc.Arbitrary<JsonObject> {
  const definitions = new Map([...membersAt(fields, "definitions"), ...membersAt(fields, "$defs")]);
  const reader: Reader = {
    resolve: (schema) => {
      const target = schema.get("$ref");
      const name = typeof target === "string" ? target.replace(/^#\/(definitions|\$defs)\//, "") : "";
      const found = definitions.get(name);
      return isJsonObject(found) ? found : schema;
    },
  };
  const unknown = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: free(1).map((value) => [["not in the schema", value] as const]) },
  );
  return fc
    .tuple(objectOf(fields, reader, 0), unknown)
    .map(([known, others]) => new Map([...known, ...others]));
}

type Reader = { readonly resolve: (schema: JsonObject) => JsonObject };

function objectOf(schema: JsonObject, reader: Reader, depth: number): fc.Arbitrary<JsonObject> {
  const required = listAt(schema, "required");
  const entries = [...membersAt(schema, "properties")].map(([key, property]) =>
    entryOf(key, isJsonObject(property) ? property : new Map(), required.includes(key), reader, depth),
  );
  return fc
    .tuple(...entries)
    .chain((drawn) => fc.shuffledSubarray(drawn.flat(), { minLength: drawn.flat().length }))
    .map((drawn) => new Map(drawn));
}

function entryOf(
  key: string,
  schema: JsonObject,
  isRequired: boolean,
  reader: Reader,
  depth: number,
): fc.Arbitrary<readonly (readonly [string, Json])[]> {
  const value = valueFor(schema, reader, depth + 1).map((drawn) => [[key, drawn] as const]);
  if (isRequired) return value;
  const byDefault = defaultOf(schema);
  return fc.oneof(
    { weight: depth > maxDepth ? 0 : 4, arbitrary: value },
    { weight: 2, arbitrary: fc.constant([]) },
    // A client writes null for what nobody set, and defaults too.
    { weight: 1, arbitrary: fc.constant([[key, byDefault ?? null] as const]) },
  );
}

/** Two real schemas give a text a default that is none. */
function defaultOf(schema: JsonObject): Json | undefined {
  const value = schema.get("default");
  return schema.get("type") === "string" && typeof value !== "string" ? undefined : value;
}

function valueFor(property: JsonObject, reader: Reader, depth: number): Values {
  const schema = reader.resolve(property);
  const [merged] = listAt(schema, "allOf");
  if (isJsonObject(merged)) return valueFor(merged, reader, depth);
  const options = [...listAt(schema, "anyOf"), ...listAt(schema, "oneOf")].filter(isJsonObject);
  if (options.length > 0) return fc.oneof(...options.map((option) => valueFor(option, reader, depth + 1)));
  const choices = schema.has("const") ? [schema.get("const") ?? null] : listAt(schema, "enum");
  if (choices.length > 0) return fc.constantFrom(...choices);
  return typedValue(schema, reader, depth);
}

function typedValue(schema: JsonObject, reader: Reader, depth: number): Values {
  switch (schema.get("type")) {
    case "string":
      return textOf(schema);
    case "integer":
      return fc.constantFrom(...integers).map((number) => ({ number }));
    case "number":
      return fc.constantFrom(...decimals).map((number) => ({ number }));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return itemsOf(schema, reader, depth);
    case "object":
      return membersAt(schema, "properties").size > 0
        ? objectOf(schema, reader, depth)
        : dictOf(schema, reader, depth);
    default:
      return membersAt(schema, "properties").size > 0 ? objectOf(schema, reader, depth) : free(2);
  }
}

function textOf(schema: JsonObject): Values {
  if (schema.get("format") === "password" || schema.get("writeOnly") === true) {
    return fc.nat(999).map((number) => `canary-${number}`);
  }
  if (schema.get("format") === "date-time") return fc.constant("2026-05-03T14:30:00+02:00");
  return schema.get("format") === "uri"
    ? fc.constant("https://example.com/a?b=c")
    : fc.constantFrom(...texts);
}

function itemsOf(schema: JsonObject, reader: Reader, depth: number): Values {
  const items = schema.get("items");
  const item = isJsonObject(items) ? valueFor(items, reader, depth + 1) : free(1);
  return fc.array(item, { maxLength: depth > maxDepth ? 0 : 3 });
}

function dictOf(schema: JsonObject, reader: Reader, depth: number): Values {
  const values = schema.get("additionalProperties");
  const value = isJsonObject(values) ? valueFor(values, reader, depth + 1) : free(1);
  const isSecret = schema.get("format") === "password";
  return fc
    .uniqueArray(fc.constantFrom(...keys), { maxLength: 4 })
    .chain((drawn) =>
      fc.tuple(...drawn.map((key) => fc.tuple(fc.constant(key), isSecret ? textOf(schema) : value))),
    )
    .map((entries) => new Map(entries));
}

/** Any JSON. */
function free(depth: number): Values {
  const single = fc.oneof(
    fc.constantFrom<Json>(null, true, false, "", ...texts),
    fc.constantFrom(...decimals).map((number) => ({ number })),
  );
  if (depth === 0) return single;
  const inner = free(depth - 1);
  const members = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...keys), inner), { maxLength: 3, selector: ([key]) => key })
    .map((entries): Json => new Map(entries));
  return fc.oneof(single, fc.array(inner, { maxLength: 3 }), members);
}

function membersAt(schema: JsonObject, keyword: string): JsonObject {
  const value = schema.get(keyword);
  return isJsonObject(value) ? value : new Map();
}

function listAt(schema: JsonObject, keyword: string): readonly Json[] {
  const value = schema.get(keyword);
  return isJsonArray(value) ? value : [];
}
