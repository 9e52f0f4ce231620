import type { LogId, WorkPoolId, WorkQueueId } from "@/lib/ids";
import type { Log } from "@/lib/logs/model";
import { anId } from "@/lib/testing/builders";
import { createClock } from "@/lib/time";
import type { WorkPool } from "@/lib/work-pools/model";
import type { WorkQueue } from "@/lib/work-queues/model";

const now = createClock(() => Date.UTC(2026, 0, 1));

export function aWorkPool(overrides: Partial<WorkPool> = {}): WorkPool {
  const id = anId<WorkPoolId>();
  const at = now();
  return {
    id,
    created: at,
    updated: at,
    name: `pool-${id.slice(-4)}`,
    description: null,
    type: "prefect-agent",
    baseJobTemplate: new Map(),
    isPaused: false,
    concurrencyLimit: null,
    defaultQueueId: null,
    ...overrides,
  };
}

export function aWorkQueue(overrides: Partial<WorkQueue> & { readonly workPoolId: WorkPoolId }): WorkQueue {
  const id = anId<WorkQueueId>();
  const at = now();
  return {
    id,
    created: at,
    updated: at,
    name: `queue-${id.slice(-4)}`,
    description: "",
    isPaused: false,
    concurrencyLimit: null,
    priority: 1,
    filter: null,
    lastPolled: null,
    ...overrides,
  };
}

export function aLog(overrides: Partial<Log> = {}): Log {
  const at = now();
  return {
    id: anId<LogId>(),
    created: at,
    name: "prefect.flow_runs",
    level: 20,
    message: "Finished in state Completed()",
    timestamp: at,
    flowRunId: null,
    taskRunId: null,
    ...overrides,
  };
}
