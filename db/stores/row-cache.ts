import "server-only";
import { LRUCache } from "lru-cache";
import type { Micros } from "@/lib/time";

export type RowVersion = { readonly id: string; readonly updated: Micros };
/** `size`: characters of text, by which the memory is bounded. */
export type ReadRow<Row> = { readonly row: Row; readonly size: number };
export type RowCache<Row> = (
  versions: readonly RowVersion[],
  read: (ids: readonly string[]) => Promise<readonly ReadRow<Row>[]>,
) => Promise<readonly Row[]>;

const mostCharacters = 16 * 1024 * 1024;

/**
 * Rows as they were parsed, by their id and the time of their last change. As long as that time stands, the same object
 * is answered: what others derive from it (printed JSON, places of secrets) they may remember by the object. One cache
 * may serve transactions too, for a change that is rolled back leaves a time that no committed row has.
 */
export function createRowCache<Row extends RowVersion>(): RowCache<Row> {
  const known = new LRUCache<string, ReadRow<Row>>({
    maxSize: mostCharacters,
    sizeCalculation: (entry) => entry.size + 1,
  });

  return async (versions, read) => {
    const found = new Map<string, Row>();
    const missing: string[] = [];
    for (const { id, updated } of versions) {
      const entry = known.get(id);
      if (entry?.row.updated === updated) found.set(id, entry.row);
      else missing.push(id);
    }
    for (const entry of missing.length > 0 ? await read(missing) : []) {
      known.set(entry.row.id, entry);
      found.set(entry.row.id, entry.row);
    }
    // A row that was deleted meanwhile is left out.
    return versions.flatMap(({ id }) => found.get(id) ?? []);
  };
}
