import { z } from "zod";
import type { DeploymentSchedule, Schedule } from "@/lib/deployments/model";
import type { NewSchedule } from "@/lib/deployments/new-schedule";
import { DomainError, type Issue } from "@/lib/errors";
import { scheduleFault } from "@/lib/schedules/parse-schedule";
import { type Micros, toWireTimestamp } from "@/lib/time";
import { exampleSchedule } from "@/lib/wire/deployment-examples";
import { flag, integer, largestInteger, text, wireId, wireTime } from "@/lib/wire/fields";
import { instant } from "@/lib/wire/instant";

const secondsMicros = 1_000_000;

const isSeconds = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

const seconds = z
  .preprocess(
    (value) => (typeof value === "string" && value.trim() !== "" ? Number(value) : value),
    z.custom<number>(isSeconds, {
      error: "invalid duration format",
      params: { type: "value_error.duration" },
    }),
  )
  .meta({ type: "number" });

const kinds = ["cron", "interval", "rrule"] as const;

/** When runs are due: one of three kinds. */
export const scheduleBody = z
  .strictObject({
    cron: text().nullish().meta({ description: "Five fields, or a word such as `@daily`." }),
    day_or: flag().nullish().meta({
      description: "With `cron`: whether day of month and weekday are alternatives; `true` by default.",
    }),
    interval: seconds.nullish().meta({ description: "Seconds from one run to the next, above 0." }),
    anchor_date: instant()
      .nullish()
      .meta({ description: "With `interval`: a time from which the intervals are counted; now by default." }),
    rrule: text().nullish().meta({ description: "A recurrence rule of iCalendar." }),
    timezone: text().nullish().meta({ description: "A name of the IANA list; UTC by default." }),
  })
  .superRefine((body, context) => {
    const given = kinds.filter((kind) => (body[kind] ?? null) !== null);
    if (given.length === 1) return;
    const message = `A schedule needs one of ${kinds.join(", ")}, and has ${given.length} of them.`;
    context.addIssue({
      code: "custom",
      path: [given[1] ?? "cron"],
      message,
      params: { type: "value_error" },
    });
  })
  .meta({ id: "ScheduleBody", examples: [exampleSchedule.sent.schedule] });

const limits = {
  max_active_runs: integer()
    .pipe(z.number().min(1).max(largestInteger))
    .nullish()
    .meta({ minimum: 1, maximum: largestInteger, description: "Kept, and answered as it is." }),
  max_scheduled_runs: integer().pipe(z.number().min(1).max(largestInteger)).nullish().meta({
    minimum: 1,
    maximum: largestInteger,
    description: "How many runs are made ahead at most; 100 by default.",
  }),
};

export const newScheduleBody = z
  .strictObject({
    schedule: scheduleBody,
    active: flag().default(true).meta({ description: "Whether it makes runs." }),
    ...limits,
    catchup: flag().default(false).meta({ description: "Kept, and answered as it is." }),
  })
  .meta({ id: "CreateSchedule", examples: [exampleSchedule.sent] });

export const ScheduleUpdateBody = z
  .strictObject({
    schedule: scheduleBody.nullish(),
    active: flag().nullish(),
    ...limits,
    catchup: flag().nullish(),
  })
  .meta({ id: "UpdateSchedule", examples: [{ active: false }] });

export const SchedulesCreateBody = z
  .array(newScheduleBody)
  .meta({ id: "CreateSchedules", examples: [[exampleSchedule.sent]] });

const timezone = z.string().nullable();
export const ScheduleWire = z
  .union([
    z.object({ cron: z.string(), timezone, day_or: z.boolean() }),
    z.object({ interval: z.number(), anchor_date: wireTime(), timezone }),
    z.object({ rrule: z.string(), timezone }),
  ])
  .meta({ id: "Schedule" });

export const DeploymentScheduleWire = z
  .object({
    id: wireId(),
    created: wireTime(),
    updated: wireTime(),
    deployment_id: wireId(),
    schedule: ScheduleWire,
    active: z.boolean(),
    max_active_runs: z.int().nullable(),
    max_scheduled_runs: z.int().nullable(),
    catchup: z.boolean(),
  })
  .meta({ id: "DeploymentSchedule", examples: [exampleSchedule.answered] });

/**
 * A schedule with exactly one kind. Intervals without an anchor are counted from now.
 * @throws DomainError invalid at the key below `path` that the scheduler could not work with.
 */
export function fromScheduleBody(
  body: z.infer<typeof scheduleBody>,
  { now, path }: { readonly now: Micros; readonly path: Issue["path"] },
): Schedule {
  const schedule = toSchedule(body, now);
  const fault = scheduleFault(schedule, now);
  if (!fault) return schedule;
  const issues = [{ path: [...path, fault.field], message: fault.message }];
  throw new DomainError("invalid", fault.message, { issues });
}

function toSchedule(body: z.infer<typeof scheduleBody>, now: Micros): Schedule {
  const zone = body.timezone ?? null;
  if (typeof body.cron === "string") {
    return { kind: "cron", cron: body.cron, timezone: zone, dayOr: body.day_or ?? true };
  }
  if (typeof body.rrule === "string") return { kind: "rrule", rrule: body.rrule, timezone: zone ?? "UTC" };
  return {
    kind: "interval",
    intervalMicros: Math.round((body.interval ?? 0) * secondsMicros),
    anchor: body.anchor_date ?? now,
    timezone: zone ?? "UTC",
  };
}

export function fromNewScheduleBodies(
  bodies: readonly z.infer<typeof newScheduleBody>[],
  { now, path }: { readonly now: Micros; readonly path: Issue["path"] },
): readonly NewSchedule[] {
  return bodies.map((body, index) => ({
    schedule: fromScheduleBody(body.schedule, { now, path: [...path, index, "schedule"] }),
    isActive: body.active,
    maxActiveRuns: body.max_active_runs ?? null,
    maxScheduledRuns: body.max_scheduled_runs ?? null,
    catchup: body.catchup,
  }));
}

/** Null says as little as an absent key. */
export function fromScheduleUpdateBody(
  body: z.infer<typeof ScheduleUpdateBody>,
  now: Micros,
): Partial<NewSchedule> {
  const { schedule, active, max_active_runs: maxActive, max_scheduled_runs: maxScheduled, catchup } = body;
  return {
    ...(schedule ? { schedule: fromScheduleBody(schedule, { now, path: ["schedule"] }) } : {}),
    ...(typeof active === "boolean" ? { isActive: active } : {}),
    ...(typeof maxActive === "number" ? { maxActiveRuns: maxActive } : {}),
    ...(typeof maxScheduled === "number" ? { maxScheduledRuns: maxScheduled } : {}),
    ...(typeof catchup === "boolean" ? { catchup } : {}),
  };
}

export function toScheduleWire(schedule: Schedule): z.infer<typeof ScheduleWire> {
  const { timezone: zone } = schedule;
  switch (schedule.kind) {
    case "cron":
      return { cron: schedule.cron, timezone: zone, day_or: schedule.dayOr };
    case "interval":
      return {
        interval: schedule.intervalMicros / secondsMicros,
        anchor_date: toWireTimestamp(schedule.anchor),
        timezone: zone,
      };
    case "rrule":
      return { rrule: schedule.rrule, timezone: zone };
  }
}

export function toDeploymentScheduleWire(
  schedule: DeploymentSchedule,
): z.infer<typeof DeploymentScheduleWire> {
  return {
    id: schedule.id,
    created: toWireTimestamp(schedule.created),
    updated: toWireTimestamp(schedule.updated),
    deployment_id: schedule.deploymentId,
    schedule: toScheduleWire(schedule.schedule),
    active: schedule.isActive,
    max_active_runs: schedule.maxActiveRuns,
    max_scheduled_runs: schedule.maxScheduledRuns,
    catchup: schedule.catchup,
  };
}
