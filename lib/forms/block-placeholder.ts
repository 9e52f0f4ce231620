// Saved blocks inside a value that a form sends as a whole: the JSON has null at their places, and a list names them.
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "@/lib/json";
import { pointerTo } from "@/lib/json-places";

/** A block at a place of a value, `at` being a JSON pointer into it. */
export type BlockAt = { readonly at: string; readonly documentId: string };

const placeholders = new WeakMap<JsonObject, string>();

/** Stands for a block in a value that is put together; `splitPlaceholders` finds it by its identity. */
export function placeholderOf(documentId: string): JsonObject {
  const placeholder: JsonObject = new Map();
  placeholders.set(placeholder, documentId);
  return placeholder;
}

export function splitPlaceholders(value: Json): {
  readonly value: Json;
  readonly blocks: readonly BlockAt[];
} {
  const blocks: BlockAt[] = [];
  const take = (item: Json, at: string): Json => {
    if (isJsonArray(item)) return item.map((inner, index) => take(inner, pointerTo(at, index)));
    if (!isJsonObject(item)) return item;
    const documentId = placeholders.get(item);
    if (documentId === undefined) {
      return new Map([...item].map(([key, inner]) => [key, take(inner, pointerTo(at, key))]));
    }
    blocks.push({ at, documentId });
    return null;
  };
  return { value: take(value, ""), blocks };
}
