import type { Deployment, DeploymentSchedule } from "@/lib/deployments/model";
import { DomainError } from "@/lib/errors";
import type { DeploymentId } from "@/lib/ids";
import type { Deps, Store } from "@/lib/store";
import type { Micros } from "@/lib/time";

/** A deployment with what stands beside its row. */
export type PlacedDeployment = {
  readonly deployment: Deployment;
  readonly schedules: readonly DeploymentSchedule[];
  /** Of its queue; null without one. */
  readonly workPoolName: string | null;
  /** Whether an agent asked for its runs within the last minute. */
  readonly isReady: boolean;
};

/** @throws DomainError not_found */
export async function requireDeployment(store: Store, id: DeploymentId): Promise<Deployment> {
  return expectDeployment(await store.deployments.byId(id));
}

/** @throws DomainError not_found */
export async function readDeploymentByName(
  store: Store,
  names: { readonly flowName: string; readonly name: string },
): Promise<Deployment> {
  const flow = await store.flows.byName(names.flowName);
  return expectDeployment(flow && (await store.deployments.byName(flow.id, names.name)));
}

function expectDeployment(deployment: Deployment | undefined): Deployment {
  if (deployment) return deployment;
  throw new DomainError("not_found", "Deployment not found");
}

/** With schedules and pools, read for all of them at once. */
export async function placeDeployments(
  deps: Pick<Deps, "store" | "now">,
  deployments: readonly Deployment[],
): Promise<readonly PlacedDeployment[]> {
  const { store } = deps;
  const schedules = Map.groupBy(
    await store.deployments.schedulesOf(deployments.map(({ id }) => id)),
    (schedule) => schedule.deploymentId,
  );
  const queueIds = deployments.flatMap(({ workQueueId }) => workQueueId ?? []);
  const queues = await store.workQueues.byIds([...new Set(queueIds)]);
  const pools = await store.workPools.byIds([...new Set(queues.map((queue) => queue.workPoolId))]);
  const poolNames = new Map(pools.map((pool) => [pool.id, pool.name]));
  const poolNameOfQueue = new Map(queues.map((queue) => [queue.id, poolNames.get(queue.workPoolId)]));
  const now = deps.now();
  return deployments.map((deployment) => ({
    deployment,
    schedules: schedules.get(deployment.id) ?? [],
    workPoolName: (deployment.workQueueId && poolNameOfQueue.get(deployment.workQueueId)) ?? null,
    isReady: wasJustPolled(deployment, now),
  }));
}

/** One of `placeDeployments`. */
export async function placeDeployment(
  deps: Pick<Deps, "store" | "now">,
  deployment: Deployment,
): Promise<PlacedDeployment> {
  const [placed] = await placeDeployments(deps, [deployment]);
  return placed ?? { deployment, schedules: [], workPoolName: null, isReady: false };
}

const readyMicros = 60_000_000;

function wasJustPolled({ lastPolled }: Deployment, now: Micros): boolean {
  return lastPolled !== null && now - lastPolled <= readyMicros;
}
