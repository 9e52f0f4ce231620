import { DomainError } from "@/lib/errors";
import type { Deps, Store } from "@/lib/store";
import type { WorkPool } from "@/lib/work-pools/model";
import { insertWorkPool } from "@/lib/work-queues/insert-work-pool";
import { insertWorkQueue } from "@/lib/work-queues/insert-work-queue";
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
    const queue = await insertWorkQueue({ ...deps, store: tx }, pool.id, { name: name ?? defaultQueueName });
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
  return (await insertWorkPool(deps, { name })).pool;
}
