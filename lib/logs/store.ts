import type { FlowRunId, TaskRunId } from "@/lib/ids";
import type { Log } from "@/lib/logs/model";
import type { Page } from "@/lib/page";
import type { Micros } from "@/lib/time";

export type LogFilter = {
  readonly operator?: "and" | "or";
  readonly flowRunIds?: readonly FlowRunId[];
  readonly taskRunIds?: readonly TaskRunId[];
  readonly minLevel?: number;
  readonly maxLevel?: number;
  readonly after?: Micros;
  readonly before?: Micros;
};

export type LogStore = {
  insertMany(logs: readonly Log[]): Promise<void>;
  list(filter: LogFilter, sort: "timestamp_asc" | "timestamp_desc", page?: Page): Promise<readonly Log[]>;
  /** Lines of a flow run and its tasks that came in after `after`, in the order in which they came in. */
  follow(flowRunId: FlowRunId, after: Micros, limit: number): Promise<readonly Log[]>;
};
