import { isJsonArray, isJsonObject, type Json, type JsonObject } from "@/lib/json";
import { withBlockMaps } from "@/lib/secrets/block-maps";
import {
  type Definitions,
  definitionsOf,
  propertiesOf,
  schemasBeside,
  schemasOfOtherKeys,
  targetOf,
} from "@/lib/secrets/schema-places";
import { anyKey, type SecretPath } from "@/lib/secrets/tree";

// A schema beyond these sizes is no honest one: everything at that place is treated as secret instead.
const maxPaths = 400;
const maxDefinitions = 1000;
const maxDepth = 500;
const maxMapLevels = 8;
const everythingBelow: readonly SecretPath[] = [["*"]];

/** What is secret in a block of a type beside what its schema says. */
export type ExtraPaths = (blockTypeSlug: string) => readonly SecretPath[];

/**
 * Where data of this schema holds secrets: the client's `secret_fields`, and every property that says of itself that it
 * is write-only or a password. Nested blocks are followed too, for their data may stand inline, and `extraPaths` are
 * added for each of them.
 */
export function secretPathsOf(
  fullFields: JsonObject,
  extraPaths: ExtraPaths = () => [],
): readonly SecretPath[] {
  const fields = withBlockMaps(fullFields);
  return createWalk(definitionsOf(fields), extraPaths)(fields, 0);
}

const wholeValue: readonly SecretPath[] = [[]];

/**
 * A definition that is not there is that of a block whose type was deleted: what it hid is marked in the documents then.
 * Anything else that is not found may well say that it is secret: an anchor, an address, a part of a definition.
 */
function pathsOfLost(target: string): readonly SecretPath[] {
  return /^#\/(definitions|\$defs)\/[^/]*$/.test(target) ? [] : wholeValue;
}

type Walk = (schema: Json | undefined, depth: number) => readonly SecretPath[];

/** A walk with memory: each definition is unfolded once. */
function createWalk(definitions: Definitions, extraPaths: ExtraPaths): Walk {
  const known = new Map<string, readonly SecretPath[]>();
  const targetsOf = createTargetIndex(definitions);

  function walkReference(target: string, depth: number): readonly SecretPath[] {
    const isLost = definitions.find(target) === undefined;
    const paths = known.get(target) ?? (isLost ? pathsOfLost(target) : unfold(target, depth));
    known.set(target, paths);
    return paths;
  }

  function unfold(target: string, depth: number): readonly SecretPath[] {
    if (definitions.size + known.size > maxDefinitions || depth > maxDepth) return everythingBelow;
    const reachable = reachableFrom(target, targetsOf);
    if (reachable.size > maxDefinitions) return everythingBelow;
    if (!reachable.has(target)) return walk(definitions.find(target), depth);
    // A model that contains itself has its secrets at any depth.
    const family = [...reachable].map((member) => definitions.find(member) ?? null);
    return family.some(mentionsSecret) ? everythingBelow : [];
  }

  function walk(schema: Json | undefined, depth: number): readonly SecretPath[] {
    if (!isJsonObject(schema)) return [];
    if (depth > maxDepth) return everythingBelow;
    if (isSecretProperty(schema)) return [[]];
    const inner = (item: Json) => walk(item, depth + 1);
    const target = targetOf(schema);
    const paths = [
      ...listedPaths(schema, definitions),
      ...slugsOf(schema).flatMap(extraPaths),
      ...slugsByField(schema).flatMap(([name, slugs]) => below(name, slugs.flatMap(extraPaths))),
      ...(target === undefined ? [] : walkReference(target, depth + 1)),
      ...schemasBeside(schema).flatMap(inner),
      ...[...propertiesOf(schema)].flatMap(([name, property]) => below(name, inner(property))),
      ...below(anyKey, schemasOfOtherKeys(schema).flatMap(inner)),
    ];
    return paths.length > maxPaths ? everythingBelow : unique(paths);
  }

  return walk;
}

/**
 * What a client lists as secret. Its paths leave out the keys of maps: where the schema says that `a` is a map of
 * objects with a `b`, then `a.b` means the `b` of each of them.
 */
function listedPaths(schema: JsonObject, definitions: Definitions): readonly SecretPath[] {
  const listed = listOfTexts(schema.get("secret_fields"));
  if (listed.length > maxPaths) return everythingBelow;
  return listed.flatMap((text) => {
    const path = text.split(".");
    const throughMaps = (["named key", "map"] as const).map((first) =>
      withKeysOfMaps(schema, path, definitions, first),
    );
    return [path, ...throughMaps, ...throughOpenObjects(schema, path, definitions)];
  });
}

/** Clients of Prefect 3 leave out what the values of a map are: a key that no schema names may stand below any key. */
function throughOpenObjects(
  start: JsonObject,
  path: readonly string[],
  definitions: Definitions,
): readonly SecretPath[] {
  let schemas = unfoldBeside([start], definitions);
  for (const [index, key] of path.entries()) {
    const named = schemas.flatMap((schema) => propertiesOf(schema).get(key) ?? []);
    if (named.length === 0) {
      if (index === 0 || key === "*" || !schemas.some(isOpenObject)) return [];
      return [1, 2, 3].map((levels) => [
        ...path.slice(0, index),
        ...Array.from({ length: levels }, () => anyKey),
        ...path.slice(index),
      ]);
    }
    schemas = unfoldBeside(named, definitions);
  }
  return [];
}

/** The path with `anyKey` for each map on its way. Where a key may be both, `first` is tried first. */
function withKeysOfMaps(
  start: JsonObject,
  path: readonly string[],
  definitions: Definitions,
  first: "named key" | "map",
): SecretPath {
  let schemas = unfoldBeside([start], definitions);
  const full: (string | typeof anyKey)[] = [];
  for (const [index, key] of path.slice(0, maxDepth).entries()) {
    const inMaps = index === 0 ? undefined : findInMaps(schemas, key, definitions);
    const isNamed = schemas.some((schema) => propertiesOf(schema).has(key));
    if (inMaps && (first === "map" || !isNamed)) {
      full.push(...Array.from({ length: inMaps.levels }, () => anyKey));
      schemas = inMaps.schemas;
    }
    full.push(key);
    const named = schemas.flatMap((schema) => propertiesOf(schema).get(key) ?? []);
    schemas = unfoldBeside(named, definitions);
  }
  return [...full, ...path.slice(maxDepth)];
}

type InMaps = { readonly schemas: readonly JsonObject[]; readonly levels: number };

/** The values of a map, or of maps in maps, that have a property of this name. */
function findInMaps(maps: readonly JsonObject[], key: string, definitions: Definitions): InMaps | undefined {
  let schemas = maps;
  for (let levels = 1; levels <= maxMapLevels && schemas.length > 0; levels++) {
    schemas = unfoldBeside(schemas.flatMap(schemasOfOtherKeys), definitions);
    if (schemas.some((schema) => propertiesOf(schema).has(key))) return { schemas, levels };
  }
  return undefined;
}

function isOpenObject(schema: JsonObject): boolean {
  return (
    schema.get("type") === "object" &&
    !schema.has("properties") &&
    schemasOfOtherKeys(schema).length === 0 &&
    !schema.has("additionalProperties")
  );
}

/** All schemas that apply where these do, references followed. */
function unfoldBeside(schemas: readonly Json[], definitions: Definitions): readonly JsonObject[] {
  const seen = new Set<JsonObject>();
  const open = [...schemas];
  for (let schema = open.pop(); schema !== undefined && seen.size < maxDefinitions; schema = open.pop()) {
    if (!isJsonObject(schema) || seen.has(schema)) continue;
    seen.add(schema);
    const target = targetOf(schema);
    open.push(...schemasBeside(schema), (target === undefined ? null : definitions.find(target)) ?? null);
  }
  return [...seen];
}

/** The block type that a client names in the schema of a block, or in a reference to one. */
function slugsOf(schema: Json): readonly string[] {
  if (isJsonArray(schema)) return schema.flatMap(slugsOf);
  const slug = isJsonObject(schema) ? schema.get("block_type_slug") : undefined;
  return typeof slug === "string" ? [slug] : [];
}

/** Fields that refer to blocks: their data may stand inline, and the schema of such a block need not name its type. */
function slugsByField(schema: JsonObject): readonly (readonly [string, readonly string[]])[] {
  const references = schema.get("block_schema_references");
  return isJsonObject(references) ? [...references].map(([name, value]) => [name, slugsOf(value)]) : [];
}

function isSecretProperty(schema: JsonObject): boolean {
  return schema.get("writeOnly") === true || schema.get("format") === "password";
}

function mentionsSecret(value: Json): boolean {
  if (isJsonArray(value)) return value.some(mentionsSecret);
  if (!isJsonObject(value)) return false;
  if (isSecretProperty(value) || listOfTexts(value.get("secret_fields")).length > 0) return true;
  return [...value.values()].some(mentionsSecret);
}

/** What a definition refers to, directly or through others; itself only in a circle. Too many are not all found. */
function reachableFrom(start: string, targetsOf: (name: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined && seen.size <= maxDefinitions; name = open.pop()) {
    for (const target of targetsOf(name)) {
      if (!seen.has(target)) open.push(target);
      seen.add(target);
    }
  }
  return seen;
}

/** What each definition refers to directly, searched once. */
function createTargetIndex(definitions: Definitions): (name: string) => readonly string[] {
  const index = new Map<string, readonly string[]>();
  return (name) => {
    const targets = index.get(name) ?? [...new Set(targetsIn(definitions.find(name) ?? null))];
    index.set(name, targets);
    return targets;
  };
}

function targetsIn(value: Json): readonly string[] {
  if (isJsonArray(value)) return value.flatMap(targetsIn);
  if (!isJsonObject(value)) return [];
  const target = targetOf(value);
  return [...(target === undefined ? [] : [target]), ...[...value.values()].flatMap(targetsIn)];
}

function listOfTexts(value: Json | undefined): readonly string[] {
  return isJsonArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

function below(key: SecretPath[number], paths: readonly SecretPath[]): readonly SecretPath[] {
  return paths.map((path) => [key, ...path]);
}

function unique(paths: readonly SecretPath[]): readonly SecretPath[] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}
