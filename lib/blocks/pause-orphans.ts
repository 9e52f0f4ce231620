import { cancelRunsWithoutBlock } from "@/lib/flow-runs/cancel-runs-without-block";
import type { Deps } from "@/lib/store";

/**
 * Called in the transaction that deletes blocks, after it did: deployments that used one of them stay and are paused, the
 * runs that their schedules had made go, and other runs that wait for an agent are cancelled: they could only fail, or
 * start where nobody wants them.
 */
export async function pauseOrphans(deps: Deps): Promise<void> {
  const { store, now } = deps;
  const paused = await store.deployments.pauseOrphans(now());
  if (paused.length > 0) await store.flowRuns.deleteAutoScheduled(paused);
  await cancelRunsWithoutBlock(deps);
}
