import { type ShownRun, showRun } from "@/lib/deployments/shown-run";
import type { Filters } from "@/lib/filters";
import type { WorkQueueId } from "@/lib/ids";
import type { Deps, Store } from "@/lib/store";
import type { Micros } from "@/lib/time";
import { underWay } from "@/lib/work-queues/get-runs";
import { type QueueRow, toQueueRows } from "@/lib/work-queues/queue-rows";
import { readWorkQueue } from "@/lib/work-queues/read-work-queue";

/** A deployment whose runs go to the queue. */
export type QueueDeployment = {
  readonly id: string;
  /** "log-flow/log-flow-s3" */
  readonly title: string;
  readonly isPaused: boolean;
};

/** One work queue as its page shows it. */
export type QueueView = QueueRow & {
  readonly now: Micros;
  readonly description: string;
  readonly created: Micros;
  readonly updated: Micros;
  /** Next first. */
  readonly upcoming: readonly ShownRun[];
  /** Newest first. */
  readonly current: readonly ShownRun[];
  readonly deployments: readonly QueueDeployment[];
  readonly deploymentCount: number;
};

const runsShown = 10;
const deploymentsShown = 50;

/** @throws DomainError not_found */
export async function readQueueView(
  { store, now }: Pick<Deps, "store" | "now">,
  id: WorkQueueId,
): Promise<QueueView> {
  const placed = await readWorkQueue({ store }, id);
  const at = now();
  const [row] = await toQueueRows(store, [placed], at);
  if (!row) throw new Error("one queue makes one row");
  const own: Filters = { workQueues: { ids: [id] } };
  const page = { limit: runsShown, offset: 0 };
  const upcoming = await store.flowRuns.list(
    { ...own, flowRuns: { state: { types: ["SCHEDULED"] } } },
    "next_scheduled_start_time_asc",
    page,
  );
  const current = await store.flowRuns.list(
    { ...own, flowRuns: { state: { types: underWay } } },
    "start_time_desc",
    page,
  );
  const { description, created, updated } = placed.queue;
  return {
    ...row,
    now: at,
    description,
    created,
    updated,
    upcoming: upcoming.map((run) => showRun(run, at)),
    current: current.map((run) => showRun(run, at)),
    deployments: await listDeployments(store, own),
    deploymentCount: await store.deployments.count(own),
  };
}

async function listDeployments(store: Store, own: Filters): Promise<readonly QueueDeployment[]> {
  const deployments = await store.deployments.list(own, "name_asc", { limit: deploymentsShown, offset: 0 });
  const flows = await store.flows.byIds([...new Set(deployments.map(({ flowId }) => flowId))]);
  const nameOf = new Map(flows.map((flow) => [flow.id, flow.name]));
  return deployments.map(({ id, name, flowId, isPaused }) => ({
    id,
    title: `${nameOf.get(flowId) ?? ""}/${name}`,
    isPaused,
  }));
}
