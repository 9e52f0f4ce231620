import type { Filters } from "@/lib/filters";
import type { WorkPoolId, WorkQueueId } from "@/lib/ids";
import type { Page } from "@/lib/page";
import type { Micros } from "@/lib/time";
import type { WorkQueue } from "@/lib/work-queues/model";

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
  /** An agent asked for runs. `updated` does not move. */
  markPolled(id: WorkQueueId, at: Micros): Promise<void>;
};
