import { parameterIssues } from "@/lib/deployments/check-parameters";
import type { BlockUse, Deployment } from "@/lib/deployments/model";
import { type NewSchedule, withIds } from "@/lib/deployments/new-schedule";
import { DomainError } from "@/lib/errors";
import type { BlockDocumentId, DeploymentId } from "@/lib/ids";
import type { Deps, Store } from "@/lib/store";
import { ensureWorkQueue } from "@/lib/work-queues/ensure-work-queue";
import type { WorkQueue } from "@/lib/work-queues/model";

/** Everything that a client says of a deployment. */
export type DeploymentSpec = Omit<
  Deployment,
  "id" | "created" | "updated" | "workQueueId" | "lastPolled" | "lostStorage" | "lostInfrastructure"
> & {
  readonly schedules: readonly NewSchedule[];
  readonly workPoolName: string | null;
};

/**
 * Makes a deployment, or replaces the one of this flow that has its name. Its work queue is made when it is missing;
 * runs that were scheduled before go, for they were made of what is replaced. An applied deployment has the blocks that
 * were said, so it has lost none.
 * @throws DomainError conflict when the flow or a block does not exist, not_found when the pool does not, invalid when
 * its parameters do not fit their enforced schema.
 */
export async function applyDeployment(
  deps: Deps,
  { schedules, workPoolName, ...spec }: DeploymentSpec,
): Promise<{ readonly deployment: Deployment; readonly isNew: boolean }> {
  refuseParameters(spec);
  return deps.store.transaction(async (tx) => {
    await requireFlow(tx, spec);
    const queue = await findQueue(
      { ...deps, store: tx },
      { name: spec.workQueueName, poolName: workPoolName },
    );
    await requireBlock(tx, "infrastructure", spec.infrastructureDocumentId);
    await requireBlock(tx, "storage", spec.storageDocumentId);
    const known = await tx.deployments.byName(spec.flowId, spec.name);
    const at = deps.now();
    const deployment: Deployment = {
      ...spec,
      id: known?.id ?? deps.newId<DeploymentId>(),
      created: known?.created ?? at,
      updated: at,
      // Without a queue it stays where it was.
      workQueueId: queue?.id ?? known?.workQueueId ?? null,
      workQueueName: queue?.name ?? known?.workQueueName ?? null,
      lastPolled: known?.lastPolled ?? null,
      lostStorage: null,
      lostInfrastructure: null,
    };
    if (known) {
      await tx.deployments.update(deployment);
      await tx.flowRuns.deleteAutoScheduled([known.id]);
    } else await tx.deployments.insert(deployment);
    await tx.deployments.replaceSchedules(deployment.id, withIds(deps, deployment.id, schedules));
    return { deployment, isNew: known === undefined };
  });
}

function refuseParameters(
  spec: Pick<Deployment, "name" | "parameters" | "parameterSchema" | "enforcesParameterSchema">,
) {
  if (!spec.enforcesParameterSchema || spec.parameterSchema === null) return;
  const issues = parameterIssues(spec, spec.parameters, { isComplete: false });
  if (issues.length > 0) throw new DomainError("invalid", "The parameters do not fit the flow.", { issues });
}

async function requireFlow(
  store: Store,
  { flowId, name }: Pick<Deployment, "flowId" | "name">,
): Promise<void> {
  if (await store.flows.byId(flowId)) return;
  throw new DomainError(
    "conflict",
    `Deployment "${name}" cannot be saved: no flow has the id ${flowId}. Register the flow first.`,
  );
}

/** The queue that is meant; undefined when neither a queue nor a pool is named. */
export async function findQueue(
  deps: Deps,
  wanted: { readonly name: string | null; readonly poolName: string | null },
): Promise<WorkQueue | undefined> {
  // Clients write "" where they mean nothing.
  const [name, poolName] = [wanted.name || null, wanted.poolName || null];
  if (name === null && poolName === null) return undefined;
  return (await ensureWorkQueue(deps, { name, poolName })).queue;
}

/** @throws DomainError conflict when no block has the id. */
export async function requireBlock(
  store: Store,
  role: BlockUse["role"],
  id: BlockDocumentId | null,
): Promise<void> {
  if (id === null || (await store.blockDocuments.byId(id))) return;
  throw new DomainError(
    "conflict",
    `The deployment cannot be saved: no ${role} block has the id ${id}. It was deleted, or the deployment was built for another server. Build it again with a block of this server.`,
  );
}
