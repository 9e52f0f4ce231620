import type { WorkQueue } from "@/lib/work-queues/model";

type Ranked = Pick<WorkQueue, "id" | "priority">;

/** The smallest priority that no queue of the pool has. */
export function firstFreePriority(queues: readonly Ranked[]): number {
  const taken = new Set(queues.map(({ priority }) => priority));
  let priority = 1;
  while (taken.has(priority)) priority += 1;
  return priority;
}

/**
 * Within a pool no two queues share a priority. When `chosen` gets its own, those behind it make room, each by as little
 * as it takes. Answers the queues that move.
 */
export function makeRoom<Queue extends Ranked>(queues: readonly Queue[], chosen: Ranked): readonly Queue[] {
  const behind = queues
    .filter(({ id, priority }) => id !== chosen.id && priority >= chosen.priority)
    .toSorted((a, b) => a.priority - b.priority);
  const moved: Queue[] = [];
  let last = chosen.priority;
  for (const queue of behind) {
    if (queue.priority > last) break;
    last += 1;
    moved.push({ ...queue, priority: last });
  }
  return moved;
}
