// A run that has ended is left in peace, unless somebody runs it again.
import { forNextAttempt, isKept } from "@/lib/orchestration/policy";
import { abort, hasEnded, stay } from "@/lib/orchestration/ruling";
import type { FlowRunRule, TaskRunRule } from "@/lib/orchestration/situations";
import { isTerminal, type StateType } from "@/lib/states/model";

const onlyBeforeTheEnd: ReadonlySet<StateType> = new Set(["CANCELLING", "PAUSED", "CRASHED"]);

/** An agent may learn late that the process of a finished run died. */
export const keepEndOfFlowRun: FlowRunRule = ({ current, proposed }) => {
  if (!hasEnded(current) || !onlyBeforeTheEnd.has(proposed.type)) return undefined;
  return abort(`Run is already in terminal state ${current.type}.`);
};

/** What a completed run answered can be read again, so there is no need to run it again. */
export const keepResultOfFlowRun: FlowRunRule = ({ current, proposed }) => {
  if (current?.type !== "COMPLETED" || isTerminal(proposed.type) || !isKept(current.data)) return undefined;
  return stay("This run is COMPLETED and its result is kept.");
};

/** Nobody would begin it: agents start runs of deployments. */
export const rescheduleWithDeployment: FlowRunRule = ({ run, current, proposed }) => {
  if (!hasEnded(current) || proposed.type !== "SCHEDULED" || run.deploymentId !== null) return undefined;
  return abort("Cannot reschedule a run without a deployment: nobody would start it.");
};

/** Run again by hand, a flow pauses anew, and agents see it again. */
export const beginFlowRunAnew: FlowRunRule = ({ run, current, proposed }) => {
  if (!hasEnded(current) || isTerminal(proposed.type)) return undefined;
  const retryType = proposed.type === "SCHEDULED" ? "reschedule" : null;
  return { status: "accept", run: { empiricalPolicy: forNextAttempt(run.empiricalPolicy, retryType) } };
};

export const keepEndOfTaskRun: TaskRunRule = ({ current, proposed }) => {
  if (!hasEnded(current) || !onlyBeforeTheEnd.has(proposed.type)) return undefined;
  return abort(`Run is already ${current.type}.`);
};

/** When its flow is retried, a task that completed is not repeated. */
export const keepResultOfTaskRun: TaskRunRule = ({ current }) => {
  if (current?.type !== "COMPLETED" || !isKept(current.data)) return undefined;
  return stay("This run is already completed.");
};

/** A task that runs again, by hand or with its flow, has all its retries again. */
export const beginTaskRunAnew: TaskRunRule = ({ run, current, proposed, flowRun }) => {
  if (!hasEnded(current) || isTerminal(proposed.type)) return undefined;
  const isFlowRetry = flowRun !== null && run.flowRunRunCount < flowRun.runCount;
  const isRetrying = isFlowRetry && proposed.type === "RUNNING";
  return {
    status: "accept",
    run: { runCount: 0 },
    proposed: isRetrying ? { ...proposed, name: "Retrying" } : proposed,
  };
};
