import type { Filters } from "@/lib/filters";
import type { FlowRun } from "@/lib/flow-runs/model";
import type { WorkQueueId } from "@/lib/ids";
import type { StateType } from "@/lib/states/model";
import type { Deps, Store } from "@/lib/store";
import type { Micros } from "@/lib/time";
import type { PlacedQueue } from "@/lib/work-queues/create-work-queue";
import type { WorkQueue } from "@/lib/work-queues/model";
import { readWorkQueue } from "@/lib/work-queues/read-work-queue";

export type RunsWanted = {
  /** Scheduled no later than this; null: all that are scheduled. */
  readonly before: Micros | null;
  readonly limit: number;
};

/**
 * The runs that an agent may start now, in the order in which they are due. That it asked is written down.
 * @throws DomainError not_found
 */
export async function getRuns(
  deps: Deps,
  id: WorkQueueId,
  { before, limit }: RunsWanted,
): Promise<readonly FlowRun[]> {
  const placed = await readWorkQueue(deps, id);
  await markPolled(deps, placed.queue);
  if (placed.queue.isPaused || placed.pool.isPaused) return [];
  const room = Math.min(limit, await countFreeSlots(deps.store, placed));
  if (room <= 0) return [];
  return deps.store.flowRuns.due({ queueIds: [id], before: before ?? endOfTime, limit: room });
}

const endOfTime = Number.MAX_SAFE_INTEGER as Micros; // later than any time that is stored

const markEveryMicros = 1_000_000;

/** Each write waits for the disk, so one a second must do however many agents ask. */
async function markPolled({ store, now }: Deps, queue: WorkQueue): Promise<void> {
  const at = now();
  if (queue.lastPolled !== null && Math.abs(at - queue.lastPolled) < markEveryMicros) return;
  await store.transaction(async (tx) => {
    await tx.workQueues.markPolled(queue.id, at);
    await tx.deployments.markPolled(queue.id, at);
  });
}

/** States in which a run takes a place of its queue and its pool. */
export const underWay: readonly StateType[] = ["PENDING", "RUNNING", "CANCELLING"];

async function countFreeSlots(store: Store, { pool, queue }: PlacedQueue): Promise<number> {
  const ofQueue = await countFree(store, queue.concurrencyLimit, { workQueues: { ids: [queue.id] } });
  const ofPool = await countFree(store, pool.concurrencyLimit, { workPools: { ids: [pool.id] } });
  return Math.min(ofQueue, ofPool);
}

/** How many more may be under way; without a limit any number. */
export async function countFree(store: Store, limit: number | null, whose: Filters): Promise<number> {
  if (limit === null) return Number.POSITIVE_INFINITY;
  if (limit === 0) return 0;
  return limit - (await store.flowRuns.count({ ...whose, flowRuns: { state: { types: underWay } } }));
}
