import { pageOf } from "@/lib/lists/list-address";
import type { Deps } from "@/lib/store";
import type { Micros } from "@/lib/time";
import type { QueueQuery } from "@/lib/work-queues/list-query";
import { type QueueRow, toQueueRows } from "@/lib/work-queues/queue-rows";

export const queuesPerPage = 50;

export type QueueListView = {
  readonly query: QueueQuery;
  /** When it was made. */
  readonly now: Micros;
  /** All queues, and those that the query finds. */
  readonly total: number;
  readonly found: number;
  readonly page: number;
  readonly pageCount: number;
  readonly rows: readonly QueueRow[];
  /** Names of the pools. */
  readonly pools: readonly string[];
};

/** One page of the work queues. Queues are few, so the search is done here. */
export async function listQueuesView(
  { store, now }: Pick<Deps, "store" | "now">,
  query: QueueQuery,
): Promise<QueueListView> {
  const queues = await store.workQueues.list({});
  const pools = await store.workPools.list({});
  const poolOf = new Map(pools.map((pool) => [pool.id, pool]));
  const text = query.text.toLowerCase();
  const found = queues.flatMap((queue) => {
    const pool = poolOf.get(queue.workPoolId);
    const isFound =
      pool && queue.name.toLowerCase().includes(text) && (query.pool === "" || query.pool === pool.name);
    return isFound ? [{ queue, pool }] : [];
  });
  const { page, pageCount, slice } = pageOf(found.length, queuesPerPage, query.page);
  const at = now();
  const shown = found.slice(slice.offset, slice.offset + slice.limit);
  return {
    query,
    now: at,
    total: queues.length,
    found: found.length,
    page,
    pageCount,
    rows: await toQueueRows(store, shown, at),
    pools: pools.map(({ name }) => name),
  };
}
