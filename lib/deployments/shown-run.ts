import { type ShownTime, showTime } from "@/lib/deployments/shown-time";
import type { FlowRun } from "@/lib/flow-runs/model";
import { type StateLabel, toStateLabel } from "@/lib/states/state-label";
import type { Micros } from "@/lib/time";

/** A run beside its deployment. */
export type ShownRun = {
  readonly id: string;
  readonly name: string;
  readonly state: StateLabel | null;
  /** When it began, else when it is expected to. */
  readonly at: ShownTime | null;
};

export function showRun(run: FlowRun, now: Micros): ShownRun {
  const at = run.startTime ?? run.expectedStartTime;
  return {
    id: run.id,
    name: run.name,
    state: run.state && toStateLabel(run.state),
    at: at === null ? null : showTime(at, now),
  };
}
