// A flow pauses in its process (it waits) or is suspended: its process ends, and resuming schedules it anew.
import { hasPaused, withPause, withResuming } from "@/lib/orchestration/policy";
import { abort, isIn, stay } from "@/lib/orchestration/ruling";
import type { FlowRunRule } from "@/lib/orchestration/situations";
import { isTerminal, noDetails, type ProposedState } from "@/lib/states/model";

export const pauseOnlyRunning: FlowRunRule = ({ current, proposed }) => {
  if (proposed.type !== "PAUSED") return undefined;
  const verb = verbOf(proposed);
  if (current === null) return abort(`Cannot ${verb} a flow run that has no state.`);
  return current.type === "RUNNING" ? undefined : stay(`Cannot ${verb} a flow run that is not running.`);
};

/** A flow that runs again from its beginning passes by the pauses that it has behind it. */
export const pauseOncePerKey: FlowRunRule = ({ run, proposed }) => {
  const key = proposed.details.pauseKey;
  if (proposed.type !== "PAUSED" || key === null || !hasPaused(run.empiricalPolicy, key)) return undefined;
  return stay(`This ${verbOf(proposed)} has already happened.`);
};

/** Somebody must be able to begin it again. */
export const suspendOnlyDeployed: FlowRunRule = ({ run, proposed }) => {
  if (proposed.type !== "PAUSED" || !proposed.details.pauseReschedule) return undefined;
  if (run.parentTaskRunId !== null) return abort(`Cannot ${verbOf(proposed)} a subflow.`);
  return run.deploymentId === null
    ? abort(`Cannot ${verbOf(proposed)} a flow run without a deployment.`)
    : undefined;
};

export const rememberPause: FlowRunRule = ({ run, proposed }) => {
  const key = proposed.details.pauseKey;
  if (proposed.type !== "PAUSED" || key === null) return undefined;
  return { status: "accept", run: { empiricalPolicy: withPause(run.empiricalPolicy, key) } };
};

export const leavePauseToRunOrEnd: FlowRunRule = ({ current, proposed }) => {
  if (!isIn(current, "PAUSED")) return undefined;
  const isAllowed = proposed.type === "RUNNING" || proposed.type === "SCHEDULED" || isTerminal(proposed.type);
  return isAllowed ? undefined : stay(`A paused run cannot become ${proposed.type}.`);
};

export const resumeOnlyDeployed: FlowRunRule = ({ run, current }) => {
  if (!isIn(current, "PAUSED") || !current.details.pauseReschedule || run.deploymentId !== null) {
    return undefined;
  }
  return stay("Cannot reschedule a suspended run without a deployment.");
};

export const failAfterPauseTimeout: FlowRunRule = ({ run, current, now }) => {
  if (!isIn(current, "PAUSED")) return undefined;
  const { pauseTimeout } = current.details;
  if (pauseTimeout === null || pauseTimeout >= now) return undefined;
  const message = "The flow was paused and nobody resumed it in time.";
  return {
    status: "reject",
    state: { type: "FAILED", name: "Failed", message, data: null, details: noDetails },
    reason: "The pause has timed out: the flow run can no longer resume.",
    run: { empiricalPolicy: withResuming(run.empiricalPolicy, false) },
  };
};

/** To go on is no new attempt. */
export const resume: FlowRunRule = ({ run, current }) => {
  if (!isIn(current, "PAUSED")) return undefined;
  return { status: "accept", run: { empiricalPolicy: withResuming(run.empiricalPolicy, true) } };
};

function verbOf({ name }: ProposedState): string {
  return name === "Suspended" ? "suspend" : "pause";
}
