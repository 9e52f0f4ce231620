import type { FieldOverlay } from "@/lib/catalog/define-block-type";
import { compileDict, compileGroup, compileList } from "@/lib/forms/compile-container";
import { compileScalar } from "@/lib/forms/compile-scalar";
import { compileUnion, optionsAt, unionOptions } from "@/lib/forms/compile-union";
import type { FieldNode, FormTree, NodeBase, ReferenceNode } from "@/lib/forms/field-node";
import { labelFromModel } from "@/lib/forms/labels";
import { nodeBase, unknownNode } from "@/lib/forms/node-base";
import {
  branchPlace,
  type Compilation,
  definitionPlace,
  isSecretPlace,
  isSecretText,
  type Place,
  propertyPlace,
} from "@/lib/forms/place";
import { linkTree } from "@/lib/forms/recursion";
import { createSchemaScope, type ResolvedSchema, resolveSchema } from "@/lib/forms/resolve-schema";
import { objectOf, textOf, textsOf } from "@/lib/forms/schema-view";
import { sortByOverlay, sortProperties } from "@/lib/forms/sort-fields";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "@/lib/json";
import { withBlockMaps } from "@/lib/secrets/block-maps";
import type { SecretPath } from "@/lib/secrets/tree";

const maxDepth = 30;

/**
 * The form of a block schema. `fields` are full: with the definitions of nested blocks and `block_schema_references`.
 * Pure and total: what it does not understand becomes a JSON editor that says why.
 */
export function compileForm(
  fields: JsonObject,
  overlays: Readonly<Record<string, FieldOverlay>>,
  extraSecrets: readonly SecretPath[] = [],
): FormTree {
  const scope = createSchemaScope(fields);
  // Pydantic writes a model that contains itself as a definition, to which the schema refers as a whole.
  const root = withBlockMaps(resolveSchema(fields, scope).schema);
  const compilation: Compilation = {
    ...scope,
    overlays,
    referenceSlugs: referenceSlugsOf(root),
    recursive: new Map(),
    compile: (schema, place) => compileNode(schema, place, compilation),
  };
  const listed = textsOf(root, "secret_fields").map((path): SecretPath => path.split("."));
  const secrets = [...listed, ...extraSecrets];
  const required = textsOf(root, "required");
  const nodes = sortProperties(objectOf(root, "properties") ?? new Map()).map(([key, schema]) => {
    const below = secrets.flatMap((path) => (path[0] === key ? [path.slice(1)] : []));
    return compilation.compile(schema, {
      ...propertyPlace(undefined, key, required.includes(key)),
      secrets: below,
    });
  });
  const ordered = sortByOverlay(nodes, overlays);
  const definitions = [...compilation.recursive].flatMap(([name, node]) =>
    node ? [[name, node] as const] : [],
  );
  return linkTree({
    fields: [...ordered.filter((node) => !node.isAdvanced), ...ordered.filter((node) => node.isAdvanced)],
    ...(definitions.length > 0 && { definitions: Object.fromEntries(definitions) }),
  });
}

function compileNode(schema: JsonObject, place: Place, compilation: Compilation): FieldNode {
  const resolved = resolveSchema(schema, compilation);
  const reference = compileReference(resolved, place, compilation);
  if (reference && place.isTopLevel) return reference;
  const isAgain = resolved.definitionNames.some((name) => place.entered.includes(name));
  return reference && !isAgain
    ? compileNestedBlock(reference, resolved, place, compilation)
    : compileValue(resolved, place, compilation);
}

/**
 * A block below the top level: clients write those out, and people choose saved ones. (At the top level what clients
 * write out is rare, and kept as it is.)
 */
function compileNestedBlock(
  reference: ReferenceNode,
  resolved: ResolvedSchema,
  place: Place,
  compilation: Compilation,
): FieldNode {
  const written = compileValue(resolved, branchPlace(place, 1), compilation);
  const label = `${labelFromModel(resolved.modelTitle ?? "Block")}, written out here`;
  const { defaultJson: _json, defaultLabel: _label, ...base } = nodeBase(new Map(), place, compilation);
  const saved: ReferenceNode = { ...reference, key: "", id: branchPlace(place, 0).id, required: true };
  return {
    ...base,
    label: reference.label,
    kind: "union",
    branches: [
      { label: "Saved block", hint: "", node: { ...saved, label: "Saved block" } },
      { label, hint: "", node: { ...written, label } },
    ],
  };
}

function compileValue(resolved: ResolvedSchema, place: Place, compilation: Compilation): FieldNode {
  const base = nodeBase(resolved.schema, place, compilation);
  if (resolved.problem !== undefined) return unknownNode(base, resolved.schema, resolved.problem);
  if (place.depth > maxDepth)
    return unknownNode(base, resolved.schema, "It is nested too deeply for a form.");
  if (resolved.definitionNames.some((name) => place.enteredHere.includes(name))) {
    const name = resolved.modelTitle ?? place.label;
    return unknownNode(base, resolved.schema, `${name} contains itself, without end.`);
  }
  const again = resolved.definitionNames.find((name) => place.entered.includes(name));
  if (again !== undefined) return compileRecursive(again, resolved, { base, place, compilation });
  return compileResolved(resolved, enter(place, resolved), compilation);
}

function compileResolved(resolved: ResolvedSchema, place: Place, compilation: Compilation): FieldNode {
  const { schema } = resolved;
  const alternatives = unionOptions(schema);
  const isText = alternatives.length === 0 && structureOf(schema) === "scalar";
  const isSecret = isSecretPlace(place) || (isText && isSecretText(place)) || isSecretSchema(schema);
  const options = isSecret ? alternatives : optionsAt(schema, place);
  if (isSecret && !isStructured(schema, options)) {
    const overlay = compilation.overlays[place.path];
    return {
      ...nodeBase(schema, place, compilation),
      kind: "secret",
      multiline: overlay?.multiline === true,
      ...(isNumeric(schema) && { isNumber: true }),
    };
  }
  const inner = isSecret ? { ...place, secrets: [[]] } : place;
  if (options.length > 0) return compileUnion(schema, options, inner, compilation);
  if (schema.has("enum") || schema.has("const")) return compileScalar(resolved, inner, compilation);
  switch (structureOf(schema)) {
    case "group":
      return compileGroup(resolved, inner, compilation);
    case "dict":
      return compileDict(schema, inner, compilation);
    case "list":
      return compileList(schema, inner, compilation);
    case "scalar":
      return compileScalar(resolved, inner, compilation);
  }
}

type Recursion = { readonly base: NodeBase; readonly place: Place; readonly compilation: Compilation };

/** A definition inside itself: it is compiled once more, by itself, and this place points to it. */
function compileRecursive(
  name: string,
  { modelTitle }: ResolvedSchema,
  { base, place, compilation }: Recursion,
): FieldNode {
  // What is secret inside depends on the way by which it was reached, and so does what has to be stored.
  const variant = [
    ...(place.secrets.length > 0 ? [place.secrets] : []),
    ...(place.isBranch ? ["branch"] : []),
  ];
  const definition = variant.length > 0 ? `${name} ${JSON.stringify(variant)}` : name;
  if (!compilation.recursive.has(definition)) {
    compilation.recursive.set(definition, undefined);
    const node = compilation.compile(new Map([["$ref", name]]), definitionPlace(definition, place));
    compilation.recursive.set(definition, node);
  }
  return { ...base, kind: "recursive", definition, modelLabel: labelFromModel(modelTitle ?? name) };
}

/** The place as seen from inside: a model brings secrets of its own, and must not be entered again. */
function enter(place: Place, { schema, definitionNames }: ResolvedSchema): Place {
  const own = textsOf(schema, "secret_fields").map((path) => path.split("."));
  return {
    ...place,
    entered: [...place.entered, ...definitionNames],
    enteredHere: [...place.enteredHere, ...definitionNames],
    secrets: [...place.secrets, ...own],
  };
}

function compileReference(
  { schema, blockTypeSlug, problem }: ResolvedSchema,
  place: Place,
  compilation: Compilation,
): ReferenceNode | undefined {
  // A branch has no key: it is one of the listed types, while its field takes all of them.
  const listed = compilation.referenceSlugs.get(place.path) ?? [];
  const slugs = blockTypeSlug === undefined ? (problem === undefined ? [] : listed) : [blockTypeSlug];
  if (slugs.length === 0) return undefined;
  const all = place.key === "" ? slugs : [...new Set([...listed, ...slugs])];
  return { ...nodeBase(schema, place, compilation), kind: "reference", blockTypeSlugs: all };
}

function referenceSlugsOf(fields: JsonObject): ReadonlyMap<string, readonly string[]> {
  const references = objectOf(fields, "block_schema_references") ?? new Map<string, Json>();
  const entries = [...references].map(([key, value]): [string, readonly string[]] => {
    const items = isJsonArray(value) ? value : [value];
    const slugs = items.flatMap((item) =>
      isJsonObject(item) ? (textOf(item, "block_type_slug") ?? []) : [],
    );
    return [key, [...new Set(slugs)]];
  });
  return new Map(entries);
}

function isSecretSchema(schema: JsonObject): boolean {
  return schema.get("writeOnly") === true || schema.get("format") === "password";
}

function isNumeric(schema: JsonObject): boolean {
  const type = textOf(schema, "type");
  return type === "integer" || type === "number";
}

/** A secret with structure keeps it (a list of keys, a dict of tokens): each of its values is secret. */
function isStructured(schema: JsonObject, options: readonly JsonObject[]): boolean {
  if (options.length === 1) return options.every((option) => structureOf(option) !== "scalar");
  return options.length === 0 && structureOf(schema) !== "scalar";
}

function structureOf(schema: JsonObject): "group" | "dict" | "list" | "scalar" {
  const type = textOf(schema, "type");
  const properties = objectOf(schema, "properties");
  if (type === "array" || (type === undefined && (schema.has("items") || schema.has("prefixItems")))) {
    return "list";
  }
  const isObject =
    properties || objectOf(schema, "patternProperties") || isJsonObject(schema.get("additionalProperties"));
  if (type !== "object" && (type !== undefined || !isObject)) return "scalar";
  return properties && properties.size > 0 ? "group" : "dict";
}
