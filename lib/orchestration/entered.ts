import type { FlowRun } from "@/lib/flow-runs/model";
import type { StateId } from "@/lib/ids";
import { isResuming, withResuming } from "@/lib/orchestration/policy";
import type { Answer, Decision } from "@/lib/orchestration/ruling";
import type { FlowRunFacts, TaskRunFacts } from "@/lib/orchestration/situations";
import { enterState } from "@/lib/states/enter-state";
import { isTerminal, type ProposedState, type State } from "@/lib/states/model";
import type { TaskRun } from "@/lib/task-runs/model";
import type { Micros } from "@/lib/time";

/** A proposal and what became of it. */
export type Proposal = {
  readonly proposed: ProposedState;
  /** Whether a person has decided: rules that protect clients from each other are left out. */
  readonly isForced?: boolean;
};
export type Outcome = {
  readonly answer: Answer;
  /** The state that the run is in now. */
  readonly state: State | null;
  /** Whether it was entered just now. */
  readonly isNew: boolean;
};

/** What the server adds to a state that is entered. */
export type Entry = { readonly id: StateId; readonly timestamp: Micros };

/** The flow run in the state that was decided; undefined when it stays where it is. */
export function enterFlowRun(
  run: FlowRun,
  { state, changes }: Decision<FlowRunFacts>,
  entry: Entry,
): (FlowRun & { readonly state: State }) | undefined {
  if (!state) return undefined;
  const changed = { ...run, ...changes };
  const details = {
    ...state.details,
    flowRunId: run.id,
    taskRunId: run.parentTaskRunId ?? state.details.taskRunId,
  };
  const resuming = isResuming(changed.empiricalPolicy);
  const hasResumed = resuming && (state.type === "RUNNING" || isTerminal(state.type));
  return {
    ...changed,
    ...enterState(changed, { ...state, ...entry, details }, resuming),
    updated: entry.timestamp,
    empiricalPolicy: hasResumed ? withResuming(changed.empiricalPolicy, false) : changed.empiricalPolicy,
  };
}

/** The task run in the state that was decided; undefined when it stays where it is. */
export function enterTaskRun(
  run: TaskRun,
  { state, changes }: Decision<TaskRunFacts>,
  entry: Entry,
): (TaskRun & { readonly state: State }) | undefined {
  if (!state) return undefined;
  const changed = { ...run, ...changes };
  const details = { ...state.details, flowRunId: run.flowRunId, taskRunId: run.id };
  return {
    ...changed,
    ...enterState(changed, { ...state, ...entry, details }),
    updated: entry.timestamp,
  };
}
