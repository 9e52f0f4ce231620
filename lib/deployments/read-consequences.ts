import type { DeploymentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** What goes with a deployment when it is deleted, and what stays. */
export type DeletionConsequences = {
  readonly schedules: number;
  /** Runs that its schedules made and nobody began: they go. */
  readonly upcoming: number;
  /** Runs that stay, without a deployment. */
  readonly kept: number;
};

/** No deployment has so many: the scheduler looks 100 runs ahead. */
const mostPlanned = { limit: 2000, offset: 0 };

export async function readConsequences(
  { store }: Pick<Deps, "store">,
  id: DeploymentId,
): Promise<DeletionConsequences> {
  const ofIt = { deployments: { ids: [id] } };
  const scheduled = await store.flowRuns.list(
    { ...ofIt, flowRuns: { state: { types: ["SCHEDULED"] } } },
    "next_scheduled_start_time_asc",
    mostPlanned,
  );
  const upcoming = scheduled.filter((run) => run.isAutoScheduled && run.runCount === 0).length;
  const all = await store.flowRuns.count(ofIt);
  return { schedules: (await store.deployments.schedulesOf([id])).length, upcoming, kept: all - upcoming };
}
