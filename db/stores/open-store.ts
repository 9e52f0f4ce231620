import "server-only";
import type { Database, Dialect } from "@/db/dialect";
import { createBlockDocumentStore } from "@/db/stores/block-documents";
import { createBlockSchemaStore } from "@/db/stores/block-schemas";
import { createBlockTypeStore } from "@/db/stores/block-types";
import { createDeploymentStore } from "@/db/stores/deployments";
import { createFlowRunStore } from "@/db/stores/flow-runs";
import { createFlowStore } from "@/db/stores/flows";
import { createLeaseStore } from "@/db/stores/leases";
import { createLogStore } from "@/db/stores/logs";
import { createRowCache, type RowCache } from "@/db/stores/row-cache";
import { createTaskRunStore } from "@/db/stores/task-runs";
import { createWorkPoolStore } from "@/db/stores/work-pools";
import { createWorkQueueStore } from "@/db/stores/work-queues";
import type { BlockSchema, BlockType } from "@/lib/blocks/model";
import type { Cipher } from "@/lib/secrets/cipher";
import type { Store } from "@/lib/store";

type Stores = Omit<Store, "transaction">;

/** The store words of lib on a database. */
export function openStore(dialect: Dialect, cipher: Cipher): Store {
  // Statements are prepared once per connection, not once per transaction.
  const known = new WeakMap<Database, Stores>();
  const caches = { types: createRowCache<BlockType>(), schemas: createRowCache<BlockSchema>() };
  const storesOf = (db: Database): Stores => {
    const stores = known.get(db) ?? createStores(db, dialect, cipher, caches);
    known.set(db, stores);
    return stores;
  };
  return {
    ...storesOf(dialect.reader),
    transaction: (body) => dialect.transaction((writer) => runBody(storesOf(writer), body)),
  };
}

type Caches = { readonly types: RowCache<BlockType>; readonly schemas: RowCache<BlockSchema> };

function createStores(db: Database, dialect: Dialect, cipher: Cipher, caches: Caches): Stores {
  return {
    blockTypes: createBlockTypeStore(db, dialect, caches.types),
    blockSchemas: createBlockSchemaStore(db, dialect, caches.schemas),
    blockDocuments: createBlockDocumentStore(db, dialect, cipher),
    flows: createFlowStore(db, dialect),
    deployments: createDeploymentStore(db, dialect),
    workPools: createWorkPoolStore(db, dialect),
    workQueues: createWorkQueueStore(db, dialect),
    flowRuns: createFlowRunStore(db, dialect),
    taskRuns: createTaskRunStore(db, dialect),
    logs: createLogStore(db, dialect),
    leases: createLeaseStore(db, dialect),
  };
}

/** `tx.transaction` joins the one that is open. When such an inner body fails, nothing of the outer one is kept either. */
async function runBody<T>(stores: Stores, body: (tx: Store) => Promise<T>): Promise<T> {
  let failure: { readonly cause: unknown } | undefined;
  let isOver = false;
  // A write that its body did not wait for must fail: it would be committed on its own, or with another body.
  const whileOpen = <S extends object>(store: S): S =>
    new Proxy(store, {
      get: (target, key, self) => {
        if (isOver) throw new Error("this transaction is over: wait for every write in its body");
        return Reflect.get(target, key, self);
      },
    });
  const tx: Store = {
    blockTypes: whileOpen(stores.blockTypes),
    blockSchemas: whileOpen(stores.blockSchemas),
    blockDocuments: whileOpen(stores.blockDocuments),
    flows: whileOpen(stores.flows),
    deployments: whileOpen(stores.deployments),
    workPools: whileOpen(stores.workPools),
    workQueues: whileOpen(stores.workQueues),
    flowRuns: whileOpen(stores.flowRuns),
    taskRuns: whileOpen(stores.taskRuns),
    logs: whileOpen(stores.logs),
    leases: whileOpen(stores.leases),
    transaction: async (inner) => {
      try {
        return await inner(tx);
      } catch (cause) {
        failure ??= { cause };
        throw cause;
      }
    },
  };
  try {
    const result = await body(tx);
    if (failure) throw failure.cause;
    return result;
  } finally {
    isOver = true;
  }
}
