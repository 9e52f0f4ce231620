import { formatCount } from "@/lib/text/format-count";
import type { Micros } from "@/lib/time";
import type { WorkPool } from "@/lib/work-pools/model";
import type { WorkQueue } from "@/lib/work-queues/model";
import { isPolled } from "@/lib/work-queues/queue-status";

/** How a queue is served, in a few words. */
export type ShownHealth = {
  readonly kind: "healthy" | "late" | "waiting" | "paused";
  readonly label: string;
  /** What follows from it. */
  readonly hint: string;
};

type Facts = {
  readonly queue: Pick<WorkQueue, "isPaused" | "lastPolled">;
  readonly pool: Pick<WorkPool, "isPaused" | "name">;
  readonly lateRuns: number;
};

/** A pause explains everything else, so it comes first; late runs matter more than who asked when. */
export function showHealth({ queue, pool, lateRuns }: Facts, now: Micros): ShownHealth {
  if (pool.isPaused) {
    return {
      kind: "paused",
      label: "Pool paused",
      hint: `Agents get no runs until the pool ${pool.name} is resumed.`,
    };
  }
  if (queue.isPaused) {
    return { kind: "paused", label: "Paused", hint: "Agents get no runs until it is resumed." };
  }
  const isServed = isPolled(queue, now);
  if (lateRuns > 0) {
    const why = isServed
      ? "Its agents are busy, or the limit is reached."
      : "No agent asked for them in the last minute.";
    return { kind: "late", label: formatCount(lateRuns, "late run"), hint: why };
  }
  if (isServed) return { kind: "healthy", label: "Healthy", hint: "An agent asks for its runs." };
  if (queue.lastPolled === null) {
    return { kind: "waiting", label: "Never polled", hint: "No agent has asked for its runs yet." };
  }
  const label = `Not polled for ${formatGap(now - queue.lastPolled)}`;
  return { kind: "waiting", label, hint: "No agent asks for its runs any more." };
}

const gaps = [
  { word: "d", micros: 86_400_000_000 },
  { word: "h", micros: 3_600_000_000 },
  { word: "min", micros: 60_000_000 },
] as const;

/** One unit is enough: "5 min", "3 h", "12 d". */
function formatGap(micros: number): string {
  const gap = gaps.find((each) => micros >= each.micros) ?? gaps[2];
  return `${Math.max(1, Math.floor(micros / gap.micros))} ${gap.word}`;
}
