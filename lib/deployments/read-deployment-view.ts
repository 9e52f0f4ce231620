import type { BlockLabel } from "@/lib/blocks/block-label";
import { revealData } from "@/lib/blocks/model";
import { readBlockDetails } from "@/lib/blocks/read-block-details";
import { readBlockLabels } from "@/lib/deployments/block-labels";
import { type BuildCommand, buildCommand } from "@/lib/deployments/build-command";
import { type InfrastructureRow, layOverrides } from "@/lib/deployments/lay-overrides";
import type { Deployment } from "@/lib/deployments/model";
import { type ShownParameter, showParameters } from "@/lib/deployments/shown-parameters";
import { type ShownRun, showRun } from "@/lib/deployments/shown-run";
import { type ShownSchedule, showSchedule } from "@/lib/deployments/shown-schedule";
import { type DeploymentStatus, deploymentStatus, missingBlocks } from "@/lib/deployments/shown-status";
import type { BlockDocumentId, DeploymentId } from "@/lib/ids";
import { parseProse } from "@/lib/markdown/parse-prose";
import type { Prose } from "@/lib/markdown/prose";
import { isCredentialText } from "@/lib/secrets/credential-name";
import type { Deps, Store } from "@/lib/store";
import type { Micros } from "@/lib/time";

const runsShown = 8;
const upcomingShown = 5;

/** A deployment for its page: plain JSON, without any secret. */
export type DeploymentView = {
  readonly id: DeploymentId;
  readonly name: string;
  readonly flow: { readonly id: string; readonly name: string };
  readonly status: DeploymentStatus;
  readonly isPaused: boolean;
  readonly queue: { readonly id: string | null; readonly name: string } | null;
  readonly version: string | null;
  readonly description: Prose;
  readonly tags: readonly string[];
  readonly entrypoint: string | null;
  readonly path: string | null;
  readonly storage: (BlockLabel & { readonly basePath?: string }) | null;
  readonly infrastructure: BlockLabel | null;
  /** "s3/log-test", deleted and not replaced. */
  readonly lost: { readonly storage: string | undefined; readonly infrastructure: string | undefined };
  readonly parameters: readonly ShownParameter[];
  readonly infrastructureRows: readonly InfrastructureRow[];
  /** How to build it again. */
  readonly build: BuildCommand;
  readonly schedules: readonly ShownSchedule[];
  readonly upcoming: readonly ShownRun[];
  readonly recent: readonly ShownRun[];
  readonly created: Micros;
  readonly updated: Micros;
};

/** Undefined when no deployment has the id. */
export async function readDeploymentView(
  deps: Pick<Deps, "store" | "now">,
  id: DeploymentId,
): Promise<DeploymentView | undefined> {
  const { store } = deps;
  const deployment = await store.deployments.byId(id);
  const flow = deployment && (await store.flows.byId(deployment.flowId));
  if (!deployment || !flow) return undefined;
  const now = deps.now();
  const ids = [deployment.storageDocumentId, deployment.infrastructureDocumentId];
  const labels = await readBlockLabels(store, ids);
  const labelOf = (each: BlockDocumentId | null) => (each === null ? null : (labels.get(each) ?? null));
  const storage = labelOf(deployment.storageDocumentId);
  const infrastructure = labelOf(deployment.infrastructureDocumentId);
  const rows = await readInfrastructure(store, deployment);
  const schedules = await store.deployments.schedulesOf([id]);
  return {
    id,
    name: deployment.name,
    flow: { id: flow.id, name: flow.name },
    status: deploymentStatus(deployment, now),
    isPaused: deployment.isPaused,
    queue:
      deployment.workQueueName === null
        ? null
        : { id: deployment.workQueueId, name: deployment.workQueueName },
    version: deployment.version,
    description: parseProse(deployment.description ?? ""),
    tags: deployment.tags,
    entrypoint: deployment.entrypoint,
    path: deployment.path,
    storage: storage && { ...storage, ...(await basePathOf(store, storage.id)) },
    infrastructure,
    lost: missingBlocks(deployment),
    parameters: showParameters(deployment),
    infrastructureRows: rows,
    build: buildCommand({ deployment, storage, infrastructure, rows, schedules }),
    schedules: schedules.map(showSchedule),
    ...(await readRuns(store, id, now)),
    created: deployment.created,
    updated: deployment.updated,
  };
}

async function readRuns(
  store: Store,
  id: DeploymentId,
  now: Micros,
): Promise<Pick<DeploymentView, "upcoming" | "recent">> {
  const upcoming = await store.flowRuns.list(
    { deployments: { ids: [id] }, flowRuns: { state: { types: ["SCHEDULED"] } } },
    "next_scheduled_start_time_asc",
    { limit: upcomingShown, offset: 0 },
  );
  const recent = await store.flowRuns.latestOf([id], runsShown);
  // One that is due and waits for an agent is the next run, not a past one.
  const waiting = new Set(upcoming.map((run) => run.id));
  return {
    upcoming: upcoming.map((run) => showRun(run, now)),
    recent: recent.filter((run) => !waiting.has(run.id)).map((run) => showRun(run, now)),
  };
}

/** Keys under which storage blocks name where they keep files; an address may still carry a password. */
const baseKeys = ["bucket_path", "basepath", "share_path", "repository"];

async function basePathOf(store: Store, id: BlockDocumentId): Promise<{ basePath?: string }> {
  const settings = (await readBlockDetails({ store }, id))?.settings?.set ?? [];
  const found = settings.find(({ key }) => baseKeys.includes(key));
  const text = found?.value.kind === "text" ? found.value.text : undefined;
  return text === undefined || isCredentialText(text) ? {} : { basePath: text };
}

async function readInfrastructure(
  store: Store,
  { infrastructureDocumentId: id, infraOverrides }: Deployment,
): Promise<readonly InfrastructureRow[]> {
  const block = id === null ? undefined : await readBlockDetails({ store }, id);
  const document = id === null ? undefined : await store.blockDocuments.byId(id);
  const data =
    document?.data && block?.settings
      ? revealData(document, "see which keys overrides may reach")
      : new Map();
  return layOverrides(block?.settings?.set ?? [], data, infraOverrides);
}
