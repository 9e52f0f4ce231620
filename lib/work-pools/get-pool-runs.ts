import type { FlowRun } from "@/lib/flow-runs/model";
import type { Deps } from "@/lib/store";
import { readWorkPool } from "@/lib/work-pools/read-work-pool";
import { countFree, getRuns, type RunsWanted } from "@/lib/work-queues/get-runs";

/**
 * What the queues of a pool offer, those of priority 1 first; of all its queues unless some are named. That they were
 * asked is written down. @throws DomainError not_found when no pool has the name.
 */
export async function getPoolRuns(
  deps: Deps,
  poolName: string,
  { queueNames, before, limit }: RunsWanted & { readonly queueNames: readonly string[] },
): Promise<readonly FlowRun[]> {
  const pool = await readWorkPool(deps, poolName);
  const all = await deps.store.workQueues.list({ workPools: { ids: [pool.id] } });
  const wanted = all.filter(({ name }) => queueNames.length === 0 || queueNames.includes(name));
  // Each queue sees the same free places of the pool: together they may not fill more.
  const free = await countFree(deps.store, pool.concurrencyLimit, { workPools: { ids: [pool.id] } });
  const room = Math.min(limit, free);
  const offered: FlowRun[] = [];
  for (const queue of wanted.toSorted((a, b) => a.priority - b.priority)) {
    offered.push(...(await getRuns(deps, queue.id, { before, limit: room - offered.length })));
  }
  return offered;
}
