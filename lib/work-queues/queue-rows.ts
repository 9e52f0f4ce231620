import type { Store } from "@/lib/store";
import type { Micros } from "@/lib/time";
import type { PlacedQueue } from "@/lib/work-queues/create-work-queue";
import { defaultPoolName } from "@/lib/work-queues/ensure-work-queue";
import { type ShownHealth, showHealth } from "@/lib/work-queues/shown-health";
import type { QueueLoad } from "@/lib/work-queues/store";

/** One work queue as lists show it. */
export type QueueRow = {
  readonly id: string;
  readonly name: string;
  readonly pool: string;
  readonly isPaused: boolean;
  readonly health: ShownHealth;
  readonly lastPolled: Micros | null;
  readonly concurrencyLimit: number | null;
  readonly priority: number;
  readonly waiting: number;
  readonly underWay: number;
  /** Runs without a named queue go there; it goes only with its pool. */
  readonly isDefault: boolean;
  /** Agents ask the queues of one pool only. */
  readonly isForAgents: boolean;
};

const noLoad: QueueLoad = { waiting: 0, late: 0, underWay: 0 };

/** One read for all of them. */
export async function toQueueRows(
  store: Store,
  placed: readonly PlacedQueue[],
  now: Micros,
): Promise<readonly QueueRow[]> {
  if (placed.length === 0) return [];
  const loads = await store.workQueues.loads(placed.map(({ queue }) => queue.id));
  return placed.map((each) => toRow(each, loads.get(each.queue.id) ?? noLoad, now));
}

function toRow({ queue, pool }: PlacedQueue, load: QueueLoad, now: Micros): QueueRow {
  return {
    id: queue.id,
    name: queue.name,
    pool: pool.name,
    isPaused: queue.isPaused,
    health: showHealth({ queue, pool, lateRuns: load.late }, now),
    lastPolled: queue.lastPolled,
    concurrencyLimit: queue.concurrencyLimit,
    priority: queue.priority,
    waiting: load.waiting,
    underWay: load.underWay,
    isDefault: pool.defaultQueueId === queue.id,
    isForAgents: pool.name === defaultPoolName,
  };
}
