import { z } from "zod";
import type { NewFlowRun } from "@/lib/flow-runs/create-flow-run";
import type { PlacedFlowRun } from "@/lib/flow-runs/place-flow-runs";
import type { FlowRunSort } from "@/lib/flow-runs/store";
import type { FlowRunChanges } from "@/lib/flow-runs/update-flow-run";
import type { BlockDocumentId, DeploymentId, FlowId, TaskRunId } from "@/lib/ids";
import type { Json, JsonObject } from "@/lib/json";
import { type Micros, toWireTimestamp } from "@/lib/time";
import { exampleFlowRun } from "@/lib/wire/example-runs";
import {
  filterBody,
  id,
  jsonObject,
  losslessMeta,
  pagedFilterBody,
  secretMeta,
  sortWord,
  text,
  wireId,
  wireTime,
} from "@/lib/wire/fields";
import { nounFilters } from "@/lib/wire/noun-filters";
import { toWireValue, type WithPrinted } from "@/lib/wire/print-wire";
import { progressWire, toProgressWire } from "@/lib/wire/run-progress";
import { fromStateBody, StateBody, StateWire, toStateWire } from "@/lib/wire/states";

const nothing: JsonObject = new Map();

const runName = text().nullish().meta({ description: "Two random words when it is null or empty." });

export const FlowRunCreateBody = z
  .strictObject({
    flow_id: id<FlowId>(),
    state: StateBody.nullish().meta({
      ...losslessMeta,
      description: "The first state; pending unless given.",
    }),
    name: runName,
    flow_version: text().nullish(),
    parameters: jsonObject().default(nothing).meta(secretMeta),
    context: jsonObject().default(nothing).meta(secretMeta),
    parent_task_run_id: id<TaskRunId>()
      .nullish()
      .meta({ description: "The task run that stands for this run in the flow run that began it." }),
    infrastructure_document_id: id<BlockDocumentId>().nullish(),
    empirical_policy: jsonObject()
      .default(nothing)
      .meta({ ...losslessMeta, description: "Retries and pauses, as the client keeps them." }),
    tags: z.array(text()).default([]),
    idempotency_key: text()
      .nullish()
      .meta({ description: "A known key of the flow answers the run that has it." }),
    deployment_id: id<DeploymentId>().nullish(),
  })
  .meta({ id: "CreateFlowRun", examples: [exampleFlowRun.sent] });

export const FlowRunUpdateBody = z
  .strictObject({
    name: runName,
    flow_version: text().nullish(),
    parameters: jsonObject().optional().meta(secretMeta),
    empirical_policy: jsonObject().optional().meta(losslessMeta),
    tags: z.array(text()).optional(),
    infrastructure_pid: text()
      .nullish()
      .meta({ description: "Where it runs; agents write the host and the number of the process." }),
    job_variables: jsonObject()
      .meta(secretMeta)
      .nullish()
      .meta({ lossless: true, secret: true, description: "Laid over the overrides of its deployment." }),
  })
  .meta({ id: "UpdateFlowRun", examples: [{ infrastructure_pid: "worker-1:4242" }] });

const filters = {
  flows: nounFilters.flows,
  flow_runs: nounFilters.flowRuns,
  task_runs: nounFilters.taskRuns,
  deployments: nounFilters.deployments,
  work_pools: nounFilters.workPools,
  work_pool_queues: nounFilters.workQueues,
};

const sorts = {
  ID_DESC: "id_desc",
  START_TIME_ASC: "start_time_asc",
  START_TIME_DESC: "start_time_desc",
  EXPECTED_START_TIME_ASC: "expected_start_time_asc",
  EXPECTED_START_TIME_DESC: "expected_start_time_desc",
  NAME_ASC: "name_asc",
  NAME_DESC: "name_desc",
  NEXT_SCHEDULED_START_TIME_ASC: "next_scheduled_start_time_asc",
  END_TIME_DESC: "end_time_desc",
} as const satisfies Record<string, FlowRunSort>;

const exampleFilter = { flow_runs: { state: { type: { any_: ["FAILED", "CRASHED"] } } } };

export const FlowRunCountBody = filterBody(filters).meta({ id: "CountFlowRuns", examples: [exampleFilter] });
export const FlowRunFilterBody = pagedFilterBody({
  ...filters,
  sort: sortWord(
    [
      "ID_DESC",
      "START_TIME_ASC",
      "START_TIME_DESC",
      "EXPECTED_START_TIME_ASC",
      "EXPECTED_START_TIME_DESC",
      "NAME_ASC",
      "NAME_DESC",
      "NEXT_SCHEDULED_START_TIME_ASC",
      "END_TIME_DESC",
    ],
    "ID_DESC",
  ).meta({ description: "A run that has not begun counts by its expected start in `START_TIME_*`." }),
}).meta({
  id: "FilterFlowRuns",
  examples: [{ ...exampleFilter, sort: "EXPECTED_START_TIME_DESC", limit: 15 }],
});

export function fromFlowRunSort(sort: keyof typeof sorts): FlowRunSort {
  return sorts[sort];
}

export const FlowRunWire = z
  .object({
    id: wireId(),
    created: wireTime(),
    updated: wireTime(),
    name: z.string(),
    flow_id: wireId(),
    deployment_id: wireId().nullable(),
    deployment_version: z.string().nullable(),
    work_queue_id: wireId().nullable(),
    work_queue_name: z.string().nullable(),
    flow_version: z.string().nullable(),
    parameters: z.record(z.string(), z.unknown()),
    idempotency_key: z.string().nullable(),
    context: z.record(z.string(), z.unknown()),
    empirical_policy: z.record(z.string(), z.unknown()),
    tags: z.array(z.string()),
    parent_task_run_id: wireId().nullable(),
    ...progressWire,
    auto_scheduled: z.boolean().meta({ description: "Whether a schedule of its deployment made it." }),
    infrastructure_document_id: wireId().nullable(),
    infrastructure_pid: z.string().nullable(),
    created_by: z.unknown(),
    work_pool_id: wireId().nullable(),
    work_pool_name: z.string().nullable(),
    state: StateWire.nullable(),
    job_variables: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: "FlowRun", examples: [exampleFlowRun.answered] });

type Printed = "parameters" | "context" | "empirical_policy" | "created_by" | "state" | "job_variables";

export function toFlowRunWire({
  run,
  pool,
  now,
}: PlacedFlowRun): WithPrinted<z.infer<typeof FlowRunWire>, Printed> {
  return {
    id: run.id,
    created: toWireTimestamp(run.created),
    updated: toWireTimestamp(run.updated),
    name: run.name,
    flow_id: run.flowId,
    deployment_id: run.deploymentId,
    deployment_version: run.deploymentVersion,
    work_queue_id: run.workQueueId,
    work_queue_name: run.workQueueName,
    flow_version: run.flowVersion,
    parameters: run.parameters,
    idempotency_key: run.idempotencyKey,
    context: run.context,
    empirical_policy: withDefaults(run.empiricalPolicy),
    tags: [...run.tags],
    parent_task_run_id: run.parentTaskRunId,
    ...toProgressWire(run, now),
    auto_scheduled: run.isAutoScheduled,
    infrastructure_document_id: run.infrastructureDocumentId,
    infrastructure_pid: run.infrastructurePid,
    created_by: toWireValue(run.createdBy),
    work_pool_id: pool?.id ?? null,
    work_pool_name: pool?.name ?? null,
    state: run.state && toStateWire(run.state),
    job_variables: run.jobVariables,
  };
}

const noRetries: JsonObject = new Map<string, Json>([
  ["max_retries", { number: "0" }],
  ["retry_delay_seconds", { number: "0.0" }],
  ["retries", null],
  ["retry_delay", null],
  ["pause_keys", []],
  ["resuming", false],
  ["retry_type", null],
]);

/** Clients see every key of a policy. */
function withDefaults(policy: JsonObject): JsonObject {
  return policy.size === 0 ? noRetries : new Map([...noRetries, ...policy]);
}

export function fromFlowRunCreateBody(body: z.infer<typeof FlowRunCreateBody>, now: Micros): NewFlowRun {
  return {
    flowId: body.flow_id,
    deploymentId: body.deployment_id ?? null,
    name: body.name ?? null,
    flowVersion: body.flow_version ?? null,
    parameters: body.parameters,
    context: body.context,
    parentTaskRunId: body.parent_task_run_id ?? null,
    infrastructureDocumentId: body.infrastructure_document_id ?? null,
    empiricalPolicy: body.empirical_policy,
    tags: body.tags,
    idempotencyKey: body.idempotency_key ?? null,
    state: body.state ? fromStateBody(body.state, now) : null,
  };
}

/** Only the keys that were sent. */
export function fromFlowRunUpdateBody(body: z.infer<typeof FlowRunUpdateBody>): FlowRunChanges {
  return {
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.flow_version === undefined ? {} : { flowVersion: body.flow_version }),
    ...(body.parameters === undefined ? {} : { parameters: body.parameters }),
    ...(body.empirical_policy === undefined ? {} : { empiricalPolicy: body.empirical_policy }),
    ...(body.tags === undefined ? {} : { tags: body.tags }),
    ...(body.infrastructure_pid === undefined ? {} : { infrastructurePid: body.infrastructure_pid }),
    ...(body.job_variables === undefined ? {} : { jobVariables: body.job_variables }),
  };
}
