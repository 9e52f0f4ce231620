import type { Deps } from "@/lib/store";
import type { WorkPool } from "@/lib/work-pools/model";
import { readWorkPool } from "@/lib/work-pools/read-work-pool";
import { defaultPoolName, ensureWorkQueue } from "@/lib/work-queues/ensure-work-queue";
import { insertWorkQueue, type NewWorkQueue } from "@/lib/work-queues/insert-work-queue";
import type { WorkQueue } from "@/lib/work-queues/model";

/** A queue and the pool that it stands in. */
export type PlacedQueue = { readonly queue: WorkQueue; readonly pool: WorkPool };

/**
 * In the agents' pool, which is made when it is missing; its own queue `default` then is the one that was asked for.
 * @throws DomainError conflict when the pool has a queue of this name.
 */
export async function createWorkQueue(deps: Deps, input: NewWorkQueue): Promise<PlacedQueue> {
  return deps.store.transaction(async (tx) => {
    const inside = { ...deps, store: tx };
    const isPoolNew = (await tx.workPools.byName(defaultPoolName)) === undefined;
    const { pool, queue } = await ensureWorkQueue(inside, {});
    if (isPoolNew && input.name === queue.name) return { pool, queue };
    return { pool, queue: await insertWorkQueue(inside, pool.id, input) };
  });
}

/** @throws DomainError not_found when there is no such pool, conflict when it has a queue of this name. */
export async function createWorkQueueIn(
  deps: Deps,
  poolName: string,
  input: NewWorkQueue,
): Promise<PlacedQueue> {
  return deps.store.transaction(async (tx) => {
    const pool = await readWorkPool({ store: tx }, poolName);
    return { pool, queue: await insertWorkQueue({ ...deps, store: tx }, pool.id, input) };
  });
}
