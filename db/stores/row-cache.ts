import "server-only";
import { LRUCache } from "lru-cache";
import type { Micros } from "@/lib/time";

export type RowVersion = { readonly id: string; readonly updated: Micros };
/** `size`: characters of text, by which the memory is bounded. */
export type ReadRow<Row> = { readonly row: Row; readonly size: number };
/** How one connection reads: the versions of rows, and the rows themselves. */
export type RowSource<Row> = {
  /** False inside transactions: what they read may be rolled back, and another change may take the same version then. */
  readonly seesCommittedOnly: boolean;
  readonly changeToken: () => Promise<number | undefined>;
  readonly versions: (ids: readonly string[]) => Promise<readonly RowVersion[]>;
  readonly rows: (ids: readonly string[]) => Promise<readonly ReadRow<Row>[]>;
};
/** `currentAt`: nothing was committed since this change token, so the row is up to date without asking. */
type Entry<Row> = ReadRow<Row> & { currentAt: number | undefined };
export type RowCache<Row> = {
  /** Rows that a query found in these versions, in its order. */
  readonly ofVersions: (source: RowSource<Row>, versions: readonly RowVersion[]) => Promise<readonly Row[]>;
  readonly byIds: (source: RowSource<Row>, ids: readonly string[]) => Promise<readonly Row[]>;
};

const mostCharacters = 16 * 1024 * 1024;

/**
 * Rows as they were parsed, by their id and the time of their last change. As long as that time stands, the same object
 * is answered: what others derive from it (printed JSON, places of secrets) they may remember by the object. Only committed
 * rows are kept. A transaction may use them, for its own changes have later times.
 */
export function createRowCache<Row extends RowVersion>(): RowCache<Row> {
  const known = new LRUCache<string, Entry<Row>>({
    maxSize: mostCharacters,
    sizeCalculation: (entry) => entry.size + 1,
  });

  const remember = (source: RowSource<Row>, { row, size }: ReadRow<Row>, token: number | undefined): void => {
    if (source.seesCommittedOnly) known.set(row.id, { row, size, currentAt: token });
  };

  const ofVersions = async (
    source: RowSource<Row>,
    versions: readonly RowVersion[],
    token?: number,
  ): Promise<readonly Row[]> => {
    const found = new Map<string, Row>();
    for (const { id, updated } of versions) {
      const entry = known.get(id);
      if (entry?.row.updated !== updated) continue;
      remember(source, entry, token);
      found.set(id, entry.row);
    }
    const missing = versions.flatMap(({ id }) => (found.has(id) ? [] : id));
    for (const read of missing.length > 0 ? await source.rows(missing) : []) {
      remember(source, read, token);
      found.set(read.row.id, read.row);
    }
    // A row that was deleted meanwhile is left out.
    return versions.flatMap(({ id }) => found.get(id) ?? []);
  };

  const byIds: RowCache<Row>["byIds"] = async (source, ids) => {
    const token = await source.changeToken();
    const current = token === undefined ? [] : ids.flatMap((id) => currentRow(id, token));
    if (current.length === ids.length) return current;
    return ofVersions(source, await source.versions(ids), token);
  };

  const currentRow = (id: string, token: number): Row | readonly never[] => {
    const entry = known.get(id);
    return entry?.currentAt === token ? entry.row : [];
  };

  return { ofVersions: (source, versions) => ofVersions(source, versions), byIds };
}
