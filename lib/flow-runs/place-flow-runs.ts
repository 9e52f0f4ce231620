import type { FlowRun } from "@/lib/flow-runs/model";
import type { Deps } from "@/lib/store";
import type { Micros } from "@/lib/time";
import type { WorkPool } from "@/lib/work-pools/model";

/** A run with the pool of its queue, as of now. */
export type PlacedFlowRun = {
  readonly run: FlowRun;
  readonly pool: Pick<WorkPool, "id" | "name"> | null;
  readonly now: Micros;
};

/** Adds the pools, which are few, however many runs there are. */
export async function placeFlowRuns(
  { store, now }: Pick<Deps, "store" | "now">,
  runs: readonly FlowRun[],
): Promise<readonly PlacedFlowRun[]> {
  const at = now();
  const queueIds = new Set(runs.flatMap(({ workQueueId }) => workQueueId ?? []));
  const queues = queueIds.size === 0 ? [] : await store.workQueues.byIds([...queueIds]);
  const poolIds = new Set(queues.map((queue) => queue.workPoolId));
  const pools = poolIds.size === 0 ? [] : await store.workPools.byIds([...poolIds]);
  const poolById = new Map(pools.map((pool) => [pool.id, pool]));
  const poolByQueue = new Map(queues.map((queue) => [queue.id, poolById.get(queue.workPoolId)]));
  return runs.map((run) => ({
    run,
    pool: (run.workQueueId && poolByQueue.get(run.workQueueId)) ?? null,
    now: at,
  }));
}

export async function placeFlowRun(deps: Pick<Deps, "store" | "now">, run: FlowRun): Promise<PlacedFlowRun> {
  const [placed] = await placeFlowRuns(deps, [run]);
  return placed ?? { run, pool: null, now: deps.now() };
}
