import type { Deployment } from "@/lib/deployments/model";
import type { DeploymentId } from "@/lib/ids";
import { newScheduledRun, type PlannedRun, planRuns } from "@/lib/schedules/plan-runs";
import type { Deps, Store } from "@/lib/store";
import type { Micros } from "@/lib/time";

/** Deployments per transaction: others write in between. */
const batchSize = 20;

type Scope = {
  /** Only deployments that were changed since. */
  readonly changedSince?: Micros;
  /** Asked between batches. */
  readonly mayGoOn: () => Promise<boolean>;
  /** A deployment whose schedule cannot be worked with does not hold up the others. */
  readonly onFault: (id: DeploymentId, error: unknown) => void;
};

/**
 * Makes the runs that deployments have due in the near future, and those only that are not there yet: it may be called
 * again at any time, by several servers at once. Answers how many were new.
 */
export async function scheduleRuns(deps: Deps, scope: Scope): Promise<number> {
  let made = 0;
  let after: DeploymentId | undefined;
  for (;;) {
    const { changedSince } = scope;
    const deployments = await deps.store.deployments.scheduled({
      limit: batchSize,
      ...(changedSince === undefined ? {} : { changedSince }),
      ...(after === undefined ? {} : { after }),
    });
    const plans = await planAll(deps, deployments, scope);
    if (plans.length > 0)
      made += await deps.store.transaction((tx) => carryOut({ ...deps, store: tx }, plans));
    after = deployments.at(-1)?.id;
    if (deployments.length < batchSize || !(await scope.mayGoOn())) return made;
  }
}

type Plan = { readonly deployment: Deployment; readonly runs: readonly PlannedRun[] };

async function planAll(
  { store, now }: Deps,
  deployments: readonly Deployment[],
  { onFault }: Scope,
): Promise<readonly Plan[]> {
  const schedules = Map.groupBy(
    await store.deployments.schedulesOf(deployments.map(({ id }) => id)),
    ({ deploymentId }) => deploymentId,
  );
  return deployments.flatMap((deployment) => {
    try {
      const runs = planRuns(deployment, schedules.get(deployment.id) ?? [], now());
      return runs.length === 0 ? [] : [{ deployment, runs }];
    } catch (error) {
      onFault(deployment.id, error);
      return [];
    }
  });
}

/** What was changed, paused or deleted since it was read is left out: the next round plans it anew. */
async function carryOut(deps: Deps & { readonly store: Store }, plans: readonly Plan[]): Promise<number> {
  const current = await deps.store.deployments.byIds(plans.map(({ deployment }) => deployment.id));
  const updated = new Map(current.map((deployment) => [deployment.id, deployment.updated]));
  const runs = plans
    .filter(({ deployment }) => updated.get(deployment.id) === deployment.updated)
    .flatMap(({ deployment, runs: planned }) => planned.map((run) => newScheduledRun(deps, deployment, run)));
  return deps.store.flowRuns.insertMissing(runs);
}
