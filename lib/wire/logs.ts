import { z } from "zod";
import type { FlowRunId, TaskRunId } from "@/lib/ids";
import type { NewLog } from "@/lib/logs/create-logs";
import type { Log } from "@/lib/logs/model";
import type { LogFilter } from "@/lib/logs/store";
import { toWireTimestamp } from "@/lib/time";
import { exampleLog } from "@/lib/wire/example-queues";
import {
  anyOf,
  id,
  integer,
  largestInteger,
  operator,
  pagedFilterBody,
  text,
  wireId,
  wireTime,
} from "@/lib/wire/fields";
import { instant } from "@/lib/wire/instant";

/** Prefect's own clients send no longer ones. */
const longestMessage = 1_000_000;

const message = text()
  .refine((value) => value.length <= longestMessage, {
    error: `ensure this value has at most ${longestMessage} characters`,
    params: { type: "value_error.any_str.max_length", ctx: { limit_value: longestMessage } },
  })
  .meta({ maxLength: longestMessage });

const NewLogBody = z
  .strictObject({
    name: text().meta({ description: "The logger." }),
    level: integer().pipe(z.number().min(-largestInteger).max(largestInteger)).meta({
      type: "integer",
      description: "Python's levels: 10 debug, 20 info, 30 warning, 40 error, 50 critical.",
    }),
    message,
    timestamp: instant(),
    flow_run_id: id<FlowRunId>().nullish(),
    task_run_id: id<TaskRunId>().nullish(),
  })
  .meta({ id: "CreateLog", examples: [exampleLog.sent] });

export const LogsCreateBody = z.array(NewLogBody).meta({ id: "CreateLogs", examples: [[exampleLog.sent]] });

const logFilter = z
  .strictObject({
    operator,
    level: z
      .strictObject({
        ge_: integer().nullish().meta({ description: "This level or above." }),
        le_: integer().nullish().meta({ description: "This level or below." }),
      })
      .nullish(),
    timestamp: z
      .strictObject({
        before_: instant().nullish().meta({ description: "Then or earlier." }),
        after_: instant().nullish().meta({ description: "Then or later." }),
      })
      .nullish(),
    flow_run_id: anyOf(id<FlowRunId>()),
    task_run_id: anyOf(id<TaskRunId>()),
  })
  .meta({ id: "LogFilter" })
  .nullish();

export const LogFilterBody = pagedFilterBody({
  logs: logFilter,
  sort: z.enum(["TIMESTAMP_ASC", "TIMESTAMP_DESC"]).nullish().meta({ default: "TIMESTAMP_ASC" }),
}).meta({
  id: "FilterLogs",
  examples: [{ logs: { flow_run_id: { any_: [exampleLog.sent.flow_run_id] } }, sort: "TIMESTAMP_ASC" }],
});

export const LogWire = z
  .object({
    id: wireId(),
    created: wireTime(),
    updated: wireTime(),
    name: z.string(),
    level: z.number().int(),
    message: z.string(),
    timestamp: wireTime(),
    flow_run_id: wireId().nullable(),
    task_run_id: wireId().nullable(),
  })
  .meta({ id: "Log", examples: [exampleLog.answered] });

/** A line never changes. */
export function toLogWire(log: Log): z.infer<typeof LogWire> {
  const created = toWireTimestamp(log.created);
  return {
    id: log.id,
    created,
    updated: created,
    name: log.name,
    level: log.level,
    message: log.message,
    timestamp: toWireTimestamp(log.timestamp),
    flow_run_id: log.flowRunId,
    task_run_id: log.taskRunId,
  };
}

export function fromLogsCreateBody(body: z.infer<typeof LogsCreateBody>): readonly NewLog[] {
  return body.map((line) => ({
    name: line.name,
    level: line.level,
    message: line.message,
    timestamp: line.timestamp,
    flowRunId: line.flow_run_id ?? null,
    taskRunId: line.task_run_id ?? null,
  }));
}

export function fromLogFilter(filter: z.infer<typeof logFilter>): LogFilter {
  if (!filter) return {};
  const { level, timestamp, flow_run_id: flowRun, task_run_id: taskRun } = filter;
  return {
    operator: filter.operator,
    ...(flowRun?.any_ && { flowRunIds: flowRun.any_ }),
    ...(taskRun?.any_ && { taskRunIds: taskRun.any_ }),
    ...(isNumber(level?.ge_) && { minLevel: level.ge_ }),
    ...(isNumber(level?.le_) && { maxLevel: level.le_ }),
    ...(isNumber(timestamp?.after_) && { after: timestamp.after_ }),
    ...(isNumber(timestamp?.before_) && { before: timestamp.before_ }),
  };
}

function isNumber<Value extends number>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
