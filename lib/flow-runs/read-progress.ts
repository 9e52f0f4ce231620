import type { FlowRun } from "@/lib/flow-runs/model";
import type { TaskRunId } from "@/lib/ids";
import { isTerminal, type State } from "@/lib/states/model";
import { type StateLabel, toStateLabel } from "@/lib/states/state-label";
import type { Store } from "@/lib/store";
import type { TaskRun } from "@/lib/task-runs/model";
import { harmlessText } from "@/lib/text/harmless-text";
import type { Micros } from "@/lib/time";

/** All of a run's page that changes while it is under way, apart from its log. Plain JSON. */
export type RunProgress = {
  readonly state: ShownState | null;
  readonly isFinal: boolean;
  readonly expected: Micros | null;
  readonly next: Micros | null;
  readonly start: Micros | null;
  readonly end: Micros | null;
  readonly runCount: number;
  readonly pid: string | null;
  /** Oldest first. */
  readonly states: readonly ShownState[];
  /** The newest ones, oldest first. */
  readonly taskRuns: readonly TaskRunRow[];
  readonly taskRunCount: number;
};

export type ShownState = StateLabel & {
  readonly id: string;
  readonly at: Micros;
  readonly message: string | null;
};

export type TaskRunRow = {
  readonly id: string;
  readonly name: string;
  readonly state: StateLabel | null;
  readonly isFinal: boolean;
  readonly start: Micros | null;
  readonly end: Micros | null;
  /** The flow run that it stands for, when a flow called another one. */
  readonly child: { readonly id: string; readonly name: string } | null;
};

const taskRunsShown = 200;
const statesShown = 200;
const maxMessageLength = 2_000;

export async function readProgress(store: Store, run: FlowRun): Promise<RunProgress> {
  const filters = { taskRuns: { flowRunIds: [run.id] } };
  const taskRuns = await store.taskRuns.list(filters, "expected_start_time_desc", {
    limit: taskRunsShown,
    offset: 0,
  });
  const isAll = taskRuns.length < taskRunsShown;
  const states = await store.flowRuns.statesOf(run.id);
  return {
    state: run.state && showState(run.state),
    isFinal: run.state !== null && isTerminal(run.state.type),
    expected: run.expectedStartTime,
    next: run.nextScheduledStartTime,
    start: run.startTime,
    end: run.endTime,
    runCount: run.runCount,
    pid: run.infrastructurePid && harmlessText(run.infrastructurePid),
    states: states.slice(-statesShown).map(showState),
    taskRuns: await toTaskRows(store, run, [...taskRuns].reverse()),
    taskRunCount: isAll ? taskRuns.length : await store.taskRuns.count(filters),
  };
}

function showState(state: State): ShownState {
  const { id, timestamp, message } = state;
  return {
    ...toStateLabel(state),
    id,
    at: timestamp,
    message: message && harmlessText(message.slice(0, maxMessageLength)),
  };
}

async function toTaskRows(
  store: Store,
  run: FlowRun,
  taskRuns: readonly TaskRun[],
): Promise<readonly TaskRunRow[]> {
  const children = await childrenOf(store, run, taskRuns);
  return taskRuns.map(({ id, name, state, startTime, endTime }) => ({
    id,
    name,
    state: state && toStateLabel(state),
    isFinal: state !== null && isTerminal(state.type),
    start: startTime,
    end: endTime,
    child: children.get(id) ?? null,
  }));
}

async function childrenOf(
  store: Store,
  run: FlowRun,
  taskRuns: readonly TaskRun[],
): Promise<ReadonlyMap<TaskRunId, TaskRunRow["child"]>> {
  if (taskRuns.length === 0) return new Map();
  const children = await store.flowRuns.list(
    { flowRuns: { parentFlowRunIds: [run.id] } },
    "expected_start_time_desc",
    { limit: taskRunsShown, offset: 0 },
  );
  return new Map(
    children.flatMap(({ id, name, parentTaskRunId }) =>
      parentTaskRunId === null ? [] : [[parentTaskRunId, { id, name }] as const],
    ),
  );
}
