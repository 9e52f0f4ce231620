import { isJsonArray, isJsonObject, type Json, type JsonObject } from "@/lib/json";
import type { SecretPath } from "@/lib/secrets/tree";

// A schema beyond these sizes is no honest one: everything at that place is treated as secret instead.
const maxPaths = 400;
const maxDefinitions = 1000;
const maxDepth = 500;
const everythingBelow: readonly SecretPath[] = [["*"]];

/**
 * Where data of this schema holds secrets: the client's `secret_fields`, and every property that says of itself that it
 * is write-only or a password. Nested blocks are followed too, for their data may stand inline.
 */
export function secretPathsOf(fullFields: JsonObject): readonly SecretPath[] {
  const listed = fullFields.get("secret_fields") ?? null;
  const paths = isJsonArray(listed) ? listed.filter((entry) => typeof entry === "string") : [];
  return unique([...paths.map((path) => path.split(".")), ...createWalk(fullFields)(fullFields, 0)]);
}

type Walk = (schema: Json | undefined, depth: number) => readonly SecretPath[];

/** A walk with memory: each definition is unfolded once. */
function createWalk(root: JsonObject): Walk {
  const definitions = new Map([...childrenOf(root.get("$defs")), ...childrenOf(root.get("definitions"))]);
  const known = new Map<string, readonly SecretPath[]>();

  function walkReference(target: string, depth: number): readonly SecretPath[] {
    const name = definitionName(target);
    const paths = known.get(name) ?? unfold(name, depth);
    known.set(name, paths);
    return paths;
  }

  function unfold(name: string, depth: number): readonly SecretPath[] {
    if (definitions.size > maxDefinitions || depth > maxDepth) return everythingBelow;
    const reachable = reachableFrom(name, definitions);
    if (!reachable.has(name)) return walk(definitions.get(name), depth);
    // A model that contains itself has its secrets at any depth.
    const family = [name, ...reachable].map((member) => definitions.get(member) ?? null);
    return family.some(mentionsSecret) ? everythingBelow : [];
  }

  function walk(schema: Json | undefined, depth: number): readonly SecretPath[] {
    if (!isJsonObject(schema)) return [];
    if (depth > maxDepth) return everythingBelow;
    if (isSecretProperty(schema)) return [[]];
    const inner: Walk = (item) => walk(item, depth + 1);
    const target = schema.get("$ref");
    const paths = [
      ...(typeof target === "string" ? walkReference(target, depth + 1) : []),
      ...["allOf", "anyOf", "oneOf", "items", "prefixItems"].flatMap((key) =>
        walkEach(schema.get(key), inner),
      ),
      ...walkNamed(schema.get("properties"), inner),
      ...below("*", inner(schema.get("additionalProperties"), 0)),
      ...walkNamed(schema.get("patternProperties"), inner).map((path) => ["*", ...path.slice(1)]),
    ];
    return paths.length > maxPaths ? everythingBelow : unique(paths);
  }

  return walk;
}

function isSecretProperty(schema: JsonObject): boolean {
  return schema.get("writeOnly") === true || schema.get("format") === "password";
}

function mentionsSecret(value: Json): boolean {
  if (isJsonArray(value)) return value.some(mentionsSecret);
  return isJsonObject(value) && (isSecretProperty(value) || [...value.values()].some(mentionsSecret));
}

/** Names of the definitions to which a definition refers, directly or through others; its own only in a circle. */
function reachableFrom(start: string, definitions: JsonObject): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const target of targetsIn(definitions.get(name) ?? null)) {
      if (!seen.has(target)) open.push(target);
      seen.add(target);
    }
  }
  return seen;
}

function targetsIn(value: Json): readonly string[] {
  if (isJsonArray(value)) return value.flatMap(targetsIn);
  if (!isJsonObject(value)) return [];
  const target = value.get("$ref");
  const own = typeof target === "string" ? [definitionName(target)] : [];
  return [...own, ...[...value.values()].flatMap(targetsIn)];
}

function definitionName(target: string): string {
  return target.replace(/^#\/(definitions|\$defs)\//, "");
}

function walkEach(value: Json | undefined, walk: Walk): readonly SecretPath[] {
  return isJsonArray(value) ? value.flatMap((item) => walk(item, 0)) : walk(value, 0);
}

function walkNamed(properties: Json | undefined, walk: Walk): readonly SecretPath[] {
  return [...childrenOf(properties)].flatMap(([name, schema]) => below(name, walk(schema, 0)));
}

function childrenOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : new Map();
}

function below(key: string, paths: readonly SecretPath[]): readonly SecretPath[] {
  return paths.map((path) => [key, ...path]);
}

function unique(paths: readonly SecretPath[]): readonly SecretPath[] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}
