import { listOf, textOf, textsOf, without } from "@/lib/forms/schema-view";
import { isJsonObject, isSameJson, type Json, type JsonObject } from "@/lib/json";
import { type Definitions, definitionsOf } from "@/lib/secrets/schema-places";

/** A schema in one piece: `$ref` followed, `allOf` merged. */
export type ResolvedSchema = {
  /** Title and description only where they are the property's own: those of a definition describe its class. */
  readonly schema: JsonObject;
  /** The definitions that were entered, to find recursion. */
  readonly definitionNames: readonly string[];
  /** The title of the last definition: names a branch of a union. */
  readonly modelTitle?: string | undefined;
  /** Set when the value is another block. */
  readonly blockTypeSlug?: string | undefined;
  /** Why the pieces do not make one schema. */
  readonly problem?: string | undefined;
};

/** What a compilation shares: the definitions, and how much work is left, for a schema may unfold without end. */
export type SchemaScope = {
  readonly definitions: Definitions;
  /** Takes one step; false when there is none left. */
  readonly spend: () => boolean;
};

const maxSteps = 5000;
const maxDepth = 40;

export function createSchemaScope(fields: JsonObject): SchemaScope {
  let left = maxSteps;
  return {
    definitions: definitionsOf(fields),
    spend: () => {
      left -= 1;
      return left >= 0;
    },
  };
}

/** Keywords that may stand in several pieces at once; the more specific piece wins. */
const annotations = ["title", "description", "default", "example", "examples", "position", "block_type_slug"];

export function resolveSchema(
  schema: JsonObject,
  scope: SchemaScope,
  entered: readonly string[] = [],
): ResolvedSchema {
  if (entered.length > maxDepth || !scope.spend())
    return broken("The schema is too large or nested too deeply.");
  const target = textOf(schema, "$ref");
  const parts: ResolvedSchema[] = [];
  if (target !== undefined) parts.push(resolveReference(target, scope, entered));
  for (const part of listOf(schema, "allOf")) {
    if (isJsonObject(part)) parts.push(resolveSchema(part, scope, [...entered, ""]));
  }
  const own = without(schema, "$ref", "allOf");
  if (parts.length === 0) return { schema: own, definitionNames: [] };
  return mergeParts(parts, own);
}

function resolveReference(target: string, scope: SchemaScope, entered: readonly string[]): ResolvedSchema {
  const name = target.replace(/^#\/(definitions|\$defs)\//, "");
  const definition = scope.definitions.find(target);
  if (entered.includes(name)) return broken(`The schema defines ${name} by itself.`, [name]);
  if (!isJsonObject(definition)) return broken(`The schema does not say what ${name} is.`);
  const resolved = resolveSchema(definition, scope, [...entered, name]);
  return {
    ...resolved,
    schema: without(resolved.schema, "title", "description"),
    definitionNames: [name, ...resolved.definitionNames],
    modelTitle: textOf(definition, "title") ?? resolved.modelTitle ?? name,
    blockTypeSlug: textOf(definition, "block_type_slug") ?? resolved.blockTypeSlug,
  };
}

function broken(problem: string, definitionNames: readonly string[] = []): ResolvedSchema {
  return { schema: new Map(), definitionNames, problem };
}

function mergeParts(parts: readonly ResolvedSchema[], own: JsonObject): ResolvedSchema {
  const merged = mergeSchemas(parts.map((part) => part.schema));
  const schema = new Map(merged.schema);
  for (const [keyword, value] of own) {
    const before = schema.get(keyword);
    schema.set(keyword, (before === undefined ? undefined : mergeKeyword(keyword, before, value)) ?? value);
  }
  return {
    schema,
    definitionNames: parts.flatMap((part) => part.definitionNames),
    modelTitle: parts.find((part) => part.modelTitle !== undefined)?.modelTitle,
    blockTypeSlug: parts.find((part) => part.blockTypeSlug !== undefined)?.blockTypeSlug,
    problem: parts.find((part) => part.problem !== undefined)?.problem ?? merged.problem,
  };
}

function mergeSchemas(schemas: readonly JsonObject[]): Pick<ResolvedSchema, "schema" | "problem"> {
  const merged = new Map<string, Json>();
  const conflicts: string[] = [];
  for (const [keyword, value] of schemas.flatMap((schema) => [...schema])) {
    const before = merged.get(keyword);
    const isClear = before === undefined || annotations.includes(keyword) || isSameJson(before, value);
    const both = isClear ? value : mergeKeyword(keyword, before, value);
    if (both === undefined) conflicts.push(keyword);
    else merged.set(keyword, both);
  }
  const [conflict] = conflicts;
  return {
    schema: merged,
    problem: conflict === undefined ? undefined : `The schema gives "${conflict}" more than once.`,
  };
}

/** Several models in one: properties and lists of names add up; anything else would have to hold at once. */
function mergeKeyword(keyword: string, a: Json, b: Json): Json | undefined {
  if (keyword === "properties" && isJsonObject(a) && isJsonObject(b)) return new Map([...a, ...b]);
  if (keyword === "block_schema_references" && isJsonObject(a) && isJsonObject(b)) {
    return new Map([...a, ...b]);
  }
  if (keyword !== "required" && keyword !== "secret_fields") return undefined;
  const names = [a, b].flatMap((value) => textsOf(new Map([["names", value]]), "names"));
  return [...new Set(names)];
}
