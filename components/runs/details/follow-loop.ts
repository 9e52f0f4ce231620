import type { RunNews } from "@/lib/flow-runs/follow-flow-run";

export type FollowAnswer =
  | { readonly kind: "news"; readonly news: RunNews }
  /** Nobody answered, or the server could not. */
  | { readonly kind: "away" }
  /** No run has the id any more. */
  | { readonly kind: "gone" };

export type FollowEnd = "ended" | "gone" | "stopped";

type FollowLoop = {
  /** Asks what is new; never rejects. */
  readonly ask: () => Promise<FollowAnswer>;
  readonly take: (answer: FollowAnswer) => void;
  /** Resolves after so long, or when somebody looks at the page again. */
  readonly wait: (ms: number) => Promise<void>;
  readonly isStopped: () => boolean;
  readonly nowMs: () => number;
};

const beatMs = 1_000;
const longestBeatMs = 10_000;
/** Agents send what they wrote every two seconds, and once more when they end. */
const graceMs = 10_000;

/** Asks until the run is in its last state and its last lines have had time to come. */
export async function followLoop(loop: FollowLoop): Promise<FollowEnd> {
  const { ask, take, wait, isStopped } = loop;
  const isGraceOver = startGrace(loop.nowMs);
  let faults = 0;
  while (!isStopped()) {
    const answer = await ask();
    if (isStopped()) break;
    take(answer);
    if (answer.kind === "gone") return "gone";
    faults = answer.kind === "away" ? faults + 1 : 0;
    if (answer.kind === "news") {
      if (answer.news.hasMore) continue;
      if (isGraceOver(answer.news.isFinal)) return "ended";
    }
    await wait(Math.min(beatMs * 2 ** Math.max(0, faults - 1), longestBeatMs));
  }
  return "stopped";
}

/** Told with every answer whether the run is in its last state; true once it has been for long enough. */
function startGrace(nowMs: () => number): (isFinal: boolean) => boolean {
  let sinceMs: number | undefined;
  return (isFinal) => {
    sinceMs = isFinal ? (sinceMs ?? nowMs()) : undefined;
    return sinceMs !== undefined && nowMs() - sinceMs >= graceMs;
  };
}
