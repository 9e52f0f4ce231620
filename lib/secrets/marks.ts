import { isJsonArray, isJsonObject, type Json, type JsonObject, printJson } from "@/lib/json";
import { isCredentialName } from "@/lib/secrets/credential-name";
import { anyKey, credentialKeys, type SecretPath, textItself } from "@/lib/secrets/tree";

export type SecretChange = {
  /** Of the document before the change. */
  readonly marks: readonly SecretPath[];
  /** All that was secret before: by the schema then, and by the marks. */
  readonly previousPaths: readonly SecretPath[];
  readonly previousData: JsonObject;
  readonly nextData: JsonObject;
  /** What the schema of the changed document says is secret. */
  readonly schemaPaths: readonly SecretPath[];
};

/**
 * The marks of a document after a change: a value that was stored as a secret stays one when the schema, another one
 * now, calls its place plain or does not know it. A place where only new values stand is left to the schema, and a mark
 * goes when nothing is left at its place.
 */
export function nextSecretMarks(change: SecretChange): readonly SecretPath[] {
  const { marks, previousPaths, previousData, nextData, schemaPaths } = change;
  const kept = marks.filter((path) => partsAt(nextData, path).length > 0);
  const moved = previousPaths.filter((path) => isStillThere(previousData, nextData, path));
  return unique([...kept, ...moved]).filter(
    (path) => !schemaPaths.some((schemaPath) => covers(schemaPath, path)),
  );
}

/** Compares whatever stands at the path, wherever it stands there: items of a list may have moved. */
function isStillThere(previous: Json, next: Json, path: SecretPath): boolean {
  const parts = new Set(partsAt(previous, path));
  return parts.size > 0 && partsAt(next, path).some((part) => parts.has(part));
}

/** The values at a path and everything in them, printed; without those that say nothing. */
function partsAt(value: Json | undefined, path: SecretPath): readonly string[] {
  if (value === undefined) return [];
  const [key, ...rest] = path;
  if (key === undefined || key === "*") return partsOf(value);
  if (isJsonArray(value)) return value.flatMap((item) => partsAt(item, path));
  if (!isJsonObject(value)) return isLonePart(value, path) ? partsOf(value) : [];
  if (key === credentialKeys) {
    return [...value].flatMap(([name, item]) =>
      isCredentialName(name) ? partsOf(item) : partsAt(item, path),
    );
  }
  if (key === textItself) return [];
  if (key === anyKey) return [...value.values()].flatMap((item) => partsAt(item, rest));
  return partsAt(value.get(key), rest);
}

function isLonePart(value: Json, [key, ...rest]: SecretPath): boolean {
  if (rest.length > 0) return false;
  return key === anyKey || (key === textItself && typeof value === "string");
}

function partsOf(value: Json): readonly string[] {
  const printed = printJson(value);
  return isNothing(printed) ? [] : [printed, ...leavesOf(value)];
}

function leavesOf(value: Json): readonly string[] {
  if (isJsonArray(value)) return value.flatMap(leavesOf);
  if (isJsonObject(value)) return [...value.values()].flatMap(leavesOf);
  const printed = printJson(value);
  return isNothing(printed) ? [] : [printed];
}

function isNothing(printed: string): boolean {
  return ["null", '""', "[]", "{}"].includes(printed);
}

/** True when everything that `path` hides is hidden by `wider` too. */
function covers(wider: SecretPath, path: SecretPath): boolean {
  const end = wider.findIndex((key, index) => key === "*" || !leadsTo(key, path[index]));
  if (end < 0) return true;
  if (wider[end] === credentialKeys) return path.slice(end).some(isCredential);
  // A `*` leaves the keys of its place visible: that is less than the whole value.
  return wider[end] === "*" && end < path.length;
}

/** What lies below a credential is hidden with it. */
function isCredential(key: SecretPath[number]): boolean {
  return key === credentialKeys || (typeof key === "string" && isCredentialName(key));
}

/** A key of a path hides what another path has at its place. */
function leadsTo(wider: SecretPath[number], key: SecretPath[number] | undefined): boolean {
  return wider === key || (wider === anyKey && key !== undefined && key !== "*");
}

function unique(paths: readonly SecretPath[]): readonly SecretPath[] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}
