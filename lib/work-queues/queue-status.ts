import type { WorkQueueId } from "@/lib/ids";
import type { Store } from "@/lib/store";
import type { Micros } from "@/lib/time";
import type { WorkQueue } from "@/lib/work-queues/model";

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

/** Runs that should have begun. */
export async function countLateRuns(store: Store, id: WorkQueueId): Promise<number> {
  return store.flowRuns.count({
    workQueues: { ids: [id] },
    flowRuns: { state: { types: ["SCHEDULED"], names: ["Late"] } },
  });
}
