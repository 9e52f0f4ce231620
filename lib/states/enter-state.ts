import { isTerminal, type State } from "@/lib/states/model";
import type { Micros } from "@/lib/time";

/** How far a flow run or a task run has come. */
export type Progress = {
  readonly state: State | null;
  readonly runCount: number;
  readonly expectedStartTime: Micros | null;
  readonly nextScheduledStartTime: Micros | null;
  readonly startTime: Micros | null;
  readonly endTime: Micros | null;
  readonly totalRunMicros: number;
};

/**
 * The progress of a run that enters a state: counts, times and the time spent running follow from it. A run that goes on
 * after a pause (`isResuming`) makes no new attempt.
 */
export function enterState<Entered extends State>(
  progress: Progress,
  state: Entered,
  isResuming = false,
): Progress & { readonly state: Entered } {
  const { timestamp, type } = state;
  const wasRunning = progress.state?.type === "RUNNING";
  const isRunning = type === "RUNNING";
  const scheduledTime = type === "SCHEDULED" ? state.details.scheduledTime : null;
  const startTime = progress.startTime ?? (isRunning ? timestamp : null);
  return {
    state,
    runCount: progress.runCount + (isRunning && !isResuming ? 1 : 0),
    expectedStartTime: progress.expectedStartTime ?? scheduledTime ?? timestamp,
    nextScheduledStartTime: scheduledTime,
    startTime,
    endTime: isTerminal(type) ? endOf(progress, startTime, timestamp) : null,
    totalRunMicros:
      progress.totalRunMicros + (wasRunning && progress.state ? timestamp - progress.state.timestamp : 0),
  };
}

/** What never began has no end, and a run that has ended keeps its end whatever it is called later. */
function endOf({ endTime }: Progress, startTime: Micros | null, timestamp: Micros): Micros | null {
  return startTime === null ? null : (endTime ?? timestamp);
}
