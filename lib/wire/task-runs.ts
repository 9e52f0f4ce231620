import { z } from "zod";
import type { FlowRunId, TaskRunId } from "@/lib/ids";
import type { Json, JsonObject } from "@/lib/json";
import type { NewTaskRun } from "@/lib/task-runs/create-task-run";
import type { TaskRun } from "@/lib/task-runs/model";
import type { TaskRunSort } from "@/lib/task-runs/store";
import { type Micros, toWireTimestamp } from "@/lib/time";
import { exampleTaskRun } from "@/lib/wire/example-runs";
import {
  filterBody,
  id,
  jsonObject,
  losslessMeta,
  pagedFilterBody,
  sortWord,
  text,
  wireId,
  wireTime,
} from "@/lib/wire/fields";
import { instant } from "@/lib/wire/instant";
import { nounFilters } from "@/lib/wire/noun-filters";
import type { WithPrinted } from "@/lib/wire/print-wire";
import { progressWire, toProgressWire, toTime } from "@/lib/wire/run-progress";
import { fromStateBody, StateBody, StateWire, toStateWire } from "@/lib/wire/states";

const nothing: JsonObject = new Map();
const longestCacheKey = 2000;

const runName = text().nullish().meta({ description: "Two random words when it is null or empty." });

export const TaskRunCreateBody = z
  .strictObject({
    id: id<TaskRunId>().nullish().meta({ description: "Made by the server unless given." }),
    state: StateBody.nullish().meta({
      lossless: true,
      description: "The first state; pending unless given.",
    }),
    name: runName,
    flow_run_id: id<FlowRunId>().nullish(),
    task_key: text().meta({ description: "Which task it is." }),
    dynamic_key: text().meta({ description: "Which call of the task within its flow run." }),
    cache_key: text()
      .refine((key) => key.length <= longestCacheKey, {
        error: `A cache key has at most ${longestCacheKey} characters.`,
        params: { type: "value_error" },
      })
      .meta({ maxLength: longestCacheKey })
      .nullish(),
    cache_expiration: instant().nullish(),
    task_version: text().nullish(),
    empirical_policy: jsonObject()
      .default(nothing)
      .meta({ ...losslessMeta, description: "Retries, as the client keeps them." }),
    tags: z.array(text()).default([]),
    task_inputs: jsonObject()
      .default(nothing)
      .meta({ ...losslessMeta, description: "Where its arguments come from." }),
  })
  .meta({ id: "CreateTaskRun", examples: [exampleTaskRun.sent] });

export const TaskRunUpdateBody = z
  .strictObject({ name: runName })
  .meta({ id: "UpdateTaskRun", examples: [{ name: "say_hello-0" }] });

const filters = {
  flows: nounFilters.flows,
  flow_runs: nounFilters.flowRuns,
  task_runs: nounFilters.taskRuns,
  deployments: nounFilters.deployments,
};

const sorts = {
  ID_DESC: "id_desc",
  EXPECTED_START_TIME_ASC: "expected_start_time_asc",
  EXPECTED_START_TIME_DESC: "expected_start_time_desc",
  NAME_ASC: "name_asc",
  NAME_DESC: "name_desc",
  NEXT_SCHEDULED_START_TIME_ASC: "next_scheduled_start_time_asc",
  END_TIME_DESC: "end_time_desc",
} as const satisfies Record<string, TaskRunSort>;

const exampleFilter = { task_runs: { flow_run_id: { any_: [exampleTaskRun.answered.flow_run_id] } } };

export const TaskRunCountBody = filterBody(filters).meta({ id: "CountTaskRuns", examples: [exampleFilter] });
export const TaskRunFilterBody = pagedFilterBody({
  ...filters,
  sort: sortWord(
    [
      "ID_DESC",
      "EXPECTED_START_TIME_ASC",
      "EXPECTED_START_TIME_DESC",
      "NAME_ASC",
      "NAME_DESC",
      "NEXT_SCHEDULED_START_TIME_ASC",
      "END_TIME_DESC",
    ],
    "ID_DESC",
  ),
}).meta({
  id: "FilterTaskRuns",
  examples: [{ ...exampleFilter, sort: "EXPECTED_START_TIME_ASC", limit: 50 }],
});

export function fromTaskRunSort(sort: keyof typeof sorts): TaskRunSort {
  return sorts[sort];
}

export const TaskRunWire = z
  .object({
    id: wireId(),
    created: wireTime(),
    updated: wireTime(),
    name: z.string(),
    flow_run_id: wireId().nullable(),
    task_key: z.string(),
    dynamic_key: z.string(),
    cache_key: z.string().nullable(),
    cache_expiration: wireTime().nullable(),
    task_version: z.string().nullable(),
    empirical_policy: z.record(z.string(), z.unknown()),
    tags: z.array(z.string()),
    task_inputs: z.record(z.string(), z.unknown()),
    flow_run_run_count: z.int().meta({ description: "The attempt of its flow run that it belongs to." }),
    ...progressWire,
    state: StateWire.nullable(),
  })
  .meta({ id: "TaskRun", examples: [exampleTaskRun.answered] });

type Printed = "empirical_policy" | "task_inputs" | "state";

export function toTaskRunWire(run: TaskRun, now: Micros): WithPrinted<z.infer<typeof TaskRunWire>, Printed> {
  return {
    id: run.id,
    created: toWireTimestamp(run.created),
    updated: toWireTimestamp(run.updated),
    name: run.name,
    flow_run_id: run.flowRunId,
    task_key: run.taskKey,
    dynamic_key: run.dynamicKey,
    cache_key: run.cacheKey,
    cache_expiration: toTime(run.cacheExpiration),
    task_version: run.taskVersion,
    empirical_policy: withDefaults(run.empiricalPolicy),
    tags: [...run.tags],
    task_inputs: run.taskInputs,
    flow_run_run_count: run.flowRunRunCount,
    ...toProgressWire(run, now),
    state: run.state && toStateWire(run.state),
  };
}

const noRetries: JsonObject = new Map<string, Json>([
  ["max_retries", { number: "0" }],
  ["retry_delay_seconds", { number: "0.0" }],
  ["retries", null],
  ["retry_delay", null],
  ["retry_jitter_factor", null],
]);

/** Clients see every key of a policy. */
function withDefaults(policy: JsonObject): JsonObject {
  return policy.size === 0 ? noRetries : new Map([...noRetries, ...policy]);
}

export function fromTaskRunCreateBody(body: z.infer<typeof TaskRunCreateBody>, now: Micros): NewTaskRun {
  return {
    id: body.id ?? null,
    name: body.name ?? null,
    flowRunId: body.flow_run_id ?? null,
    taskKey: body.task_key,
    dynamicKey: body.dynamic_key,
    cacheKey: body.cache_key ?? null,
    cacheExpiration: body.cache_expiration ?? null,
    taskVersion: body.task_version ?? null,
    empiricalPolicy: body.empirical_policy,
    tags: body.tags,
    taskInputs: body.task_inputs,
    state: body.state ? fromStateBody(body.state, now) : null,
  };
}
