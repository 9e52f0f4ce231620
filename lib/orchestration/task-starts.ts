import { abort } from "@/lib/orchestration/ruling";
import type { TaskRunRule } from "@/lib/orchestration/situations";
import { noDetails } from "@/lib/states/model";

/** What an earlier task run completed with under the same key is taken over. */
export const takeOverCached: TaskRunRule = ({ proposed, cached }) => {
  if (proposed.type !== "RUNNING" || !cached) return undefined;
  const { message, data, details } = cached;
  const state = { type: "COMPLETED", name: "Cached", message, data, details } as const;
  return { status: "reject", state, reason: "Retrieved state from cache" };
};

/** Tasks begin only while their flow runs; while it is paused they wait with it. */
export const startOnlyInRunningFlow: TaskRunRule = ({ proposed, flowRun }) => {
  if (proposed.type !== "RUNNING" || !flowRun || flowRun.state?.type === "RUNNING") return undefined;
  if (flowRun.state?.type !== "PAUSED") {
    return abort("The enclosing flow must be running to begin task execution.");
  }
  const { pauseTimeout, pauseReschedule } = flowRun.state.details;
  const details = { ...noDetails, pauseTimeout, pauseReschedule };
  return {
    status: "reject",
    state: { type: "PAUSED", name: "NotReady", message: null, data: null, details },
    reason: `The flow is paused: its tasks begin after flow run ${flowRun.id} is resumed.`,
  };
};

export const nameRepeatedStart: TaskRunRule = ({ run, current, proposed }) => {
  if (proposed.type !== "RUNNING" || run.runCount === 0) return undefined;
  const name = current?.name === "AwaitingRetry" ? "Retrying" : "Rerunning";
  return { status: "accept", proposed: { ...proposed, name } };
};

/** Later it can be told whether the flow has been retried since. */
export const noteAttemptOfFlow: TaskRunRule = ({ proposed, flowRun }) => {
  if (proposed.type !== "RUNNING" || !flowRun) return undefined;
  return { status: "accept", run: { flowRunRunCount: flowRun.runCount } };
};
