// A document's data with the blocks to which it refers at their places: so they can be moved, replaced and removed like
// values. Stored are the two apart: data with null at such places, and rows that name them.
import type { BlockDocumentReference, LostBlock, LostReference } from "@/lib/blocks/model";
import type { BlockDocumentId } from "@/lib/ids";
import type { Json, JsonNumber, JsonObject } from "@/lib/json";
import { pointerTo, replaceAt, type Tree } from "@/lib/json-places";

/** A block in the place of a value, or what is known of one that is deleted. */
export type PlacedBlock = { readonly childId: BlockDocumentId } | { readonly lost: LostBlock };
export type PlacedJson = Tree<PlacedBlock | null | boolean | string | JsonNumber>;
export type PlacedObject = ReadonlyMap<string, PlacedJson>;

export type PlacedRows = {
  readonly references: readonly BlockDocumentReference[];
  readonly lost: readonly LostReference[];
};

/** Own keys first, then blocks in fields of their own, as everybody reads them. */
export function placeBlocks(data: JsonObject, { references, lost }: PlacedRows): PlacedObject {
  const placed = new Map<string, PlacedJson>(data);
  const rows = [
    ...references.map(({ name, path, childId }) => ({ name, path, block: { childId } })),
    ...lost.map((row) => ({ name: row.name, path: row.path, block: { lost: row.lost } })),
  ];
  for (const [name, ofKey] of Map.groupBy(rows, (row) => row.name)) {
    const [whole] = ofKey.filter(({ path }) => path === undefined);
    const value = whole?.block ?? placed.get(name);
    const places = new Map(ofKey.flatMap(({ path, block }) => (path === undefined ? [] : [[path, block]])));
    if (value !== undefined) placed.set(name, replaceAt<PlacedLeaf>(value, places));
  }
  return placed;
}

type PlacedLeaf = PlacedBlock | null | boolean | string | JsonNumber;

/** Without what is known of deleted blocks: a copy begins afresh. */
export function removeLost(placed: PlacedObject): PlacedObject {
  return new Map(
    [...placed].flatMap(([key, value]) => withoutLost(value).map((left) => [key, left] as const)),
  );
}

function withoutLost(value: PlacedJson): readonly PlacedJson[] {
  if (isPlacedBlock(value)) return "lost" in value ? [] : [value];
  if (isPlacedList(value)) return [value.flatMap(withoutLost)];
  return [isPlacedObject(value) ? removeLost(value) : value];
}

/** The two apart again. */
export function splitPlaced(
  parentId: BlockDocumentId,
  placed: PlacedObject,
): PlacedRows & { readonly data: JsonObject } {
  const data = new Map<string, Json>();
  const references: BlockDocumentReference[] = [];
  const lost: LostReference[] = [];
  const note = (name: string, path: string, block: PlacedBlock) => {
    const place = { parentId, name, ...(path !== "" && { path }) };
    if ("lost" in block) lost.push({ ...place, lost: block.lost });
    else references.push({ ...place, childId: block.childId });
  };
  for (const [name, value] of placed) {
    if (isPlacedBlock(value)) note(name, "", value);
    else
      data.set(
        name,
        takeOut(value, "", (path, block) => note(name, path, block)),
      );
  }
  return { data, references, lost };
}

function takeOut(
  value: PlacedJson,
  pointer: string,
  note: (pointer: string, block: PlacedBlock) => void,
): Json {
  if (isPlacedBlock(value)) {
    note(pointer, value);
    return null;
  }
  if (isPlacedList(value)) return value.map((item, index) => takeOut(item, pointerTo(pointer, index), note));
  if (!isPlacedObject(value)) return value;
  return new Map([...value].map(([key, item]) => [key, takeOut(item, pointerTo(pointer, key), note)]));
}

export function isPlacedObject(value: PlacedJson | undefined): value is PlacedObject {
  return value instanceof Map;
}

function isPlacedList(value: PlacedJson): value is readonly PlacedJson[] {
  return Array.isArray(value);
}

/** No JSON value is such an object: JSON's own objects are Maps. */
function isPlacedBlock(value: PlacedJson): value is PlacedBlock {
  return typeof value === "object" && value !== null && ("childId" in value || "lost" in value);
}
