import type { WorkPoolId, WorkQueueId } from "@/lib/ids";
import type { Deps } from "@/lib/store";
import type { WorkQueue } from "@/lib/work-queues/model";
import { firstFreePriority, makeRoom } from "@/lib/work-queues/priorities";

/** A queue as it is asked for; without a priority it comes last, or where one is free. */
export type NewWorkQueue = Pick<WorkQueue, "name"> &
  Partial<Pick<WorkQueue, "description" | "isPaused" | "concurrencyLimit" | "filter">> & {
    readonly priority?: number | null;
  };

/** Within a transaction. @throws DomainError conflict when the pool has a queue of this name. */
export async function insertWorkQueue(
  deps: Deps,
  workPoolId: WorkPoolId,
  { priority, ...input }: NewWorkQueue,
): Promise<WorkQueue> {
  const neighbours = await deps.store.workQueues.list({ workPools: { ids: [workPoolId] } });
  const at = deps.now();
  const queue: WorkQueue = {
    id: deps.newId<WorkQueueId>(),
    created: at,
    updated: at,
    description: "",
    isPaused: false,
    concurrencyLimit: null,
    priority: priority ?? firstFreePriority(neighbours),
    workPoolId,
    filter: null,
    lastPolled: null,
    ...input,
  };
  await deps.store.workQueues.insert(queue);
  for (const moved of makeRoom(neighbours, queue)) {
    await deps.store.workQueues.update({ ...moved, updated: at });
  }
  return queue;
}
