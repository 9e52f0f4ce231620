import type {
  DeploymentFilter,
  FlowFilter,
  FlowRunFilter,
  NameFilter,
  OptionalFilter,
  StateFilter,
  TagFilter,
  TaskRunFilter,
  TimeFilter,
  WorkPoolFilter,
  WorkQueueFilter,
} from "@/lib/filters";
import type { Micros } from "@/lib/time";
import type {
  DeploymentFilterWire,
  FlowFilterWire,
  FlowRunFilterWire,
  TaskRunFilterWire,
  WorkPoolFilterWire,
  WorkQueueFilterWire,
} from "@/lib/wire/noun-filters";

export function fromFlowFilter(filter: FlowFilterWire): FlowFilter {
  return present({
    operator: filter.operator,
    ids: filter.id?.any_,
    name: fromName(filter.name),
    tags: fromTags(filter.tags),
    hasNoDeployment: filter.deployment?.is_null_,
  });
}

export function fromDeploymentFilter(filter: DeploymentFilterWire): DeploymentFilter {
  return present({
    operator: filter.operator,
    ids: filter.id?.any_,
    name: fromName(filter.name),
    isPaused: filter.paused?.eq_,
    isScheduleActive: filter.is_schedule_active?.eq_,
    tags: fromTags(filter.tags),
    workQueueNames: filter.work_queue_name?.any_,
  });
}

export function fromFlowRunFilter(filter: FlowRunFilterWire): FlowRunFilter {
  return present({
    operator: filter.operator,
    ids: filter.id?.any_,
    notIds: filter.id?.not_any_,
    name: fromName(filter.name),
    tags: fromTags(filter.tags),
    deploymentId: fromOptional(filter.deployment_id),
    workQueueName: fromOptional(filter.work_queue_name),
    state: fromState(filter.state),
    flowVersions: filter.flow_version?.any_,
    startTime: fromTime(filter.start_time),
    expectedStartTime: fromTime(filter.expected_start_time),
    nextScheduledStartTime: fromTime(filter.next_scheduled_start_time),
    parentFlowRunIds: filter.parent_flow_run_id?.any_,
    parentTaskRunId: fromOptional(filter.parent_task_run_id),
    idempotencyKeys: filter.idempotency_key?.any_,
    notIdempotencyKeys: filter.idempotency_key?.not_any_,
  });
}

export function fromTaskRunFilter(filter: TaskRunFilterWire): TaskRunFilter {
  // As in Prefect the ids count only for those that belong to a flow run at all.
  const hasNoFlowRun = filter.flow_run_id?.is_null_ === true;
  return present({
    operator: filter.operator,
    ids: filter.id?.any_,
    name: fromName(filter.name),
    tags: fromTags(filter.tags),
    state: fromState(filter.state),
    startTime: fromTime(filter.start_time),
    hasSubflowRuns: filter.subflow_runs?.exists_,
    hasNoFlowRun: hasNoFlowRun || undefined,
    flowRunIds: hasNoFlowRun ? undefined : filter.flow_run_id?.any_,
  });
}

export function fromWorkPoolFilter(filter: WorkPoolFilterWire): WorkPoolFilter {
  return present({
    operator: filter.operator,
    ids: filter.id?.any_,
    names: filter.name?.any_,
    types: filter.type?.any_,
  });
}

export function fromWorkQueueFilter(filter: WorkQueueFilterWire): WorkQueueFilter {
  return present({
    operator: filter.operator,
    ids: filter.id?.any_,
    names: filter.name?.any_,
    nameStartsWith: filter.name?.startswith_,
  });
}

function fromName(filter: FlowFilterWire["name"]): NameFilter | undefined {
  return filter ? present({ any: filter.any_, like: filter.like_ }) : undefined;
}

function fromTags(filter: FlowFilterWire["tags"]): TagFilter | undefined {
  return filter
    ? present({ operator: filter.operator, all: filter.all_, isEmpty: filter.is_null_ })
    : undefined;
}

function fromState(filter: FlowRunFilterWire["state"]): StateFilter | undefined {
  return filter
    ? present({ operator: filter.operator, types: filter.type?.any_, names: filter.name?.any_ })
    : undefined;
}

function fromTime(
  filter:
    | {
        readonly after_?: Micros | null | undefined;
        readonly before_?: Micros | null | undefined;
        readonly is_null_?: boolean | null | undefined;
      }
    | null
    | undefined,
): TimeFilter | undefined {
  return filter
    ? present({ after: filter.after_, before: filter.before_, isNull: filter.is_null_ })
    : undefined;
}

function fromOptional<Value extends string>(
  filter:
    | {
        readonly operator: "and" | "or";
        readonly any_?: readonly Value[] | null | undefined;
        readonly is_null_?: boolean | null | undefined;
      }
    | null
    | undefined,
): OptionalFilter<Value> | undefined {
  return filter
    ? present({ operator: filter.operator, any: filter.any_, isNull: filter.is_null_ })
    : undefined;
}

type Present<Given> = { readonly [Key in keyof Given]?: NonNullable<Given[Key]> };

/** Without what is null or absent: a filter does not speak of it. */
function present<Given extends object>(given: Given): Present<Given> {
  const entries = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Present<Given>; // the same keys, but for those without a value
}
