import { DomainError } from "@/lib/errors";
import type { Edit } from "@/lib/forms/edit";
import { type JsonNumber, parseJson } from "@/lib/json";
import { isTreeList, isTreeMap, replaceAt, type Tree } from "@/lib/json-places";

type Plain = null | boolean | string | JsonNumber;
/** JSON, with whatever stands for a block in it. */
type Value<Block> = Tree<Block | Plain>;

/**
 * Applies an edit to a stored value; undefined means "not there", before and after. What the edit does not touch comes
 * out as it was: same keys, same order, same number notation. `placeBlock` makes what stands at the place of a block;
 * without it a block leaves nothing.
 * @throws DomainError `conflict` when the edit speaks of something that is not stored, `invalid` when it contradicts itself.
 */
export function applyEdit<Block = never>(
  current: Value<Block> | undefined,
  edit: Edit,
  placeBlock: PlaceBlock<Block> = () => undefined,
): Value<Block> | undefined {
  switch (edit.do) {
    case "keep":
      return current;
    case "clear":
      return undefined;
    case "reference":
      return placeBlock(edit.documentId);
    case "set": {
      const blocks = edit.blocks?.map(({ at, documentId }) => [at, placeBlock(documentId)] as const);
      const value: Value<Block> = parseJson(edit.json);
      return blocks ? replaceAt<Block | Plain>(value, new Map(blocks)) : value;
    }
    case "patch":
      return applyPatch(objectAt(current), edit.entries, placeBlock);
    case "rows":
      return applyRows(objectAt(current), edit.rows, placeBlock);
    case "items":
      return applyItems(current, edit.items, placeBlock);
  }
}

type PlaceBlock<Block> = (documentId: string) => Block | undefined;
type Entries<Block> = ReadonlyMap<string, Value<Block>>;

type PatchEntries = Extract<Edit, { do: "patch" }>["entries"];
type Rows = Extract<Edit, { do: "rows" }>["rows"];
type Items = Extract<Edit, { do: "items" }>["items"];

function applyPatch<Block>(
  current: Entries<Block>,
  entries: PatchEntries,
  placeBlock: PlaceBlock<Block>,
): Value<Block> {
  refuseTwins(entries.map((entry) => entry.key));
  refuseTwins(entries.flatMap((entry) => entry.from ?? []));
  const next = new Map(current);
  for (const { key, from, edit } of entries) {
    if (from !== undefined && !current.has(from)) throw changedMeanwhile();
    const value = applyEdit(current.get(from ?? key), edit, placeBlock);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  }
  return next;
}

function applyRows<Block>(current: Entries<Block>, rows: Rows, placeBlock: PlaceBlock<Block>): Value<Block> {
  refuseTwins(rows.map((row) => row.key));
  refuseTwins(rows.flatMap((row) => row.from ?? []));
  const next = new Map<string, Value<Block>>();
  for (const { key, from, edit } of rows) {
    if (from !== null && !current.has(from)) throw changedMeanwhile();
    const value = applyEdit(from === null ? undefined : current.get(from), edit, placeBlock);
    if (value !== undefined) next.set(key, value);
  }
  return next;
}

function applyItems<Block>(
  current: Value<Block> | undefined,
  items: Items,
  placeBlock: PlaceBlock<Block>,
): Value<Block> {
  const stored = itemsOf(current);
  refuseTwins(items.flatMap((item) => item.from ?? []));
  return items.flatMap(({ from, edit }) => {
    if (from !== null && stored[from] === undefined) throw changedMeanwhile();
    const value = applyEdit(from === null ? undefined : stored[from], edit, placeBlock);
    // A list in a list stays one item.
    return value === undefined ? [] : [value];
  });
}

function itemsOf<Block>(current: Value<Block> | undefined): readonly Value<Block>[] {
  if (current === undefined || current === null) return [];
  if (isTreeList<Block | Plain>(current)) return current;
  throw changedMeanwhile();
}

/** Null counts as "not there": a client wrote it for a field that nobody set. */
function objectAt<Block>(current: Value<Block> | undefined): Entries<Block> {
  if (current === undefined || current === null) return new Map();
  if (isTreeMap<Block | Plain>(current)) return current;
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
