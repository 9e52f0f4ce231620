import type { BlockDocumentId, DeploymentId, FlowId, FlowRunId, TaskRunId, WorkQueueId } from "@/lib/ids";
import type { Json, JsonObject } from "@/lib/json";
import type { State } from "@/lib/states/model";
import type { Micros } from "@/lib/time";

/** One execution of a flow. */
export type FlowRun = {
  readonly id: FlowRunId;
  readonly created: Micros;
  readonly updated: Micros;
  /** Two random words unless the client named it. */
  readonly name: string;
  readonly flowId: FlowId;
  readonly deploymentId: DeploymentId | null;
  readonly deploymentVersion: string | null;
  readonly workQueueId: WorkQueueId | null;
  readonly workQueueName: string | null;
  readonly flowVersion: string | null;
  readonly parameters: JsonObject;
  /** Unique within its flow. */
  readonly idempotencyKey: string | null;
  readonly context: JsonObject;
  /** Retries and the like, as the client wrote it. */
  readonly empiricalPolicy: JsonObject;
  readonly tags: readonly string[];
  readonly parentTaskRunId: TaskRunId | null;
  /** The state it is in; null only for runs made without one. */
  readonly state: State | null;
  /** How often it began to run. */
  readonly runCount: number;
  readonly expectedStartTime: Micros | null;
  /** While it is scheduled. */
  readonly nextScheduledStartTime: Micros | null;
  readonly startTime: Micros | null;
  readonly endTime: Micros | null;
  /** Time spent running up to the current state, in microseconds. */
  readonly totalRunMicros: number;
  readonly isAutoScheduled: boolean;
  readonly infrastructureDocumentId: BlockDocumentId | null;
  /** "host:process id" */
  readonly infrastructurePid: string | null;
  readonly createdBy: Json;
  /** Laid over the deployment's overrides. */
  readonly jobVariables: JsonObject | null;
};
