import { DomainError } from "@/lib/errors";
import type { WorkQueueFilter } from "@/lib/filters";
import type { WorkQueueId } from "@/lib/ids";
import type { Page } from "@/lib/page";
import type { Deps, Store } from "@/lib/store";
import { readWorkPool } from "@/lib/work-pools/read-work-pool";
import type { PlacedQueue } from "@/lib/work-queues/create-work-queue";
import { defaultPoolName } from "@/lib/work-queues/ensure-work-queue";
import type { WorkQueue } from "@/lib/work-queues/model";

type Reading = Pick<Deps, "store">;

/** @throws DomainError not_found */
export async function findQueue(store: Store, id: WorkQueueId): Promise<WorkQueue> {
  const queue = await store.workQueues.byId(id);
  if (!queue) throw queueNotFound();
  return queue;
}

/** @throws DomainError not_found */
export async function findQueueIn(store: Store, poolName: string, name: string): Promise<PlacedQueue> {
  const pool = await store.workPools.byName(poolName);
  const queue = pool && (await store.workQueues.byName(pool.id, name));
  if (!pool || !queue) {
    throw new DomainError("not_found", `Work pool queue '${poolName}/${name}' not found.`);
  }
  return { pool, queue };
}

/** @throws DomainError not_found */
export async function readWorkQueue({ store }: Reading, id: WorkQueueId): Promise<PlacedQueue> {
  return place(store, await findQueue(store, id));
}

/** Of the agents' pool. @throws DomainError not_found */
export async function readWorkQueueByName({ store }: Reading, name: string): Promise<PlacedQueue> {
  const pool = await store.workPools.byName(defaultPoolName);
  const queue = pool && (await store.workQueues.byName(pool.id, name));
  if (!pool || !queue) throw queueNotFound();
  return { pool, queue };
}

/** By name. */
export async function listWorkQueues(
  { store }: Reading,
  filter: WorkQueueFilter,
  page: Page,
): Promise<readonly PlacedQueue[]> {
  const queues = await store.workQueues.list({ workQueues: filter }, page);
  const pools = await store.workPools.byIds([...new Set(queues.map(({ workPoolId }) => workPoolId))]);
  const poolOf = new Map(pools.map((pool) => [pool.id, pool]));
  return queues.flatMap((queue) => {
    const pool = poolOf.get(queue.workPoolId);
    return pool ? [{ pool, queue }] : [];
  });
}

/** By priority. @throws DomainError not_found when there is no such pool. */
export async function listWorkQueuesIn(
  { store }: Reading,
  poolName: string,
  filter: WorkQueueFilter,
  { limit, offset }: Page,
): Promise<readonly PlacedQueue[]> {
  const pool = await readWorkPool({ store }, poolName);
  // Priorities have no index: a pool has few queues.
  const queues = await store.workQueues.list({ workPools: { ids: [pool.id] }, workQueues: filter });
  return queues
    .toSorted((a, b) => a.priority - b.priority)
    .slice(offset, offset + limit)
    .map((queue) => ({ pool, queue }));
}

async function place(store: Store, queue: WorkQueue): Promise<PlacedQueue> {
  const pool = await store.workPools.byId(queue.workPoolId);
  // Deleted between the two reads, together with its queues.
  if (!pool) throw queueNotFound();
  return { pool, queue };
}

function queueNotFound(): DomainError {
  return new DomainError("not_found", "work queue not found");
}
