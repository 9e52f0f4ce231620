import type { WorkPoolId, WorkQueueId } from "@/lib/ids";
import type { Json } from "@/lib/json";
import type { Micros } from "@/lib/time";

/** Where agents ask for runs. */
export type WorkQueue = {
  readonly id: WorkQueueId;
  readonly created: Micros;
  readonly updated: Micros;
  /** Unique within its pool. */
  readonly name: string;
  readonly description: string;
  readonly isPaused: boolean;
  /** How many of its runs may be pending, running or being cancelled at a time. */
  readonly concurrencyLimit: number | null;
  /** 1 is served first. */
  readonly priority: number;
  readonly workPoolId: WorkPoolId;
  /** Of old tag filters: kept, not used. */
  readonly filter: Json;
  readonly lastPolled: Micros | null;
};
