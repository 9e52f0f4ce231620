import type { BlockLosses, BlockUse, Deployment, DeploymentSchedule } from "@/lib/deployments/model";
import type { Filters } from "@/lib/filters";
import type { BlockDocumentId, DeploymentId, FlowId, WorkQueueId } from "@/lib/ids";
import type { Page } from "@/lib/page";
import type { Micros } from "@/lib/time";

export type DeploymentSort = "created_desc" | "updated_desc" | "name_asc" | "name_desc";

export type DeploymentStore = {
  byId(id: DeploymentId): Promise<Deployment | undefined>;
  byIds(ids: readonly DeploymentId[]): Promise<readonly Deployment[]>;
  byName(flowId: FlowId, name: string): Promise<Deployment | undefined>;
  list(filters: Filters, sort: DeploymentSort, page?: Page): Promise<readonly Deployment[]>;
  count(filters: Filters): Promise<number>;
  /** @throws DomainError conflict when flow and name exist, or a block, a flow or a queue does not. */
  insert(deployment: Deployment): Promise<void>;
  update(deployment: Deployment): Promise<void>;
  /** Its runs stay, without a deployment. False when there was none. */
  delete(id: DeploymentId): Promise<boolean>;
  /** In the order in which they were given. */
  schedulesOf(ids: readonly DeploymentId[]): Promise<readonly DeploymentSchedule[]>;
  replaceSchedules(id: DeploymentId, schedules: readonly DeploymentSchedule[]): Promise<void>;
  /** Deployments that are not paused and have an active schedule, changed since `since` or all; by id, after `after`. */
  scheduled(query: {
    readonly changedSince?: Micros;
    readonly after?: DeploymentId;
    readonly limit: number;
  }): Promise<readonly Deployment[]>;
  /** Which deployments use these blocks. */
  usesOf(blockIds: readonly BlockDocumentId[]): Promise<readonly BlockUse[]>;
  /** Those of these deployments that lost a block, with what they lost. */
  lossesOf(ids: readonly DeploymentId[]): Promise<readonly BlockLosses[]>;
  /**
   * Pauses deployments whose storage or infrastructure block is gone, answers which. Called in the transaction that
   * deletes blocks, in whichever way.
   */
  pauseOrphans(now: Micros): Promise<readonly DeploymentId[]>;
  /** An agent asked the queue for runs. */
  markPolled(queueId: WorkQueueId, at: Micros): Promise<void>;
};
