import type { WorkQueueId } from "@/lib/ids";
import type { Deps } from "@/lib/store";
import type { WorkQueue } from "@/lib/work-queues/model";
import { makeRoom } from "@/lib/work-queues/priorities";
import { findQueue, findQueueIn } from "@/lib/work-queues/read-work-queue";

/** Only what is given changes. */
export type WorkQueueChanges = Partial<
  Pick<
    WorkQueue,
    "name" | "description" | "isPaused" | "concurrencyLimit" | "priority" | "lastPolled" | "filter"
  >
>;

/** @throws DomainError not_found, or conflict when another queue of the pool has the name. */
export async function updateWorkQueue(deps: Deps, id: WorkQueueId, changes: WorkQueueChanges): Promise<void> {
  await deps.store.transaction(async (tx) => {
    await change({ ...deps, store: tx }, await findQueue(tx, id), changes);
  });
}

/** @throws DomainError not_found, or conflict when another queue of the pool has the name. */
export async function updateWorkQueueIn(
  deps: Deps,
  poolName: string,
  name: string,
  changes: WorkQueueChanges,
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const { queue } = await findQueueIn(tx, poolName, name);
    await change({ ...deps, store: tx }, queue, changes);
  });
}

async function change({ store, now }: Deps, queue: WorkQueue, changes: WorkQueueChanges): Promise<void> {
  const changed = { ...queue, ...changes };
  const updated = now();
  await store.workQueues.update({ ...changed, updated });
  if (changes.priority === undefined) return;
  const neighbours = await store.workQueues.list({ workPools: { ids: [queue.workPoolId] } });
  for (const moved of makeRoom(neighbours, changed)) {
    await store.workQueues.update({ ...moved, updated });
  }
}
