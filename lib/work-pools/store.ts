import type { Filters } from "@/lib/filters";
import type { WorkPoolId } from "@/lib/ids";
import type { Page } from "@/lib/page";
import type { WorkPool } from "@/lib/work-pools/model";

export type WorkPoolStore = {
  byId(id: WorkPoolId): Promise<WorkPool | undefined>;
  byIds(ids: readonly WorkPoolId[]): Promise<readonly WorkPool[]>;
  byName(name: string): Promise<WorkPool | undefined>;
  /** By name. */
  list(filters: Filters, page?: Page): Promise<readonly WorkPool[]>;
  count(filters: Filters): Promise<number>;
  /** @throws DomainError conflict when the name exists. */
  insert(pool: WorkPool): Promise<void>;
  update(pool: WorkPool): Promise<void>;
  /** Also deletes its queues. */
  delete(id: WorkPoolId): Promise<boolean>;
};
