import { isIn, stay } from "@/lib/orchestration/ruling";
import type { FlowRunRule } from "@/lib/orchestration/situations";
import { noDetails, type ProposedState } from "@/lib/states/model";

/** The agent stops the process meanwhile: what the process still says does not count. */
export const cancellingEndsCancelled: FlowRunRule = ({ current, proposed }) => {
  if (!isIn(current, "CANCELLING", "CANCELLED") || proposed.type === "CANCELLED") return undefined;
  return stay("A run that is being cancelled can only become CANCELLED.");
};

/** Without a process there is nothing to stop, and nobody who would end the run. */
export const cancelWithoutProcess: FlowRunRule = ({ run, current, proposed }) => {
  if (proposed.type !== "CANCELLING") return undefined;
  const isUnstarted = isIn(current, "SCHEDULED") && !run.infrastructurePid;
  const isResuming = isIn(current, "SCHEDULED", "PAUSED") && current.name === "Resuming";
  if (isUnstarted || isResuming) return cancel("Scheduled flow run has no infrastructure to terminate.");
  const isSuspended = isIn(current, "PAUSED") && current.details.pauseReschedule;
  return isSuspended ? cancel("Suspended flow run has no infrastructure to terminate.") : undefined;
};

const cancelled: ProposedState = {
  type: "CANCELLED",
  name: "Cancelled",
  message: null,
  data: null,
  details: noDetails,
};

function cancel(reason: string) {
  return { status: "reject", state: cancelled, reason } as const;
}
