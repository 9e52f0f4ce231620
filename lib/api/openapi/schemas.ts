import { z } from "zod";
import type { SchemaObject } from "@/lib/api/openapi/model";

/** Schemas by name, as they are collected; each is written once and referred to. */
export type SchemaCollection = Map<string, SchemaObject>;

/**
 * JSON Schema of what a zod schema takes (`input`) or gives (`output`). Schemas with an `id` in their meta go to the
 * collection. zod writes the JSON Schema itself, so the description cannot drift from what parses requests; its `override`
 * is used only where a coercion hides the truth. That is less code than a library that wraps routes and parser would need,
 * and bodies keep their own lossless parser.
 */
export function describeSchema(
  schema: z.ZodType,
  io: "input" | "output",
  collection: SchemaCollection,
): SchemaObject {
  const { $schema, $defs, ...root } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, restore(zodSchema), io === "input" ? requiredKeys(zodSchema) : {});
      const { describedBy } = z.globalRegistry.get(zodSchema) ?? {};
      if (typeof describedBy === "function") {
        const { description, ...described } = describeSchema(describedBy(), io, collection);
        Object.assign(jsonSchema, described);
        if (described.$ref) delete jsonSchema.type;
      }
      for (const key of unwanted) delete jsonSchema[key];
    },
  });
  for (const [name, definition] of Object.entries($defs ?? {})) collect(collection, name, definition);
  return simplify(root);
}

/** Meta that is for our parsers, not for readers, and what JSON says anyway. */
const unwanted = ["lossless", "secret", "describedBy", "readOnly", "propertyNames"];

/** The parser itself is asked: behind a coercion zod takes a key that may be null for one that may be absent. */
function requiredKeys({ _zod: { def } }: z.core.$ZodTypes): { readonly required?: readonly string[] } {
  if (def.type !== "object") return {};
  const required = Object.entries(def.shape)
    .filter(([, field]) => !z.safeParse(field, undefined).success)
    .map(([key]) => key);
  return required.length > 0 ? { required } : {};
}

/** zod leaves these out where a value is transformed on its way in; here they are written as a client sends them. */
function restore(schema: z.core.$ZodTypes): Readonly<Record<string, unknown>> {
  const { examples, default: given } = z.globalRegistry.get(schema) ?? {};
  const { def } = schema._zod;
  return {
    ...(examples === undefined ? {} : { examples }),
    ...(def.type === "default" ? { default: toPlain(def.defaultValue) } : {}),
    ...(given === undefined ? {} : { default: given }),
  };
}

function toPlain(value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}

/** @throws Error when two different schemas have one name. */
function collect(collection: SchemaCollection, name: string, definition: object): void {
  const schema = simplify({ ...definition });
  const known = collection.get(name);
  if (known && JSON.stringify(known) !== JSON.stringify(schema)) {
    throw new Error(`Two different schemas are called ${name}.`);
  }
  collection.set(name, schema);
}

/** Points references to the components, and writes "or null" as a list of types. */
function simplify(schema: Readonly<Record<string, unknown>>): SchemaObject {
  const { id, ...own } = schema;
  const simple = Object.fromEntries(
    Object.entries(own).map(([key, value]) => [key, simplifyValue(key, value)]),
  );
  return mergeNull(simple);
}

const verbatim = new Set(["default", "examples", "enum", "const", "required"]);

function simplifyValue(key: string, value: unknown): unknown {
  if (verbatim.has(key) || typeof value !== "object" || value === null) {
    return key === "$ref" ? String(value).replace("#/$defs/", "#/components/schemas/") : value;
  }
  if (key === "additionalProperties" && Object.keys(value).length === 0) return true;
  if (key === "properties") {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, simplify(item)]));
  }
  return Array.isArray(value)
    ? value.map((item) => (isObject(item) ? simplify(item) : item))
    : simplify({ ...value });
}

function mergeNull(schema: SchemaObject): SchemaObject {
  const { anyOf, ...rest } = schema;
  const [first, second] = anyOf ?? [];
  const isNullable = anyOf?.length === 2 && first && second?.type === "null";
  if (!isNullable || typeof first.type !== "string" || "enum" in first || "const" in first) return schema;
  return { ...first, ...rest, type: [first.type, "null"] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
