/** JSON with leaves of one's own: all values of JSON are such trees, and masked ones, and those with blocks in them. */
export type Tree<Leaf> = Leaf | readonly Tree<Leaf>[] | ReadonlyMap<string, Tree<Leaf>>;

/** The place of `key` below `pointer`, as a JSON pointer (RFC 6901). */
export function pointerTo(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/**
 * A copy in which something else stands at some places, or nothing where it is undefined. Places are JSON pointers into
 * the value as it is; those that it does not have are passed over.
 */
export function replaceAt<Leaf>(
  value: Tree<Leaf>,
  places: ReadonlyMap<string, Tree<Leaf> | undefined>,
  pointer = "",
): Tree<Leaf> {
  const entry = (key: string | number, item: Tree<Leaf>): Tree<Leaf> | undefined => {
    const place = pointerTo(pointer, key);
    return places.has(place) ? places.get(place) : replaceAt(item, places, place);
  };
  if (isTreeList(value)) {
    return value.map((item, index) => entry(index, item)).filter((item) => item !== undefined);
  }
  if (!isTreeMap(value)) return value;
  const next = new Map<string, Tree<Leaf>>();
  for (const [key, item] of value) {
    const replaced = entry(key, item);
    if (replaced !== undefined) next.set(key, replaced);
  }
  return next;
}

/** Like Array.isArray, for readonly lists. */
export function isTreeList<Leaf>(value: Tree<Leaf> | undefined): value is readonly Tree<Leaf>[] {
  return Array.isArray(value);
}

export function isTreeMap<Leaf>(value: Tree<Leaf> | undefined): value is ReadonlyMap<string, Tree<Leaf>> {
  return value instanceof Map;
}
