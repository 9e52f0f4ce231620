import { DomainError } from "@/lib/errors";
import type { Edit } from "@/lib/forms/edit";
import { isJsonArray, isJsonObject, type Json, type JsonObject, parseJson } from "@/lib/json";

/**
 * Applies an edit to a stored value; undefined means "not there", before and after. What the edit does not touch comes
 * out as it was: same keys, same order, same number notation. References are rows of their own: at their place nothing
 * stays in the data.
 * @throws DomainError `conflict` when the edit speaks of something that is not stored, `invalid` when it contradicts itself.
 */
export function applyEdit(current: Json | undefined, edit: Edit): Json | undefined {
  switch (edit.do) {
    case "keep":
      return current;
    case "clear":
    case "reference":
      return undefined;
    case "set":
      return parseJson(edit.json);
    case "patch":
      return applyPatch(objectAt(current), edit.entries);
    case "rows":
      return applyRows(objectAt(current), edit.rows);
    case "items":
      return applyItems(current, edit.items);
  }
}

type PatchEntries = Extract<Edit, { do: "patch" }>["entries"];
type Rows = Extract<Edit, { do: "rows" }>["rows"];
type Items = Extract<Edit, { do: "items" }>["items"];

function applyPatch(current: JsonObject, entries: PatchEntries): Json {
  refuseTwins(entries.map((entry) => entry.key));
  refuseTwins(entries.flatMap((entry) => entry.from ?? []));
  const next = new Map(current);
  for (const { key, from, edit } of entries) {
    if (from !== undefined && !current.has(from)) throw changedMeanwhile();
    const value = applyEdit(current.get(from ?? key), edit);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  }
  return next;
}

function applyRows(current: JsonObject, rows: Rows): Json {
  refuseTwins(rows.map((row) => row.key));
  refuseTwins(rows.flatMap((row) => row.from ?? []));
  const next = new Map<string, Json>();
  for (const { key, from, edit } of rows) {
    if (from !== null && !current.has(from)) throw changedMeanwhile();
    const value = applyEdit(from === null ? undefined : current.get(from), edit);
    if (value !== undefined) next.set(key, value);
  }
  return next;
}

function applyItems(current: Json | undefined, items: Items): Json {
  if (current !== undefined && current !== null && !isJsonArray(current)) throw changedMeanwhile();
  const stored = current ?? [];
  refuseTwins(items.flatMap((item) => item.from ?? []));
  return items.flatMap(({ from, edit }) => {
    if (from !== null && stored[from] === undefined) throw changedMeanwhile();
    const value = applyEdit(from === null ? undefined : stored[from], edit);
    // A list in a list stays one item.
    return value === undefined ? [] : [value];
  });
}

/** Null counts as "not there": a client wrote it for a field that nobody set. */
function objectAt(current: Json | undefined): JsonObject {
  if (current === undefined || current === null) return new Map();
  if (isJsonObject(current)) return current;
  throw changedMeanwhile();
}

function changedMeanwhile(): DomainError {
  return new DomainError(
    "conflict",
    "The form does not fit the stored block any more. Nothing was changed. Reload the form and enter the change again.",
  );
}

/** Two rows from one stored value would copy a secret; two rows with one key would lose a value. */
function refuseTwins(names: readonly (string | number)[]): void {
  if (new Set(names).size === names.length) return;
  throw new DomainError("invalid", "The form names one key or item twice. Give every row a key of its own.");
}
