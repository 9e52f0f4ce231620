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

/** The progress of a run that enters a state: counts, times and the time spent running follow from it. */
export function enterState<Entered extends State>(
  progress: Progress,
  state: Entered,
): Progress & { readonly state: Entered } {
  const { timestamp, type } = state;
  const wasRunning = progress.state?.type === "RUNNING";
  const isRunning = type === "RUNNING";
  const scheduledTime = type === "SCHEDULED" ? state.details.scheduledTime : null;
  return {
    state,
    runCount: progress.runCount + (isRunning ? 1 : 0),
    expectedStartTime: progress.expectedStartTime ?? scheduledTime ?? timestamp,
    nextScheduledStartTime: scheduledTime,
    startTime: progress.startTime ?? (isRunning ? timestamp : null),
    endTime: isTerminal(type) ? timestamp : null,
    totalRunMicros:
      progress.totalRunMicros + (wasRunning && progress.state ? timestamp - progress.state.timestamp : 0),
  };
}
