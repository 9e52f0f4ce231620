import type { FlowRun } from "@/lib/flow-runs/model";
import type { Rule, Situation } from "@/lib/orchestration/ruling";
import type { State } from "@/lib/states/model";
import type { TaskRun } from "@/lib/task-runs/model";

/** What rules look at in a flow run, and may change. */
export type FlowRunFacts = Pick<
  FlowRun,
  "runCount" | "deploymentId" | "infrastructurePid" | "parentTaskRunId" | "empiricalPolicy"
>;
export type FlowRunSituation = Situation<FlowRunFacts> & {
  /** A deleted block of its deployment ("storage block s3/log-test") that nobody has replaced. */
  readonly lostBlock: string | null;
};
export type FlowRunRule = Rule<FlowRunFacts, FlowRunSituation>;

export type TaskRunFacts = Pick<TaskRun, "runCount" | "flowRunRunCount" | "empiricalPolicy">;
export type TaskRunSituation = Situation<TaskRunFacts> & {
  /** The flow run that it belongs to; null for a task that runs on its own. */
  readonly flowRun: Pick<FlowRun, "id" | "state" | "runCount"> | null;
  /** What an earlier task run completed with, when the proposal asks for it. */
  readonly cached: State | null;
  /** Between 0 and 1, for delays that vary. */
  readonly chance: number;
};
export type TaskRunRule = Rule<TaskRunFacts, TaskRunSituation>;
