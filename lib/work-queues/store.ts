import type { Filters } from "@/lib/filters";
import type { WorkPoolId, WorkQueueId } from "@/lib/ids";
import type { Page } from "@/lib/page";
import type { Micros } from "@/lib/time";
import type { WorkQueue } from "@/lib/work-queues/model";

/** Runs of a queue that are not over. */
export type QueueLoad = {
  /** Scheduled, also the late ones. */
  readonly waiting: number;
  /** Scheduled, and should have begun. */
  readonly late: number;
  /** Pending, running or being cancelled. */
  readonly underWay: number;
};

export type WorkQueueStore = {
  byId(id: WorkQueueId): Promise<WorkQueue | undefined>;
  byIds(ids: readonly WorkQueueId[]): Promise<readonly WorkQueue[]>;
  byName(poolId: WorkPoolId, name: string): Promise<WorkQueue | undefined>;
  /** By name. */
  list(filters: Filters, page?: Page): Promise<readonly WorkQueue[]>;
  count(filters: Filters): Promise<number>;
  /** @throws DomainError conflict when pool and name exist. */
  insert(queue: WorkQueue): Promise<void>;
  update(queue: WorkQueue): Promise<void>;
  /** Deployments and runs of it stay, without a queue. */
  delete(id: WorkQueueId): Promise<boolean>;
  /** How many runs of these queues are not over yet. Queues without any are left out. */
  loads(ids: readonly WorkQueueId[]): Promise<ReadonlyMap<WorkQueueId, QueueLoad>>;
  /** An agent asked for runs. `updated` does not move. */
  markPolled(id: WorkQueueId, at: Micros): Promise<void>;
};
