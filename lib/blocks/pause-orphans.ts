import type { Deps } from "@/lib/store";

/**
 * Called in the transaction that deletes blocks, after it did: deployments that used one of them stay and are paused, and
 * the runs that their schedules had made go, since they could only fail.
 */
export async function pauseOrphans({ store, now }: Pick<Deps, "store" | "now">): Promise<void> {
  const paused = await store.deployments.pauseOrphans(now());
  if (paused.length > 0) await store.flowRuns.deleteAutoScheduled(paused);
}
