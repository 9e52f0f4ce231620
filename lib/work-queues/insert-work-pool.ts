import type { WorkPoolId } from "@/lib/ids";
import type { Deps } from "@/lib/store";
import type { WorkPool } from "@/lib/work-pools/model";
import { insertWorkQueue } from "@/lib/work-queues/insert-work-queue";
import type { WorkQueue } from "@/lib/work-queues/model";

/** A pool as it is asked for. */
export type NewWorkPool = Pick<WorkPool, "name"> &
  Partial<Pick<WorkPool, "description" | "type" | "baseJobTemplate" | "isPaused" | "concurrencyLimit">>;

/** With its default queue. Within a transaction. @throws DomainError conflict when the name exists. */
export async function insertWorkPool(
  deps: Deps,
  input: NewWorkPool,
): Promise<{ readonly pool: WorkPool; readonly queue: WorkQueue }> {
  const at = deps.now();
  const pool: WorkPool = {
    id: deps.newId<WorkPoolId>(),
    created: at,
    updated: at,
    description: null,
    type: "prefect-agent",
    baseJobTemplate: new Map(),
    isPaused: false,
    concurrencyLimit: null,
    defaultQueueId: null,
    ...input,
  };
  await deps.store.workPools.insert(pool);
  const queue = await insertWorkQueue(deps, pool.id, {
    name: "default",
    description: "The work pool's default queue.",
  });
  const complete = { ...pool, defaultQueueId: queue.id };
  await deps.store.workPools.update(complete);
  return { pool: complete, queue };
}
