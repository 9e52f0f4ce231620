// What lists of flows, deployments, runs, pools and queues may be narrowed by. Every list takes filters of all nouns: the
// flows that have a failed run, the runs of a pool's deployments.
import type { DeploymentId, FlowId, FlowRunId, StateId, TaskRunId, WorkPoolId, WorkQueueId } from "@/lib/ids";
import type { StateType } from "@/lib/states/model";
import type { Micros } from "@/lib/time";

/** How the conditions of one filter combine; "and" when absent. */
type Combined = { readonly operator?: "and" | "or" };
/** An instant between, both ends included. */
export type TimeFilter = { readonly after?: Micros; readonly before?: Micros; readonly isNull?: boolean };
/** `all`: has every one of these tags. `isEmpty`: has none at all. */
export type TagFilter = Combined & { readonly all?: readonly string[]; readonly isEmpty?: boolean };
/** `like`: case-insensitive "contains", `%` and `_` are wildcards. An empty list matches nothing. */
export type NameFilter = { readonly any?: readonly string[]; readonly like?: string };
/** Ids or names that may be missing. */
export type OptionalFilter<Value extends string> = Combined & {
  readonly any?: readonly Value[];
  readonly isNull?: boolean;
};

export type FlowFilter = Combined & {
  readonly ids?: readonly FlowId[];
  readonly name?: NameFilter;
  readonly tags?: TagFilter;
  /** Whether it has no deployment. */
  readonly hasNoDeployment?: boolean;
};

export type DeploymentFilter = Combined & {
  readonly ids?: readonly DeploymentId[];
  readonly name?: NameFilter;
  /** "flow/deployment", or either name: contains. */
  readonly flowOrDeploymentNameLike?: string;
  readonly isPaused?: boolean;
  /** Whether its schedules make runs: the other way to say that it is not paused. */
  readonly isScheduleActive?: boolean;
  readonly tags?: TagFilter;
  readonly workQueueNames?: readonly string[];
};

export type StateFilter = Combined & {
  readonly types?: readonly StateType[];
  readonly names?: readonly string[];
};

export type FlowRunFilter = Combined & {
  readonly ids?: readonly FlowRunId[];
  readonly notIds?: readonly FlowRunId[];
  readonly name?: NameFilter;
  readonly tags?: TagFilter;
  readonly deploymentId?: OptionalFilter<DeploymentId>;
  readonly workQueueName?: OptionalFilter<string>;
  readonly state?: StateFilter;
  readonly flowVersions?: readonly string[];
  readonly startTime?: TimeFilter;
  readonly endTime?: TimeFilter;
  readonly expectedStartTime?: TimeFilter;
  readonly nextScheduledStartTime?: TimeFilter;
  /** Runs that a task of these flow runs started. */
  readonly parentFlowRunIds?: readonly FlowRunId[];
  readonly parentTaskRunId?: OptionalFilter<TaskRunId>;
  readonly idempotencyKeys?: readonly string[];
  readonly notIdempotencyKeys?: readonly string[];
};

export type TaskRunFilter = Combined & {
  readonly ids?: readonly TaskRunId[];
  readonly name?: NameFilter;
  readonly tags?: TagFilter;
  readonly state?: StateFilter;
  readonly stateIds?: readonly StateId[];
  readonly startTime?: TimeFilter;
  readonly expectedStartTime?: TimeFilter;
  readonly flowRunIds?: readonly FlowRunId[];
  readonly hasNoFlowRun?: boolean;
  /** Whether it started flow runs. */
  readonly hasSubflowRuns?: boolean;
};

export type WorkPoolFilter = Combined & {
  readonly ids?: readonly WorkPoolId[];
  readonly names?: readonly string[];
  readonly types?: readonly string[];
};

export type WorkQueueFilter = Combined & {
  readonly ids?: readonly WorkQueueId[];
  readonly names?: readonly string[];
  /** Begins with one of these. */
  readonly nameStartsWith?: readonly string[];
};

/** All that are present must match. */
export type Filters = {
  readonly flows?: FlowFilter;
  readonly flowRuns?: FlowRunFilter;
  readonly taskRuns?: TaskRunFilter;
  readonly deployments?: DeploymentFilter;
  readonly workPools?: WorkPoolFilter;
  readonly workQueues?: WorkQueueFilter;
};
