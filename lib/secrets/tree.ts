import { DomainError } from "@/lib/errors";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonNumber,
  type JsonObject,
  printJson,
} from "@/lib/json";
import { isCredentialName } from "@/lib/secrets/credential-name";
import { MASK } from "@/lib/secrets/secret";

/** In a path: whatever the key is. No text, for any text may be a key. */
export const anyKey = null;

/** The last part of a path: every key at and below its place that reads like the name of a credential. */
export const credentialKeys = true;

/** The last part of a path: the value itself where it is a text, and nothing of it where it is anything else. */
export const textItself = false;

/**
 * Where secrets are: a path of keys from the root of a document's data. `*` stands for every key at and below its
 * place, as clients write it; `anyKey` for every key at its place only, as a schema says it of a map. Lists are passed
 * through: `["keys"]` and `["items", "token"]` reach into each item.
 */
export type SecretPath = readonly (string | typeof anyKey | typeof credentialKeys | typeof textItself)[];

/** JSON whose secret values are gone: what is left of one is that it is set. */
export type MaskedLeaf = { readonly masked: true };
export type Masked =
  | null
  | boolean
  | string
  | JsonNumber
  | MaskedLeaf
  | readonly Masked[]
  | ReadonlyMap<string, Masked>;

const masked: MaskedLeaf = { masked: true };

export function isMasked(value: Masked | undefined): value is MaskedLeaf {
  return typeof value === "object" && value !== null && "masked" in value;
}

/**
 * Takes every secret out of a document's data. A whole value at a secret path is masked, whatever its type (the
 * original leaks objects and list items there); null stays null, for it says "not set", but not below a `*`.
 */
export function maskData(data: Json, paths: readonly SecretPath[]): Masked {
  if (paths.length === 0) return unmasked(data);
  if (paths.some((path) => path[0] === "*")) return maskBelow(data, paths);
  if (paths.some((path) => path.length === 0)) return data === null ? null : masked;
  if (isJsonArray(data)) return data.map((item) => maskData(item, paths));
  if (!isJsonObject(data)) return isLoneSecret(data, paths) ? masked : data;
  const result = new Map<string, Masked>();
  for (const [key, item] of data) {
    result.set(key, maskData(item, pathsTo(paths, key)));
  }
  return result;
}

const nowhere: readonly SecretPath[] = [];

/** Most keys lead to no secret: no list is made for those. */
function pathsTo(paths: readonly SecretPath[], key: string): readonly SecretPath[] {
  let found: SecretPath[] | undefined;
  for (const path of paths) {
    const rest = restOf(path, key);
    if (!rest) continue;
    found ??= [];
    found.push(rest);
  }
  return found ?? nowhere;
}

const wholeValue: SecretPath = [];

/** What a path says about the value at `key`; undefined: nothing. */
function restOf(path: SecretPath, key: string): SecretPath | undefined {
  const [first] = path;
  if (first === credentialKeys) return isCredentialName(key) ? wholeValue : path;
  return first === key || first === anyKey ? path.slice(1) : undefined;
}

/** Where a map of secrets belongs, a lone value is one of them. */
function isLoneSecret(data: Json, paths: readonly SecretPath[]): boolean {
  if (data === null) return false;
  const isText = typeof data === "string";
  return paths.some(
    (path) => path.length === 1 && (path[0] === anyKey || (isText && path[0] === textItself)),
  );
}

/** At a `*`: keys stay visible, values do not; a value without keys is masked as a whole. */
function maskBelow(data: Json, paths: readonly SecretPath[]): Masked {
  const isExact = paths.some((path) => path.length === 0);
  if (isExact || !isJsonObject(data) || data.size === 0) return masked;
  return new Map([...data].map(([key, item]) => [key, maskBelow(item, [["*"]])]));
}

function unmasked(value: Json): Masked {
  return value;
}

/** The form in which masked data leaves the server: eight asterisks for each secret. */
export function toMaskedJson(value: Masked): Json {
  if (isMasked(value)) return MASK;
  if (value === null || typeof value !== "object" || "number" in value) return value;
  if (value instanceof Map) {
    const shown = new Map<string, Json>();
    for (const [key, item] of value) shown.set(key, toMaskedJson(item));
    return shown;
  }
  return (value as readonly Masked[]).map(toMaskedJson);
}

/** Prints what `toMaskedJson` makes, without making it: lists of blocks pass here. */
export function printMasked(value: Masked): string {
  if (isMasked(value)) return printedMask;
  if (value instanceof Map) {
    let text = "";
    for (const [key, item] of value) {
      text += `${text === "" ? "{" : ","}${JSON.stringify(key)}:${printMasked(item)}`;
    }
    return text === "" ? "{}" : `${text}}`;
  }
  return Array.isArray(value) ? `[${value.map(printMasked).join(",")}]` : printJson(toMaskedJson(value));
}

const printedMask = JSON.stringify(MASK);

/**
 * Prefect's rule for clients that send a document back: where the stored value is a secret, an incoming value that is
 * exactly the mask means "unchanged". At an exact path where nothing is stored a mask is kept as the text it is. Below a
 * `*` or any key of a map, or inside a value that is secret as a whole, that would store stars for a secret that somebody
 * meant to move or to rename, so it is refused. List items are compared by index.
 * @throws DomainError invalid that names every place of such a mask.
 */
export function keepMaskedValues(
  current: JsonObject,
  incoming: JsonObject,
  paths: readonly SecretPath[],
): JsonObject {
  const lost: Place[] = [];
  const kept = keepBelow(current, incoming, { paths, at: [], lost, isWild: false });
  if (lost.length === 0) return kept;
  const issues = lost.map((place) => ({ path: ["data", ...place], message: nothingToKeep }));
  throw new DomainError("invalid", nothingToKeep, { issues });
}

const nothingToKeep = `"${MASK}" stands for a stored secret, and none is stored here. Send the value itself, or leave the key out.`;

const wildcards: ReadonlySet<SecretPath[number]> = new Set(["*", anyKey, credentialKeys]);

type Place = readonly (string | number)[];
type Visit = {
  readonly paths: readonly SecretPath[];
  readonly at: Place;
  readonly lost: Place[];
  /** Below a wildcard, where a mask for nothing is lost. */
  readonly isWild: boolean;
};

function keepBelow(current: Json | undefined, incoming: JsonObject, visit: Visit): JsonObject {
  const known: JsonObject = isJsonObject(current) ? current : new Map();
  const isWild = visit.isWild || visit.paths.some(([first]) => first !== undefined && wildcards.has(first));
  return new Map(
    [...incoming].map(([key, item]) => {
      const below = { ...visit, paths: pathsBelow(visit.paths, key), at: [...visit.at, key], isWild };
      return [key, keepValue(known.get(key), item, below)];
    }),
  );
}

function keepValue(current: Json | undefined, incoming: Json, visit: Visit): Json {
  if (visit.paths.length === 0) return incoming;
  if (incoming === MASK) return unmask(current, visit);
  if (isJsonObject(incoming)) return keepBelow(current, incoming, visit);
  if (!isJsonArray(incoming)) return incoming;
  const items = isJsonArray(current) ? current : [];
  return incoming.map((item, index) => keepValue(items[index], item, { ...visit, at: [...visit.at, index] }));
}

/** Below a `*` null is masked too, so it comes back; at an exact path null was shown as null. */
function unmask(current: Json | undefined, { paths, at, lost, isWild }: Visit): Json {
  const isBelowStar = paths.some(([first]) => first === "*");
  const isLone = isLoneSecret(current ?? MASK, paths);
  const isSecret = isBelowStar || isLone || paths.some((path) => path.length === 0);
  if (!isSecret) return MASK;
  if (current === undefined && (isBelowStar || isWild)) lost.push(at);
  if (current === null) return isBelowStar ? null : MASK;
  return current ?? MASK;
}

/** What the paths say about the value at `key`: all of it is secret where the value around it is. */
export function pathsBelow(paths: readonly SecretPath[], key: string): readonly SecretPath[] {
  let found: SecretPath[] | undefined;
  for (const path of paths) {
    const isInside = path.length === 0 || path[0] === "*";
    const rest = isInside ? everythingBelow : restOf(path, key);
    if (!rest) continue;
    found ??= [];
    found.push(rest);
  }
  return found ?? nowhere;
}

const everythingBelow: SecretPath = ["*"];
