import type { BlockDocumentStore, BlockSchemaStore, BlockTypeStore } from "@/lib/blocks/store";
import type { DeploymentStore } from "@/lib/deployments/store";
import type { FlowRunStore } from "@/lib/flow-runs/store";
import type { FlowStore } from "@/lib/flows/store";
import type { LeaseStore } from "@/lib/leases/store";
import type { LogStore } from "@/lib/logs/store";
import type { TaskRunStore } from "@/lib/task-runs/store";
import type { Micros } from "@/lib/time";
import type { WorkPoolStore } from "@/lib/work-pools/store";
import type { WorkQueueStore } from "@/lib/work-queues/store";

/** Every noun's words for what is kept. Every method may be called on the store or inside `transaction`; writes happen only inside. */
export type Store = {
  readonly blockTypes: BlockTypeStore;
  readonly blockSchemas: BlockSchemaStore;
  readonly blockDocuments: BlockDocumentStore;
  readonly flows: FlowStore;
  readonly deployments: DeploymentStore;
  readonly workPools: WorkPoolStore;
  readonly workQueues: WorkQueueStore;
  readonly flowRuns: FlowRunStore;
  readonly taskRuns: TaskRunStore;
  readonly logs: LogStore;
  readonly leases: LeaseStore;
  /**
   * Runs `body` with a store whose writes are committed together, or not at all when it throws.
   * One writer at a time; inside only store calls: no fetch, no timers.
   */
  transaction<T>(body: (tx: Store) => Promise<T>): Promise<T>;
};

/** What the domain verbs need from outside; tests pass a fixed clock and ids. */
export type Deps = {
  readonly store: Store;
  readonly now: () => Micros;
  readonly newId: <Id extends string>() => Id;
};
