import { requireFittingParameters } from "@/lib/deployments/check-parameters";
import { refuseLostBlocks } from "@/lib/deployments/lost-blocks";
import type { Deployment } from "@/lib/deployments/model";
import { requireDeployment } from "@/lib/deployments/read-deployment";
import type { FlowRun } from "@/lib/flow-runs/model";
import { randomName } from "@/lib/flow-runs/random-name";
import type { DeploymentId, FlowRunId, StateId, WorkQueueId } from "@/lib/ids";
import type { JsonObject } from "@/lib/json";
import { enterState } from "@/lib/states/enter-state";
import { noDetails, type ProposedState } from "@/lib/states/model";
import type { Deps, Store } from "@/lib/store";
import type { Micros } from "@/lib/time";
import { ensureWorkQueue } from "@/lib/work-queues/ensure-work-queue";

/** What a run has of its own; the rest comes from the deployment. */
export type RunRequest = Partial<
  Pick<
    FlowRun,
    | "context"
    | "empiricalPolicy"
    | "tags"
    | "parentTaskRunId"
    | "idempotencyKey"
    | "infrastructureDocumentId"
    | "jobVariables"
  >
> & {
  readonly name?: string | null;
  /** Laid over the deployment's parameters. */
  readonly parameters?: JsonObject;
  /** Scheduled for now unless given. */
  readonly state?: ProposedState | null;
  /** Another queue of the deployment's pool; made when it is missing. */
  readonly workQueueName?: string | null;
  /** What the deployment says unless given. */
  readonly enforcesParameterSchema?: boolean | null;
};

/**
 * Makes a run of a deployment, for an agent to pick up. A run of the flow that has the idempotency key already is
 * answered as it is.
 * @throws DomainError not_found, conflict when a block was deleted, the parameters do not fit or the infrastructure
 * block does not exist.
 */
export async function runDeployment(
  deps: Deps,
  id: DeploymentId,
  request: RunRequest,
): Promise<{ readonly run: FlowRun; readonly isNew: boolean }> {
  return deps.store.transaction(async (tx) => {
    const deployment = await requireDeployment(tx, id);
    const key = request.idempotencyKey ?? null;
    const known = key === null ? undefined : await tx.flowRuns.byIdempotencyKey(deployment.flowId, key);
    if (known) return { run: known, isNew: false };
    const parameters = new Map([...deployment.parameters, ...(request.parameters ?? [])]);
    refuseUnfit(deployment, request, parameters);
    const queue = await chooseQueue({ ...deps, store: tx }, deployment, request.workQueueName ?? null);
    const run = newRun(deps, deployment, { ...request, parameters }, queue);
    await tx.flowRuns.insert(run);
    return { run, isNew: true };
  });
}

function refuseUnfit(deployment: Deployment, request: RunRequest, parameters: JsonObject): void {
  // Also with a block of the run's own: agents look at the deployment's only.
  refuseLostBlocks(deployment, "run");
  if (request.enforcesParameterSchema ?? deployment.enforcesParameterSchema) {
    requireFittingParameters(deployment, parameters, { isComplete: true });
  }
}

type Queue = { readonly id: WorkQueueId | null; readonly name: string | null };

async function chooseQueue(deps: Deps, deployment: Deployment, name: string | null): Promise<Queue> {
  if (!name) return { id: deployment.workQueueId, name: deployment.workQueueName };
  const poolName = await poolNameOf(deps.store, deployment);
  const { queue } = await ensureWorkQueue(deps, { name, poolName });
  return queue;
}

async function poolNameOf(store: Store, { workQueueId }: Deployment): Promise<string | null> {
  const queue = workQueueId === null ? undefined : await store.workQueues.byId(workQueueId);
  const pool = queue && (await store.workPools.byId(queue.workPoolId));
  return pool?.name ?? null;
}

function newRun(
  deps: Pick<Deps, "now" | "newId">,
  deployment: Deployment,
  request: RunRequest & { readonly parameters: JsonObject },
  queue: Queue,
): FlowRun {
  const id = deps.newId<FlowRunId>();
  const now = deps.now();
  const proposed = request.state ?? scheduledNow(now);
  const details = { ...proposed.details, flowRunId: id };
  const state = { ...proposed, details, id: deps.newId<StateId>(), timestamp: now };
  return {
    id,
    created: now,
    updated: now,
    name: request.name || randomName(id),
    flowId: deployment.flowId,
    deploymentId: deployment.id,
    deploymentVersion: deployment.version,
    workQueueId: queue.id,
    workQueueName: queue.name,
    flowVersion: null,
    parameters: request.parameters,
    idempotencyKey: request.idempotencyKey ?? null,
    context: request.context ?? new Map(),
    empiricalPolicy: request.empiricalPolicy ?? new Map(),
    tags: [...new Set([...deployment.tags, ...(request.tags ?? [])])],
    parentTaskRunId: request.parentTaskRunId ?? null,
    ...enterState(notBegun, state),
    isAutoScheduled: false,
    infrastructureDocumentId: request.infrastructureDocumentId ?? deployment.infrastructureDocumentId,
    infrastructurePid: null,
    createdBy: null,
    jobVariables: request.jobVariables ?? new Map(),
  };
}

const notBegun = {
  state: null,
  runCount: 0,
  expectedStartTime: null,
  nextScheduledStartTime: null,
  startTime: null,
  endTime: null,
  totalRunMicros: 0,
};

function scheduledNow(now: Micros): ProposedState {
  return {
    type: "SCHEDULED",
    name: "Scheduled",
    message: null,
    data: null,
    details: { ...noDetails, scheduledTime: now },
  };
}
