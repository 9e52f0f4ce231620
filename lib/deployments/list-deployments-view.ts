import type { BlockLabel } from "@/lib/blocks/block-label";
import { readBlockLabels } from "@/lib/deployments/block-labels";
import { type DeploymentQuery, isNarrowed, toFilters, toSort } from "@/lib/deployments/list-query";
import type { Deployment, DeploymentSchedule } from "@/lib/deployments/model";
import { type ShownRun, showRun } from "@/lib/deployments/shown-run";
import { type ShownSchedule, showSchedule } from "@/lib/deployments/shown-schedule";
import { type DeploymentStatus, deploymentStatus, missingBlocks } from "@/lib/deployments/shown-status";
import { type ShownTime, showTime } from "@/lib/deployments/shown-time";
import type { Flow } from "@/lib/flows/model";
import type { BlockDocumentId, DeploymentId, FlowId } from "@/lib/ids";
import { pageOf } from "@/lib/lists/list-address";
import type { Deps, Store } from "@/lib/store";

export const deploymentsPerPage = 50;
const runsShown = 5;

/** One deployment as the list shows it. */
export type DeploymentRow = {
  readonly id: string;
  readonly name: string;
  readonly flow: { readonly id: string; readonly name: string };
  readonly storage: BlockLabel | null;
  readonly infrastructure: BlockLabel | null;
  /** "s3/log-test", deleted and not replaced. */
  readonly lost: { readonly storage?: string | undefined; readonly infrastructure?: string | undefined };
  readonly schedules: readonly ShownSchedule[];
  /** Newest first. */
  readonly runs: readonly ShownRun[];
  readonly status: DeploymentStatus;
  readonly isPaused: boolean;
  readonly updated: ShownTime;
};

export type DeploymentListView = {
  readonly query: DeploymentQuery;
  /** All deployments, and those that the query finds. */
  readonly total: number;
  readonly found: number;
  readonly page: number;
  readonly pageCount: number;
  readonly rows: readonly DeploymentRow[];
  /** What can be filtered by. */
  readonly queues: readonly string[];
};

/** One page of the deployments. The number of reads does not depend on the number of rows. */
export async function listDeploymentsView(
  deps: Pick<Deps, "store" | "now">,
  query: DeploymentQuery,
): Promise<DeploymentListView> {
  const { store } = deps;
  const total = await store.deployments.count({});
  const found = isNarrowed(query) ? await store.deployments.count(toFilters(query)) : total;
  const { page, pageCount, slice } = pageOf(found, deploymentsPerPage, query.page);
  const deployments = await store.deployments.list(toFilters(query), toSort(query.sort), slice);
  const queues = await store.workQueues.list({});
  return {
    query,
    total,
    found,
    page,
    pageCount,
    rows: await toRows(deps, deployments),
    queues: [...new Set(queues.map(({ name }) => name))],
  };
}

async function toRows(
  { store, now }: Pick<Deps, "store" | "now">,
  deployments: readonly Deployment[],
): Promise<readonly DeploymentRow[]> {
  if (deployments.length === 0) return [];
  const ids = deployments.map(({ id }) => id);
  const [flows, labels, schedules, runs] = [
    await flowsOf(store, deployments),
    await readBlockLabels(
      store,
      deployments.flatMap((each) => [each.storageDocumentId, each.infrastructureDocumentId]),
    ),
    await schedulesOf(store, ids),
    Map.groupBy(await store.flowRuns.latestOf(ids, runsShown), ({ deploymentId }) => deploymentId),
  ];
  const at = now();
  const labelOf = (id: BlockDocumentId | null) => (id === null ? null : (labels.get(id) ?? null));
  return deployments.flatMap((deployment) => {
    const flow = flows.get(deployment.flowId);
    // Deleted between the two reads, with its deployments.
    if (!flow) return [];
    return [
      {
        id: deployment.id,
        name: deployment.name,
        flow: { id: flow.id, name: flow.name },
        storage: labelOf(deployment.storageDocumentId),
        infrastructure: labelOf(deployment.infrastructureDocumentId),
        lost: missingBlocks(deployment),
        schedules: (schedules.get(deployment.id) ?? []).map(showSchedule),
        runs: (runs.get(deployment.id) ?? []).map((run) => showRun(run, at)),
        status: deploymentStatus(deployment, at),
        isPaused: deployment.isPaused,
        updated: showTime(deployment.updated, at),
      },
    ];
  });
}

async function flowsOf(store: Store, deployments: readonly Deployment[]): Promise<ReadonlyMap<FlowId, Flow>> {
  const flows = await store.flows.byIds([...new Set(deployments.map(({ flowId }) => flowId))]);
  return new Map(flows.map((flow) => [flow.id, flow]));
}

async function schedulesOf(
  store: Store,
  ids: readonly DeploymentId[],
): Promise<ReadonlyMap<DeploymentId, readonly DeploymentSchedule[]>> {
  return Map.groupBy(await store.deployments.schedulesOf(ids), ({ deploymentId }) => deploymentId);
}
