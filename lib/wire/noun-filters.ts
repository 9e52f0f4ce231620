// The filters of flows, deployments, runs, pools and queues in `/filter` and `/count` bodies. Each list takes filters of
// all nouns. Null and absent mean the same: no condition.
import { z } from "zod";
import type { Filters } from "@/lib/filters";
import type { DeploymentId, FlowId, FlowRunId, TaskRunId, WorkPoolId, WorkQueueId } from "@/lib/ids";
import { stateTypes } from "@/lib/states/model";
import { anyMeta, anyOf, flag, id, likeMeta, operator, text } from "@/lib/wire/fields";
import {
  fromDeploymentFilter,
  fromFlowFilter,
  fromFlowRunFilter,
  fromTaskRunFilter,
  fromWorkPoolFilter,
  fromWorkQueueFilter,
} from "@/lib/wire/from-noun-filters";
import { instant } from "@/lib/wire/instant";

const nothingMeta = { description: "`true`: it has none. `false`: it has one." } as const;
const isNull = flag().nullish().meta(nothingMeta);

const nameFilter = z
  .strictObject({ any_: z.array(text()).nullish().meta(anyMeta), like_: text().nullish().meta(likeMeta) })
  .nullish();

const tagFilter = z
  .strictObject({
    operator,
    all_: z
      .array(text())
      .nullish()
      .meta({ description: "Has all of these. An empty list sets no condition." }),
    is_null_: flag().nullish().meta({ description: "`true`: it has no tags. `false`: it has some." }),
  })
  .nullish();

const stateFilter = z
  .strictObject({
    operator,
    type: anyOf(z.enum(stateTypes)),
    name: anyOf(text()),
  })
  .nullish();

const timeBounds = {
  before_: instant().nullish().meta({ description: "Then or earlier." }),
  after_: instant().nullish().meta({ description: "Then or later." }),
};
const timeFilter = z.strictObject(timeBounds).nullish();
const optionalTimeFilter = z.strictObject({ ...timeBounds, is_null_: isNull }).nullish();

/** One of the values, or none at all. */
function optionalFilter<Item extends z.ZodType>(item: Item) {
  return z
    .strictObject({ operator, any_: z.array(item).nullish().meta(anyMeta), is_null_: isNull })
    .nullish();
}

/** One of the values, and none of others. */
function choiceFilter<Item extends z.ZodType>(item: Item) {
  return z
    .strictObject({
      any_: z.array(item).nullish().meta(anyMeta),
      not_any_: z.array(item).nullish().meta({ description: "None of these." }),
    })
    .nullish();
}

const flows = z
  .strictObject({
    operator,
    id: anyOf(id<FlowId>()),
    deployment: z
      .strictObject({
        operator,
        is_null_: flag()
          .nullish()
          .meta({ description: "`true`: it has no deployment. `false`: it has one." }),
      })
      .nullish(),
    name: nameFilter,
    tags: tagFilter,
  })
  .meta({ id: "FlowFilter" })
  .nullish();

const deployments = z
  .strictObject({
    operator,
    id: anyOf(id<DeploymentId>()),
    name: nameFilter,
    paused: z.strictObject({ eq_: flag().nullish() }).nullish(),
    is_schedule_active: z.strictObject({ eq_: flag().nullish() }).nullish(),
    tags: tagFilter,
    work_queue_name: anyOf(text()),
  })
  .meta({ id: "DeploymentFilter" })
  .nullish();

const flowRuns = z
  .strictObject({
    operator,
    id: choiceFilter(id<FlowRunId>()),
    name: nameFilter,
    tags: tagFilter,
    deployment_id: optionalFilter(id<DeploymentId>()),
    work_queue_name: optionalFilter(text()),
    state: stateFilter,
    flow_version: anyOf(text()),
    start_time: optionalTimeFilter,
    expected_start_time: timeFilter,
    next_scheduled_start_time: timeFilter,
    parent_flow_run_id: z
      .strictObject({ operator, any_: z.array(id<FlowRunId>()).nullish().meta(anyMeta) })
      .nullish(),
    parent_task_run_id: optionalFilter(id<TaskRunId>()),
    idempotency_key: choiceFilter(text()),
  })
  .meta({ id: "FlowRunFilter" })
  .nullish();

const taskRuns = z
  .strictObject({
    operator,
    id: anyOf(id<TaskRunId>()),
    name: nameFilter,
    tags: tagFilter,
    state: stateFilter,
    start_time: optionalTimeFilter,
    subflow_runs: z
      .strictObject({
        exists_: flag().nullish().meta({ description: "Whether it started a flow run." }),
      })
      .nullish(),
    flow_run_id: optionalFilter(id<FlowRunId>()),
  })
  .meta({ id: "TaskRunFilter" })
  .nullish();

const workPools = z
  .strictObject({
    operator,
    id: anyOf(id<WorkPoolId>()),
    name: anyOf(text()),
    type: anyOf(text()),
  })
  .meta({ id: "WorkPoolFilter" })
  .nullish();

const workQueues = z
  .strictObject({
    operator,
    id: anyOf(id<WorkQueueId>()),
    name: z
      .strictObject({
        any_: z.array(text()).nullish().meta(anyMeta),
        startswith_: z.array(text()).nullish().meta({ description: "Begins with one of these." }),
      })
      .nullish(),
  })
  .meta({ id: "WorkQueueFilter" })
  .nullish();

/** For each noun; a body takes those that its route knows. Runs and deployments call the queues `work_pool_queues`. */
export const nounFilters = { flows, deployments, flowRuns, taskRuns, workPools, workQueues };

type Given<Filter extends z.ZodType> = z.infer<Filter> | undefined;

/** What a body narrows its list by. */
export function fromFilters(body: {
  readonly flows?: Given<typeof flows>;
  readonly deployments?: Given<typeof deployments>;
  readonly flow_runs?: Given<typeof flowRuns>;
  readonly task_runs?: Given<typeof taskRuns>;
  readonly work_pools?: Given<typeof workPools>;
  readonly work_pool_queues?: Given<typeof workQueues>;
  readonly work_queues?: Given<typeof workQueues>;
}): Filters {
  const queues = body.work_pool_queues ?? body.work_queues;
  return {
    ...(body.flows && { flows: fromFlowFilter(body.flows) }),
    ...(body.deployments && { deployments: fromDeploymentFilter(body.deployments) }),
    ...(body.flow_runs && { flowRuns: fromFlowRunFilter(body.flow_runs) }),
    ...(body.task_runs && { taskRuns: fromTaskRunFilter(body.task_runs) }),
    ...(body.work_pools && { workPools: fromWorkPoolFilter(body.work_pools) }),
    ...(queues && { workQueues: fromWorkQueueFilter(queues) }),
  };
}

export type FlowFilterWire = NonNullable<z.infer<typeof flows>>;
export type DeploymentFilterWire = NonNullable<z.infer<typeof deployments>>;
export type FlowRunFilterWire = NonNullable<z.infer<typeof flowRuns>>;
export type TaskRunFilterWire = NonNullable<z.infer<typeof taskRuns>>;
export type WorkPoolFilterWire = NonNullable<z.infer<typeof workPools>>;
export type WorkQueueFilterWire = NonNullable<z.infer<typeof workQueues>>;
