import type { Deps } from "@/lib/store";
import type { Micros } from "@/lib/time";
import { readWorkPool } from "@/lib/work-pools/read-work-pool";
import { type QueueRow, toQueueRows } from "@/lib/work-queues/queue-rows";

/** One work pool as its page shows it. */
export type PoolView = {
  readonly id: string;
  readonly name: string;
  readonly now: Micros;
  readonly type: string;
  readonly description: string | null;
  readonly isPaused: boolean;
  readonly concurrencyLimit: number | null;
  readonly created: Micros;
  readonly updated: Micros;
  readonly underWay: number;
  /** By priority. */
  readonly queues: readonly QueueRow[];
};

/** @throws DomainError not_found */
export async function readPoolView(
  { store, now }: Pick<Deps, "store" | "now">,
  name: string,
): Promise<PoolView> {
  const pool = await readWorkPool({ store }, name);
  const queues = await store.workQueues.list({ workPools: { ids: [pool.id] } });
  const at = now();
  const rows = await toQueueRows(
    store,
    queues.toSorted((a, b) => a.priority - b.priority).map((queue) => ({ queue, pool })),
    at,
  );
  const { id, type, description, isPaused, concurrencyLimit, created, updated } = pool;
  return {
    id,
    name: pool.name,
    now: at,
    type,
    description,
    isPaused,
    concurrencyLimit,
    created,
    updated,
    underWay: rows.reduce((sum, row) => sum + row.underWay, 0),
    queues: rows,
  };
}
