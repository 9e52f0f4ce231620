import type { WorkQueueId } from "@/lib/ids";
import type { Deps, Store } from "@/lib/store";
import type { Micros } from "@/lib/time";
import type { WorkQueue } from "@/lib/work-queues/model";
import { findQueue } from "@/lib/work-queues/read-work-queue";

/** Agents ask every 15 seconds; who has not for this long is gone. */
export const polledWithinSeconds = 60;

export type QueueStatus = "READY" | "NOT_READY" | "PAUSED";

/** Told from the facts, so that no service has to write it. */
export function queueStatus(queue: Pick<WorkQueue, "isPaused" | "lastPolled">, now: Micros): QueueStatus {
  if (queue.isPaused) return "PAUSED";
  return isPolled(queue, now) ? "READY" : "NOT_READY";
}

/** Whether an agent asked lately. */
export function isPolled({ lastPolled }: Pick<WorkQueue, "lastPolled">, now: Micros): boolean {
  return lastPolled !== null && now - lastPolled <= polledWithinSeconds * 1_000_000;
}

/** How a queue is served, as clients ask for it. */
export type QueueHealth = {
  readonly isHealthy: boolean;
  readonly lateRuns: number;
  readonly lastPolled: Micros | null;
};

/** Healthy: no run is late, and an agent asked lately. @throws DomainError not_found */
export async function readQueueHealth(
  { store, now }: Pick<Deps, "store" | "now">,
  id: WorkQueueId,
): Promise<QueueHealth> {
  const queue = await findQueue(store, id);
  const lateRuns = await countLateRuns(store, id);
  const isHealthy = lateRuns === 0 && isPolled(queue, now());
  return { isHealthy, lateRuns, lastPolled: queue.lastPolled };
}

/** Runs that should have begun. */
async function countLateRuns(store: Store, id: WorkQueueId): Promise<number> {
  return store.flowRuns.count({
    workQueues: { ids: [id] },
    flowRuns: { state: { types: ["SCHEDULED"], names: ["Late"] } },
  });
}
