import { DomainError } from "@/lib/errors";
import type { WorkPoolId, WorkQueueId } from "@/lib/ids";
import type { Deps, Store } from "@/lib/store";
import type { WorkPool } from "@/lib/work-pools/model";
import type { WorkQueue } from "@/lib/work-queues/model";

/** Where agents work, and where queues stand whose pool nobody named. */
export const defaultPoolName = "default-agent-pool";

/** Without a pool: the one of the agents. Without a queue: the pool's default one. */
export type WantedQueue = { readonly poolName?: string | null; readonly name?: string | null };

/**
 * The work queue of this name. A queue that does not exist is made, and so is the agents' pool; other pools are not.
 * @throws DomainError not_found when no pool has the name.
 */
export async function ensureWorkQueue(
  deps: Deps,
  { poolName, name }: WantedQueue,
): Promise<{ readonly pool: WorkPool; readonly queue: WorkQueue }> {
  return deps.store.transaction(async (tx) => {
    const pool = await ensurePool({ ...deps, store: tx }, poolName ?? defaultPoolName);
    const found = await findQueue(tx, pool, name ?? null);
    if (found) return { pool, queue: found };
    const queue = await insertQueue({ ...deps, store: tx }, pool.id, name ?? defaultQueueName);
    return { pool, queue };
  });
}

const defaultQueueName = "default";

async function findQueue(tx: Store, pool: WorkPool, name: string | null): Promise<WorkQueue | undefined> {
  if (name !== null) return tx.workQueues.byName(pool.id, name);
  return pool.defaultQueueId === null ? undefined : tx.workQueues.byId(pool.defaultQueueId);
}

async function ensurePool(deps: Deps, name: string): Promise<WorkPool> {
  const known = await deps.store.workPools.byName(name);
  if (known) return known;
  if (name !== defaultPoolName) throw new DomainError("not_found", `Work pool "${name}" not found.`);
  const at = deps.now();
  const pool: WorkPool = {
    id: deps.newId<WorkPoolId>(),
    created: at,
    updated: at,
    name,
    description: null,
    type: "prefect-agent",
    baseJobTemplate: new Map(),
    isPaused: false,
    concurrencyLimit: null,
    defaultQueueId: null,
  };
  await deps.store.workPools.insert(pool);
  const queue = await insertQueue(deps, pool.id, defaultQueueName, "The work pool's default queue.");
  const complete = { ...pool, defaultQueueId: queue.id };
  await deps.store.workPools.update(complete);
  return complete;
}

async function insertQueue(
  deps: Deps,
  workPoolId: WorkPoolId,
  name: string,
  description = "",
): Promise<WorkQueue> {
  const neighbours = await deps.store.workQueues.list({ workPools: { ids: [workPoolId] } });
  const at = deps.now();
  const queue: WorkQueue = {
    id: deps.newId<WorkQueueId>(),
    created: at,
    updated: at,
    name,
    description,
    isPaused: false,
    concurrencyLimit: null,
    priority: firstFree(neighbours.map((neighbour) => neighbour.priority)),
    workPoolId,
    filter: null,
    lastPolled: null,
  };
  await deps.store.workQueues.insert(queue);
  return queue;
}

/** The smallest priority that no queue of the pool has. */
function firstFree(taken: readonly number[]): number {
  const all = new Set(taken);
  let priority = 1;
  while (all.has(priority)) priority += 1;
  return priority;
}
