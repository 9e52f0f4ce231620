import type { FieldOverlay } from "@/lib/catalog/define-block-type";
import type { FieldNode } from "@/lib/forms/field-node";
import type { SchemaScope } from "@/lib/forms/resolve-schema";
import type { JsonObject } from "@/lib/json";
import { isCredentialName } from "@/lib/secrets/credential-name";
import { credentialKeys, type SecretPath, textItself } from "@/lib/secrets/tree";

/** Where in the form a schema stands. */
export type Place = {
  readonly key: string;
  readonly id: string;
  /** Used where the schema has no title. */
  readonly label: string;
  /** Property path of the overlay: "image_registry.username". Rows and branches have the path of their field. */
  readonly path: string;
  readonly required: boolean;
  /** A property of the block itself: only there Prefect knows references. */
  readonly isTopLevel: boolean;
  readonly depth: number;
  /** Definitions around it, to find recursion. */
  readonly entered: readonly string[];
  /** Those of them that stand for the very same value: a definition that comes to itself through these has no end. */
  readonly enteredHere: readonly string[];
  /** One of several ways to fill in a field. */
  readonly isBranch: boolean;
  /** A property of an object that is such a way: a fixed value here tells it from the others. */
  readonly tellsApart: boolean;
  /** What of this value is secret, relative to it. */
  readonly secrets: readonly SecretPath[];
};

/** What one compilation works with. `compile` is passed along, so that the parts need not import each other. */
export type Compilation = SchemaScope & {
  readonly overlays: Readonly<Record<string, FieldOverlay>>;
  /** Block types that a top-level property takes, from `block_schema_references`. */
  readonly referenceSlugs: ReadonlyMap<string, readonly string[]>;
  readonly compile: (schema: JsonObject, place: Place) => FieldNode;
  /** Where the definitions that contain themselves gather; undefined stands for one that is just being compiled. */
  readonly recursive: Map<string, FieldNode | undefined>;
};

/** A property inside an object. */
export function propertyPlace(parent: Place | undefined, key: string, required: boolean): Place {
  const segment = escapeKey(key);
  if (!parent) {
    return {
      key,
      id: segment,
      label: "",
      path: key,
      required,
      isTopLevel: true,
      depth: 0,
      secrets: [],
      ...newSurroundings,
    };
  }
  return {
    key,
    id: `${parent.id}/${segment}`,
    label: "",
    path: `${parent.path}.${key}`,
    required,
    isTopLevel: false,
    depth: parent.depth + 1,
    entered: parent.entered,
    enteredHere: [],
    isBranch: false,
    tellsApart: parent.isBranch,
    secrets: secretsBelow(parent.secrets, key),
  };
}

const newSurroundings = { entered: [], enteredHere: [], isBranch: false, tellsApart: false } as const;

/** A definition by itself, as a place of its own: whoever refers to it brings label and texts. */
export function definitionPlace(name: string, at: Place): Place {
  return {
    ...newSurroundings,
    key: "",
    id: `~${escapeKey(name)}`,
    label: at.label,
    path: `~${name}`,
    required: false,
    isTopLevel: false,
    depth: 0,
    secrets: at.secrets,
    isBranch: at.isBranch,
  };
}

/** A row or a value inside a list or dict, which has no key of its own. */
export function innerPlace(parent: Place, segment: "~item" | "~value", label: string): Place {
  const isSecret = parent.secrets.some((path) => path.length === 0 || path[0] === "*");
  const below =
    segment === "~item" ? parent.secrets : parent.secrets.filter(([first]) => first === credentialKeys);
  return {
    ...parent,
    key: "",
    id: `${parent.id}/${segment}`,
    label,
    required: false,
    isTopLevel: false,
    depth: parent.depth + 1,
    enteredHere: [],
    isBranch: false,
    tellsApart: false,
    secrets: isSecret ? [[]] : below,
  };
}

/** A place in a tuple: known by its number, and a field of its own. */
export function tuplePlace(parent: Place, index: number, required: boolean): Place {
  const label = `Item ${index + 1}`;
  const inner = innerPlace(parent, "~item", label);
  return {
    ...inner,
    key: String(index),
    id: `${parent.id}/${index}`,
    path: `${parent.path}.${index}`,
    required,
  };
}

/** One way to fill in a field. Chosen, it has to be filled in. */
export function branchPlace(parent: Place, index: number): Place {
  return {
    ...parent,
    key: "",
    id: `${parent.id}/~branch${index}`,
    required: true,
    depth: parent.depth + 1,
    isBranch: true,
    tellsApart: false,
  };
}

export function isSecretPlace(place: Place): boolean {
  return place.secrets.some((path) => path.length === 0);
}

/** Whether a text is secret here, where another kind of value would not be. */
export function isSecretText(place: Place): boolean {
  return place.secrets.some(([first]) => first === textItself);
}

/** Whether every key that reads like a credential is secret here. */
export function hidesCredentials(place: Place): boolean {
  return place.secrets.some(([first]) => first === credentialKeys);
}

/** Below a secret, and below `*`, everything is secret. */
function secretsBelow(secrets: readonly SecretPath[], key: string): readonly SecretPath[] {
  return secrets.flatMap((path) => {
    if (path.length === 0 || path[0] === "*") return [[]];
    if (path[0] === credentialKeys) return [isCredentialName(key) ? [] : path];
    return path[0] === key ? [path.slice(1)] : [];
  });
}

/** JSON pointer escaping, and no white space, for ids are listed in `aria-describedby`. */
function escapeKey(key: string): string {
  return key
    .replaceAll("~", "~0")
    .replaceAll("/", "~1")
    .replace(/\s/g, (space) => `~x${space.codePointAt(0)}.`);
}
