import { z } from "zod";
import { isJsonObject, type JsonObject } from "@/lib/json";
import { toWireTimestamp } from "@/lib/time";
import { examplePool } from "@/lib/wire/example-queues";
import {
  filterBody,
  flag,
  integer,
  jsonObject,
  largestInteger,
  losslessMeta,
  pagedFilterBody,
  text,
  wireId,
  wireTime,
} from "@/lib/wire/fields";
import { FlowRunWire } from "@/lib/wire/flow-runs";
import { instant } from "@/lib/wire/instant";
import { nounFilters } from "@/lib/wire/noun-filters";
import { nounName } from "@/lib/wire/noun-names";
import type { WithPrinted } from "@/lib/wire/print-wire";
import type { WorkPool } from "@/lib/work-pools/model";
import type { WorkPoolChanges } from "@/lib/work-pools/update-work-pool";
import type { NewWorkPool } from "@/lib/work-queues/insert-work-pool";

const template = jsonObject().refine(isTemplate, {
  error: "A base job template is empty, or has both `job_configuration` and `variables`.",
  params: { type: "value_error" },
});
const templateMeta = {
  ...losslessMeta,
  description: "What workers make jobs from. Stored to the letter; agents do not use it.",
};

function isTemplate(value: JsonObject): boolean {
  const parts = [value.get("job_configuration"), value.get("variables")];
  return value.size === 0 || parts.every(isJsonObject);
}

const limit = integer().pipe(z.number().min(0).max(largestInteger)).nullish().meta({
  minimum: 0,
  maximum: largestInteger,
  description: "How many runs of all its queues may be under way at a time; `null` means any number.",
});

export const WorkPoolCreateBody = z
  .strictObject({
    name: nounName(),
    description: text().nullish(),
    type: text().optional().meta({ default: "prefect-agent" }),
    base_job_template: template.optional().meta(templateMeta),
    is_paused: flag().optional().meta({ default: false }),
    concurrency_limit: limit,
  })
  .meta({ id: "CreateWorkPool", examples: [examplePool.sent] });

export const WorkPoolUpdateBody = z
  .strictObject({
    description: text().nullish(),
    is_paused: flag().optional(),
    base_job_template: template.optional().meta(templateMeta),
    concurrency_limit: limit,
  })
  .meta({ id: "UpdateWorkPool", examples: [{ is_paused: true }] });

export const WorkPoolFilterBody = pagedFilterBody({ work_pools: nounFilters.workPools }).meta({
  id: "FilterWorkPools",
  examples: [{ work_pools: { type: { any_: ["prefect-agent"] } } }],
});
export const WorkPoolCountBody = filterBody({ work_pools: nounFilters.workPools }).meta({
  id: "CountWorkPools",
  examples: [{ work_pools: { type: { any_: ["prefect-agent"] } } }],
});

export const WorkPoolWire = z
  .object({
    id: wireId(),
    created: wireTime(),
    updated: wireTime(),
    name: z.string(),
    description: z.string().nullable(),
    type: z.string(),
    base_job_template: z.unknown().meta({ type: "object" }),
    is_paused: z.boolean(),
    concurrency_limit: z.number().int().nullable(),
    status: z.enum(["NOT_READY", "PAUSED"]).nullable().meta({
      description: "Null for pools of agents. No worker is ever online here.",
    }),
    default_queue_id: wireId().nullable(),
  })
  .meta({ id: "WorkPool", examples: [examplePool.answered] });

export function toWorkPoolWire(
  pool: WorkPool,
): WithPrinted<z.infer<typeof WorkPoolWire>, "base_job_template"> {
  return {
    id: pool.id,
    created: toWireTimestamp(pool.created),
    updated: toWireTimestamp(pool.updated),
    name: pool.name,
    description: pool.description,
    type: pool.type,
    base_job_template: pool.baseJobTemplate,
    is_paused: pool.isPaused,
    concurrency_limit: pool.concurrencyLimit,
    status: statusOf(pool),
    default_queue_id: pool.defaultQueueId,
  };
}

function statusOf({ type, isPaused }: WorkPool): "NOT_READY" | "PAUSED" | null {
  if (type === "prefect-agent") return null;
  return isPaused ? "PAUSED" : "NOT_READY";
}

export function fromWorkPoolCreateBody(body: z.infer<typeof WorkPoolCreateBody>): NewWorkPool {
  return {
    name: body.name,
    description: body.description ?? null,
    concurrencyLimit: body.concurrency_limit ?? null,
    ...(body.type === undefined ? {} : { type: body.type }),
    ...(body.is_paused === undefined ? {} : { isPaused: body.is_paused }),
    ...(body.base_job_template === undefined ? {} : { baseJobTemplate: body.base_job_template }),
  };
}

/** Only the keys that were sent. */
export function fromWorkPoolUpdateBody(body: z.infer<typeof WorkPoolUpdateBody>): WorkPoolChanges {
  return {
    ...(body.description === undefined ? {} : { description: body.description }),
    ...(body.is_paused === undefined ? {} : { isPaused: body.is_paused }),
    ...(body.concurrency_limit === undefined ? {} : { concurrencyLimit: body.concurrency_limit }),
    ...(body.base_job_template === undefined ? {} : { baseJobTemplate: body.base_job_template }),
  };
}

export const GetPoolRunsBody = z
  .object({
    work_queue_names: z
      .array(text())
      .nullish()
      .meta({ description: "Only these queues; all where none is named." }),
    scheduled_before: instant()
      .nullish()
      .meta({ description: "Only runs that are due at this time; without it all that are scheduled." }),
    limit: integer().nullish().meta({ minimum: 0, maximum: 200, default: 200 }),
  })
  .meta({ id: "GetPoolRuns", examples: [{ scheduled_before: "2026-05-03T09:14:22.512043+00:00" }] });

export const PoolRunWire = z
  .object({ work_pool_id: wireId(), work_queue_id: wireId(), flow_run: FlowRunWire })
  .meta({ id: "PoolRun" });
