// A deployment: how and when a flow is run, from which storage, on which infrastructure.
import type { LostBlock } from "@/lib/blocks/model";
import type { BlockDocumentId, DeploymentId, DeploymentScheduleId, FlowId, WorkQueueId } from "@/lib/ids";
import type { Json, JsonObject } from "@/lib/json";
import type { Micros } from "@/lib/time";

/** When runs are due, in the words of the wire; `timezone` is an IANA name, null is UTC. */
export type Schedule =
  | {
      readonly kind: "cron";
      readonly cron: string;
      readonly timezone: string | null;
      readonly dayOr: boolean;
    }
  | {
      readonly kind: "interval";
      /** Above 0. */
      readonly intervalMicros: number;
      /** Runs are due at this instant and at whole intervals before and after it. */
      readonly anchor: Micros;
      readonly timezone: string | null;
    }
  | { readonly kind: "rrule"; readonly rrule: string; readonly timezone: string | null };

export type DeploymentSchedule = {
  readonly id: DeploymentScheduleId;
  readonly created: Micros;
  readonly updated: Micros;
  readonly deploymentId: DeploymentId;
  readonly schedule: Schedule;
  readonly isActive: boolean;
  readonly maxActiveRuns: number | null;
  readonly maxScheduledRuns: number | null;
  readonly catchup: boolean;
};

export type Deployment = {
  readonly id: DeploymentId;
  readonly created: Micros;
  readonly updated: Micros;
  /** Unique within its flow. */
  readonly name: string;
  readonly flowId: FlowId;
  readonly version: string | null;
  readonly description: string | null;
  readonly manifestPath: string | null;
  /** Below the storage block's base path. */
  readonly path: string | null;
  /** "file.py:function" */
  readonly entrypoint: string | null;
  readonly tags: readonly string[];
  readonly parameters: JsonObject;
  /** JSON Schema of the flow's parameters, to the letter. */
  readonly parameterSchema: Json;
  readonly enforcesParameterSchema: boolean;
  /** Laid over the infrastructure block's values; keys may be dotted ("env.X"). */
  readonly infraOverrides: JsonObject;
  readonly pullSteps: Json;
  /** Null once the queue is deleted, or when the deployment names none. */
  readonly workQueueId: WorkQueueId | null;
  readonly workQueueName: string | null;
  /** When an agent last asked for its runs. */
  readonly lastPolled: Micros | null;
  /** While true the scheduler makes no runs. */
  readonly isPaused: boolean;
  readonly storageDocumentId: BlockDocumentId | null;
  readonly infrastructureDocumentId: BlockDocumentId | null;
  /** The storage block it had, when that was deleted. It stays paused until another one is chosen. */
  readonly lostStorage: LostBlock | null;
  readonly lostInfrastructure: LostBlock | null;
};

/** The blocks that a deployment lost. */
export type BlockLosses = Pick<Deployment, "id" | "lostStorage" | "lostInfrastructure">;

/** A deployment that uses a block, and as what. */
export type BlockUse = {
  readonly deploymentId: DeploymentId;
  readonly blockDocumentId: BlockDocumentId;
  readonly role: "storage" | "infrastructure";
};
