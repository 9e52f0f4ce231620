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
export async function followLoop({ ask, take, wait, isStopped, nowMs }: FollowLoop): Promise<FollowEnd> {
  const nextStep = createPlan(nowMs);
  while (!isStopped()) {
    const answer = await ask();
    if (isStopped()) break;
    take(answer);
    const step = nextStep(answer);
    if (typeof step !== "number") return step;
    if (step > 0) await wait(step);
  }
  return "stopped";
}

/** How long to wait after an answer, or that this was the last one. */
function createPlan(nowMs: () => number): (answer: FollowAnswer) => number | FollowEnd {
  const isGraceOver = startGrace(nowMs);
  let faults = 0;
  return (answer) => {
    if (answer.kind === "gone") return "gone";
    faults = answer.kind === "away" ? faults + 1 : 0;
    if (answer.kind === "away") return Math.min(beatMs * 2 ** (faults - 1), longestBeatMs);
    if (answer.news.hasMore) return 0;
    return isGraceOver(answer.news.isFinal) ? "ended" : beatMs;
  };
}

/** Told with every answer whether the run is in its last state; true once it has been for long enough. */
function startGrace(nowMs: () => number): (isFinal: boolean) => boolean {
  let sinceMs: number | undefined;
  return (isFinal) => {
    sinceMs = isFinal ? (sinceMs ?? nowMs()) : undefined;
    return sinceMs !== undefined && nowMs() - sinceMs >= graceMs;
  };
}
