import type { Edit } from "@/lib/forms/edit";
import { readJson } from "@/lib/forms/json-text";
import { isJsonArray, isJsonObject, isSameJson, type Json, printJson } from "@/lib/json";
import { MASK } from "@/lib/secrets/secret";

/**
 * What a person changed in a text of JSON. Where the text as loaded holds masks, the edit goes into the structure, so
 * that a mask left alone keeps the secret behind it; a list item with a mask is kept only where it is surely the same
 * item. A mask that stands for nothing ends up in what is set: `misplacesMask` finds it.
 */
export function editJson(initial: Json | undefined, current: Json): Edit | undefined {
  if (isSameJson(initial, current)) return undefined;
  if (initial === undefined || !containsMask(initial)) return set(current);
  if (isJsonObject(initial) && isJsonObject(current)) {
    const rows = [...current].map(([key, value]) => {
      const stored = initial.get(key);
      if (stored === undefined) return { key, from: null, edit: set(value) };
      return { key, from: key, edit: editJson(stored, value) ?? keep };
    });
    return { do: "rows", rows };
  }
  return isJsonArray(initial) && isJsonArray(current) ? editItems(initial, current) : set(current);
}

const keep: Edit = { do: "keep" };

function set(value: Json): Edit {
  return { do: "set", json: printJson(value) };
}

function editItems(initial: readonly Json[], current: readonly Json[]): Edit {
  if (hasMaskedTwins(initial)) return set(current);
  const changed = current.filter((item, index) => !isSameJson(initial[index], item));
  const isInPlace = initial.length === current.length && changed.length === 1;
  const left = new Set(initial.keys());
  const items = current.map((item, index) => {
    const from = isInPlace ? index : findSame(initial, item, index, left);
    if (from === undefined) return { from: null, edit: set(item) };
    left.delete(from);
    return { from, edit: editJson(initial[from], item) ?? keep };
  });
  return { do: "items", items };
}

/** Items that read the same and hold different secrets: nobody can tell which one was moved or removed. */
function hasMaskedTwins(items: readonly Json[]): boolean {
  const masked = items.filter(containsMask).map(printJson);
  return new Set(masked).size < masked.length;
}

/** The stored item that reads the same; the one in the same place first. */
function findSame(
  initial: readonly Json[],
  item: Json,
  index: number,
  left: ReadonlySet<number>,
): number | undefined {
  const same = [...left].filter((candidate) => isSameJson(initial[candidate], item));
  return same.includes(index) ? index : same[0];
}

/** Whether the text as it is now would store a mask as if it were a value. Without hidden values, asterisks are text. */
export function misplacesMask(initial: Json | undefined, current: Json): boolean {
  if (initial === undefined || !containsMask(initial)) return false;
  const edit = editJson(initial, current);
  return edit !== undefined && setsMask(edit);
}

/** Whether a mask stands in it as a text. */
export function containsMask(value: Json): boolean {
  if (typeof value === "string") return value.includes(MASK);
  if (isJsonArray(value)) return value.some(containsMask);
  return isJsonObject(value) && [...value.values()].some(containsMask);
}

function setsMask(edit: Edit): boolean {
  switch (edit.do) {
    case "set":
      return containsMask(readJson(edit.json) ?? null);
    case "rows":
      return edit.rows.some((row) => setsMask(row.edit));
    case "items":
      return edit.items.some((item) => setsMask(item.edit));
    case "patch":
      return edit.entries.some((entry) => setsMask(entry.edit));
    default:
      return false;
  }
}
