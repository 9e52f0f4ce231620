import type { FlowRunId, TaskRunId } from "@/lib/ids";
import type { JsonObject } from "@/lib/json";
import type { State } from "@/lib/states/model";
import type { Micros } from "@/lib/time";

/** One call of a task within a flow run. */
export type TaskRun = {
  readonly id: TaskRunId;
  readonly created: Micros;
  readonly updated: Micros;
  readonly name: string;
  readonly flowRunId: FlowRunId | null;
  /** Task and call: unique within the flow run together. */
  readonly taskKey: string;
  readonly dynamicKey: string;
  readonly cacheKey: string | null;
  readonly cacheExpiration: Micros | null;
  readonly taskVersion: string | null;
  readonly empiricalPolicy: JsonObject;
  readonly tags: readonly string[];
  readonly taskInputs: JsonObject;
  readonly state: State | null;
  readonly runCount: number;
  /** The flow run's count when the task run began to run. */
  readonly flowRunRunCount: number;
  readonly expectedStartTime: Micros | null;
  readonly nextScheduledStartTime: Micros | null;
  readonly startTime: Micros | null;
  readonly endTime: Micros | null;
  readonly totalRunMicros: number;
};
