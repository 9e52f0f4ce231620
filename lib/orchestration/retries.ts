import { forNextAttempt, type RetryPolicy, readRetryPolicy } from "@/lib/orchestration/policy";
import { isIn, type Situation } from "@/lib/orchestration/ruling";
import type { FlowRunRule, TaskRunRule } from "@/lib/orchestration/situations";
import { noDetails, type ProposedState } from "@/lib/states/model";
import type { Micros } from "@/lib/time";

/** Its own process waits and tries again; agents leave it alone. */
export const retryFailedFlow: FlowRunRule = (situation) => {
  const { run } = situation;
  const policy = readRetryPolicy(run.empiricalPolicy);
  if (!hasFailedWithRetriesLeft(situation, policy)) return undefined;
  return {
    status: "reject",
    state: awaitRetry(situation, policy.delays[0] ?? 0),
    reason: "Retrying",
    run: { empiricalPolicy: forNextAttempt(run.empiricalPolicy, "in_process") },
  };
};

/** Unless the task says that it failed for good. */
export const retryFailedTask: TaskRunRule = (situation) => {
  const policy = readRetryPolicy(situation.run.empiricalPolicy);
  if (!hasFailedWithRetriesLeft(situation, policy)) return undefined;
  if (situation.proposed.details.retriable === false) return undefined;
  const attempt = Math.min(situation.run.runCount, policy.delays.length);
  const seconds = vary(policy.delays[attempt - 1] ?? 0, policy.jitterFactor, situation.chance);
  return { status: "reject", state: awaitRetry(situation, seconds), reason: "Retrying" };
};

type Attempted = Situation<{ readonly runCount: number }>;

/** Runs counts the attempts so far, the failed one included. */
function hasFailedWithRetriesLeft({ run, current, proposed }: Attempted, { retries }: RetryPolicy): boolean {
  return proposed.type === "FAILED" && isIn(current, "RUNNING") && run.runCount <= retries;
}

function awaitRetry({ proposed, now }: Attempted, delaySeconds: number): ProposedState {
  const scheduledTime = (now + Math.round(delaySeconds * 1_000_000)) as Micros; // whole microseconds
  const { message, data } = proposed;
  return {
    type: "SCHEDULED",
    name: "AwaitingRetry",
    message,
    data,
    details: { ...noDetails, scheduledTime },
  };
}

/** Evenly between `1 - factor` and `1 + factor` times the delay, never before now. */
function vary(seconds: number, factor: number, chance: number): number {
  const shortest = Math.max(0, 1 - factor);
  return seconds * (shortest + (1 + factor - shortest) * chance);
}
