import type { Filters } from "@/lib/filters";
import type { FlowRun } from "@/lib/flow-runs/model";
import type { DeploymentId, FlowId, FlowRunId, StateId, WorkQueueId } from "@/lib/ids";
import type { Page } from "@/lib/page";
import type { State, StateType } from "@/lib/states/model";
import type { Micros } from "@/lib/time";

export type FlowRunSort =
  | "id_desc"
  | "start_time_asc"
  | "start_time_desc"
  | "expected_start_time_asc"
  | "expected_start_time_desc"
  | "name_asc"
  | "name_desc"
  | "next_scheduled_start_time_asc"
  | "end_time_desc";

/** Runs that an agent may start. */
export type DueRuns = {
  readonly queueIds: readonly WorkQueueId[];
  /** Scheduled no later than this. */
  readonly before: Micros;
  readonly limit: number;
};

export type FlowRunStore = {
  byId(id: FlowRunId): Promise<FlowRun | undefined>;
  byIds(ids: readonly FlowRunId[]): Promise<readonly FlowRun[]>;
  byIdempotencyKey(flowId: FlowId, key: string): Promise<FlowRun | undefined>;
  list(filters: Filters, sort: FlowRunSort, page?: Page): Promise<readonly FlowRun[]>;
  count(filters: Filters): Promise<number>;
  /** How many there are by type of state. */
  countByState(filters: Filters): Promise<ReadonlyMap<StateType, number>>;
  /** By next scheduled start, then id. Runs that wait in their own process for a retry are left out. */
  due(query: DueRuns): Promise<readonly FlowRun[]>;
  /** The newest runs of each deployment by expected start, at most `perDeployment` each, without those that are still to come. */
  latestOf(deploymentIds: readonly DeploymentId[], perDeployment: number): Promise<readonly FlowRun[]>;
  /** With its first state. @throws DomainError conflict when flow and idempotency key exist. */
  insert(run: FlowRun): Promise<void>;
  /** Those whose idempotency key exists are left out. Answers how many were new. */
  insertMissing(runs: readonly FlowRun[]): Promise<number>;
  /** The row; its states stay as they are. */
  update(run: FlowRun): Promise<void>;
  /** The row, and its state as a new one beside the earlier ones. */
  enterState(run: FlowRun & { readonly state: State }): Promise<void>;
  /** Also its states, task runs and logs. */
  delete(id: FlowRunId): Promise<boolean>;
  /** Deletes runs that the scheduler made and nobody began. Answers how many. */
  deleteAutoScheduled(deploymentIds: readonly DeploymentId[]): Promise<number>;
  /** Scheduled runs that agents would be given although their deployment lost a block. */
  waitingWithoutBlock(limit: number): Promise<readonly FlowRun[]>;
  /** Oldest first. */
  statesOf(id: FlowRunId): Promise<readonly State[]>;
  /** A state that any run is or was in. */
  stateById(id: StateId): Promise<State | undefined>;
  /** Runs in state SCHEDULED with name "Scheduled" that were due before; oldest first. */
  overdue(before: Micros, limit: number): Promise<readonly FlowRun[]>;
};
