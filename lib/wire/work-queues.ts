import { z } from "zod";
import { type Micros, toWireTimestamp } from "@/lib/time";
import { exampleQueue } from "@/lib/wire/example-queues";
import {
  filterBody,
  flag,
  id,
  integer,
  jsonObject,
  largestInteger,
  losslessMeta,
  pagedFilterBody,
  text,
  wireId,
  wireTime,
} from "@/lib/wire/fields";
import { instant } from "@/lib/wire/instant";
import { nounFilters } from "@/lib/wire/noun-filters";
import { nounName } from "@/lib/wire/noun-names";
import { toWireValue, type WithPrinted } from "@/lib/wire/print-wire";
import type { PlacedQueue } from "@/lib/work-queues/create-work-queue";
import type { NewWorkQueue } from "@/lib/work-queues/insert-work-queue";
import { polledWithinSeconds, type QueueHealth, queueStatus } from "@/lib/work-queues/queue-status";
import type { WorkQueueChanges } from "@/lib/work-queues/update-work-queue";

const limit = integer().pipe(z.number().min(0).max(largestInteger)).nullish().meta({
  minimum: 0,
  maximum: largestInteger,
  description: "How many runs may be under way at a time; `null` means any number.",
});
const priority = integer().pipe(z.number().min(1).max(largestInteger)).nullish().meta({
  minimum: 1,
  maximum: largestInteger,
  description:
    "Unique within the pool; 1 is served first. Where it is taken, the other queues make room. Without one a new queue comes last.",
});
const tagFilter = jsonObject()
  .nullish()
  .meta({
    ...losslessMeta,
    type: ["object", "null"],
    description: "Of old queues that went by tags: stored, and not used.",
  });

export const WorkQueueCreateBody = z
  .strictObject({
    name: nounName(),
    description: text().nullish(),
    is_paused: flag().nullish().meta({ default: false }),
    concurrency_limit: limit,
    priority,
    filter: tagFilter,
  })
  .meta({ id: "CreateWorkQueue", examples: [exampleQueue.sent] });

export const WorkQueueUpdateBody = z
  .strictObject({
    name: nounName().nullish(),
    description: text().nullish(),
    is_paused: flag().optional(),
    concurrency_limit: limit,
    priority,
    last_polled: instant().nullish(),
    filter: tagFilter,
  })
  .meta({ id: "UpdateWorkQueue", examples: [{ concurrency_limit: 2 }] });

export const WorkQueueFilterBody = pagedFilterBody({ work_queues: nounFilters.workQueues }).meta({
  id: "FilterWorkQueues",
  examples: [{ work_queues: { name: { any_: ["test"] } }, limit: 20 }],
});

export const GetRunsBody = filterBody({
  limit: integer().nullish().meta({ minimum: 0, maximum: 200, default: 200 }),
  scheduled_before: instant()
    .nullish()
    .meta({ description: "Only runs that are due at this time; without it all that are scheduled." }),
  agent_id: id().nullish().meta({ description: "Taken for the sake of old agents, and not used." }),
}).meta({
  id: "GetRuns",
  examples: [{ limit: 10, scheduled_before: "2026-05-03T09:14:22.512043+00:00" }],
});

export const WorkQueueWire = z
  .object({
    id: wireId(),
    created: wireTime(),
    updated: wireTime(),
    name: z.string(),
    description: z.string(),
    is_paused: z.boolean(),
    concurrency_limit: z.number().int().nullable(),
    priority: z.number().int(),
    work_pool_id: wireId(),
    filter: z.unknown().meta({ type: ["object", "null"] }),
    last_polled: wireTime().nullable(),
    work_pool_name: z.string(),
    status: z.enum(["READY", "NOT_READY", "PAUSED"]).meta({
      description: `\`READY\` when an agent asked for runs within ${polledWithinSeconds} seconds.`,
    }),
  })
  .meta({ id: "WorkQueue", examples: [exampleQueue.answered] });

export const WorkQueueStatusWire = z
  .object({
    healthy: z.boolean().meta({ description: "No run is late, and an agent asked lately." }),
    late_runs_count: z.number().int(),
    last_polled: wireTime().nullable(),
    health_check_policy: z.object({
      maximum_late_runs: z.number().int(),
      maximum_seconds_since_last_polled: z.number().int(),
    }),
  })
  .meta({ id: "WorkQueueStatus" });

export function toWorkQueueStatusWire(health: QueueHealth): z.infer<typeof WorkQueueStatusWire> {
  return {
    healthy: health.isHealthy,
    late_runs_count: health.lateRuns,
    last_polled: health.lastPolled === null ? null : toWireTimestamp(health.lastPolled),
    health_check_policy: {
      maximum_late_runs: 0,
      maximum_seconds_since_last_polled: polledWithinSeconds,
    },
  };
}

export function toWorkQueueWire(
  { queue, pool }: PlacedQueue,
  now: Micros,
): WithPrinted<z.infer<typeof WorkQueueWire>, "filter"> {
  return {
    id: queue.id,
    created: toWireTimestamp(queue.created),
    updated: toWireTimestamp(queue.updated),
    name: queue.name,
    description: queue.description,
    is_paused: queue.isPaused,
    concurrency_limit: queue.concurrencyLimit,
    priority: queue.priority,
    work_pool_id: queue.workPoolId,
    filter: toWireValue(queue.filter),
    last_polled: queue.lastPolled === null ? null : toWireTimestamp(queue.lastPolled),
    work_pool_name: pool.name,
    status: queueStatus(queue, now),
  };
}

export function fromWorkQueueCreateBody(body: z.infer<typeof WorkQueueCreateBody>): NewWorkQueue {
  return {
    name: body.name,
    description: body.description ?? "",
    isPaused: body.is_paused ?? false,
    concurrencyLimit: body.concurrency_limit ?? null,
    priority: body.priority ?? null,
    filter: body.filter ?? null,
  };
}

/** Only the keys that were sent; null where there can be none keeps what is there. */
export function fromWorkQueueUpdateBody(body: z.infer<typeof WorkQueueUpdateBody>): WorkQueueChanges {
  return {
    ...(isGiven(body.name) ? { name: body.name } : {}),
    ...(isGiven(body.priority) ? { priority: body.priority } : {}),
    ...(body.description === undefined ? {} : { description: body.description ?? "" }),
    ...(body.is_paused === undefined ? {} : { isPaused: body.is_paused }),
    ...(body.concurrency_limit === undefined ? {} : { concurrencyLimit: body.concurrency_limit }),
    ...(body.last_polled === undefined ? {} : { lastPolled: body.last_polled }),
    ...(body.filter === undefined ? {} : { filter: body.filter }),
  };
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
