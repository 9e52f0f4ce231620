import { beginTaskRunAnew, keepEndOfTaskRun, keepResultOfTaskRun } from "@/lib/orchestration/endings";
import { completeWithUnknownResult } from "@/lib/orchestration/forced";
import { grantPendingOnce, refuseSameTransition } from "@/lib/orchestration/repeats";
import { retryFailedTask } from "@/lib/orchestration/retries";
import { carryScheduledTime, waitUntilDue } from "@/lib/orchestration/schedule";
import type { TaskRunRule } from "@/lib/orchestration/situations";
import {
  nameRepeatedStart,
  noteAttemptOfFlow,
  startOnlyInRunningFlow,
  takeOverCached,
} from "@/lib/orchestration/task-starts";

/** In the order in which they are asked. */
export const taskRunRules: readonly TaskRunRule[] = [
  refuseSameTransition,
  takeOverCached,
  keepEndOfTaskRun,
  keepResultOfTaskRun,
  beginTaskRunAnew,
  startOnlyInRunningFlow,
  carryScheduledTime,
  waitUntilDue,
  retryFailedTask,
  nameRepeatedStart,
  noteAttemptOfFlow,
];

/** Tasks without a flow are given to workers as flows are to agents; they cannot be forced. */
export const loneTaskRunRules: readonly TaskRunRule[] = [
  refuseSameTransition,
  grantPendingOnce,
  ...taskRunRules.slice(1),
];

/** With `force`: a person has decided. */
export const forcedTaskRunRules: readonly TaskRunRule[] = [completeWithUnknownResult];
