import { cancellingEndsCancelled, cancelWithoutProcess } from "@/lib/orchestration/cancelling";
import {
  beginFlowRunAnew,
  keepEndOfFlowRun,
  keepResultOfFlowRun,
  rescheduleWithDeployment,
} from "@/lib/orchestration/endings";
import { completeWithUnknownResult } from "@/lib/orchestration/forced";
import { keepFromAgents } from "@/lib/orchestration/lost-blocks";
import {
  failAfterPauseTimeout,
  leavePauseToRunOrEnd,
  pauseOncePerKey,
  pauseOnlyRunning,
  rememberPause,
  resume,
  resumeOnlyDeployed,
  suspendOnlyDeployed,
} from "@/lib/orchestration/pausing";
import { grantPendingOnce, markOnlyScheduledLate, refuseSameTransition } from "@/lib/orchestration/repeats";
import { retryFailedFlow } from "@/lib/orchestration/retries";
import { carryScheduledTime, waitUntilDue } from "@/lib/orchestration/schedule";
import type { FlowRunRule } from "@/lib/orchestration/situations";

/** In the order in which they are asked. */
export const flowRunRules: readonly FlowRunRule[] = [
  refuseSameTransition,
  keepEndOfFlowRun,
  keepResultOfFlowRun,
  rescheduleWithDeployment,
  beginFlowRunAnew,
  cancellingEndsCancelled,
  cancelWithoutProcess,
  grantPendingOnce,
  markOnlyScheduledLate,
  pauseOnlyRunning,
  pauseOncePerKey,
  suspendOnlyDeployed,
  rememberPause,
  leavePauseToRunOrEnd,
  resumeOnlyDeployed,
  failAfterPauseTimeout,
  keepFromAgents,
  resume,
  carryScheduledTime,
  waitUntilDue,
  retryFailedFlow,
];

/** With `force`: a person has decided. */
export const forcedFlowRunRules: readonly FlowRunRule[] = [completeWithUnknownResult, cancelWithoutProcess];
