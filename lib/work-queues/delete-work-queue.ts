import { DomainError } from "@/lib/errors";
import type { WorkQueueId } from "@/lib/ids";
import type { Deps } from "@/lib/store";
import type { PlacedQueue } from "@/lib/work-queues/create-work-queue";
import { findQueueIn, readWorkQueue } from "@/lib/work-queues/read-work-queue";

/**
 * Its deployments and runs stay, without a queue.
 * @throws DomainError not_found, or conflict when it is its pool's default queue.
 */
export async function deleteWorkQueue({ store }: Pick<Deps, "store">, id: WorkQueueId): Promise<void> {
  await store.transaction(async (tx) => {
    refuseDefault(await readWorkQueue({ store: tx }, id));
    await tx.workQueues.delete(id);
  });
}

/** As above. */
export async function deleteWorkQueueIn(
  { store }: Pick<Deps, "store">,
  poolName: string,
  name: string,
): Promise<void> {
  await store.transaction(async (tx) => {
    const placed = await findQueueIn(tx, poolName, name);
    refuseDefault(placed);
    await tx.workQueues.delete(placed.queue.id);
  });
}

/** Runs without a named queue go there. */
function refuseDefault({ pool, queue }: PlacedQueue): void {
  if (pool.defaultQueueId !== queue.id) return;
  throw new DomainError(
    "conflict",
    `Queue "${queue.name}" is the default queue of work pool "${pool.name}" and goes only with its pool. Pause it instead.`,
  );
}
