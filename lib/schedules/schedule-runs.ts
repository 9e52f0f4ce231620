import type { Deployment } from "@/lib/deployments/model";
import type { DeploymentId } from "@/lib/ids";
import { newScheduledRun, type PlannedRun, type PlannedRuns, planRuns } from "@/lib/schedules/plan-runs";
import type { Deps, Store } from "@/lib/store";
import type { Micros } from "@/lib/time";

/** Deployments per transaction: others write in between. */
const batchSize = 20;

/** The runs that were made of a deployment as it was at the instant `updated`. */
export type MadeRuns = Map<DeploymentId, PlannedRuns & { readonly updated: Micros }>;

type Scope = {
  /** Only deployments that were changed since. */
  readonly changedSince?: Micros;
  /** What earlier rounds made, so that it is not offered again; written by this one. */
  readonly made: MadeRuns;
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
  let count = 0;
  let after: DeploymentId | undefined;
  for (;;) {
    const { changedSince } = scope;
    const deployments = await deps.store.deployments.scheduled({
      limit: batchSize,
      ...(changedSince === undefined ? {} : { changedSince }),
      ...(after === undefined ? {} : { after }),
    });
    const plans = await planAll(deps, deployments, scope);
    const hasNew = plans.some(({ missing }) => missing.length > 0);
    if (hasNew) count += await deps.store.transaction((tx) => carryOut({ ...deps, store: tx }, plans));
    for (const { deployment, planned } of plans) {
      scope.made.set(deployment.id, { ...planned, updated: deployment.updated });
    }
    after = deployments.at(-1)?.id;
    if (deployments.length < batchSize || !(await scope.mayGoOn())) return count;
  }
}

type Plan = {
  readonly deployment: Deployment;
  readonly planned: PlannedRuns;
  /** Those of them that no round has made yet. */
  readonly missing: readonly PlannedRun[];
};

async function planAll(
  { store, now }: Deps,
  deployments: readonly Deployment[],
  { made, onFault }: Scope,
): Promise<readonly Plan[]> {
  const madeOf = ({ id, updated }: Deployment) => {
    const known = made.get(id);
    return known?.updated === updated ? known : undefined;
  };
  const at = now();
  const open = deployments.filter((deployment) => (madeOf(deployment)?.enoughUntil ?? 0) < at);
  const found = open.length === 0 ? [] : await store.deployments.schedulesOf(open.map(({ id }) => id));
  const schedules = Map.groupBy(found, ({ deploymentId }) => deploymentId);
  return open.flatMap((deployment) => {
    try {
      const planned = planRuns(deployment, schedules.get(deployment.id) ?? [], at);
      const keys = new Set(madeOf(deployment)?.runs.map(({ key }) => key));
      return [{ deployment, planned, missing: planned.runs.filter(({ key }) => !keys.has(key)) }];
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
    .flatMap(({ deployment, missing }) => missing.map((run) => newScheduledRun(deps, deployment, run)));
  return deps.store.flowRuns.insertMissing(runs);
}
