import type { WorkPoolId, WorkQueueId } from "@/lib/ids";
import type { JsonObject } from "@/lib/json";
import type { Micros } from "@/lib/time";

/** A group of work queues. Agents work in the pool `default-agent-pool`. */
export type WorkPool = {
  readonly id: WorkPoolId;
  readonly created: Micros;
  readonly updated: Micros;
  readonly name: string;
  readonly description: string | null;
  /** Such as "prefect-agent". */
  readonly type: string;
  readonly baseJobTemplate: JsonObject;
  readonly isPaused: boolean;
  readonly concurrencyLimit: number | null;
  /** Null only within the transaction that makes the pool. */
  readonly defaultQueueId: WorkQueueId | null;
};
