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
  /** What of this value is secret, relative to it. */
  readonly secrets: readonly SecretPath[];
};

/** What one compilation works with. `compile` is passed along, so that the parts need not import each other. */
export type Compilation = SchemaScope & {
  readonly overlays: Readonly<Record<string, FieldOverlay>>;
  /** Block types that a top-level property takes, from `block_schema_references`. */
  readonly referenceSlugs: ReadonlyMap<string, readonly string[]>;
  readonly compile: (schema: JsonObject, place: Place) => FieldNode;
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
      entered: [],
      secrets: [],
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
    secrets: secretsBelow(parent.secrets, key),
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
    secrets: isSecret ? [[]] : below,
  };
}

/** One way to fill in a field. Chosen, it has to be filled in. */
export function branchPlace(parent: Place, index: number): Place {
  return { ...parent, key: "", id: `${parent.id}/~branch${index}`, required: true, depth: parent.depth + 1 };
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
