import { findQueue, requireBlock } from "@/lib/deployments/apply-deployment";
import { requireFittingParameters } from "@/lib/deployments/check-parameters";
import { refuseLostBlocks } from "@/lib/deployments/lost-blocks";
import type { Deployment, DeploymentSchedule, Schedule } from "@/lib/deployments/model";
import { type NewSchedule, plainSchedule, withIds } from "@/lib/deployments/new-schedule";
import { requireDeployment } from "@/lib/deployments/read-deployment";
import { DomainError } from "@/lib/errors";
import type { DeploymentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** What is absent stays. */
export type DeploymentChanges = Partial<
  Pick<
    Deployment,
    | "version"
    | "description"
    | "manifestPath"
    | "path"
    | "entrypoint"
    | "tags"
    | "parameters"
    | "enforcesParameterSchema"
    | "infraOverrides"
    | "isPaused"
    | "storageDocumentId"
    | "infrastructureDocumentId"
  >
> & {
  readonly workQueueName?: string | null;
  readonly workPoolName?: string | null;
  readonly schedules?: readonly NewSchedule[];
  /** The only schedule, for clients that know of one: null is none. */
  readonly onlySchedule?: Schedule | null;
  /** Whether the only schedule makes runs; the deployment is paused when it does not. */
  readonly isScheduleActive?: boolean;
};

/**
 * Changes a deployment. Runs that were scheduled before go: they were made of what is changed. A block that is chosen
 * takes the place of a deleted one.
 * @throws DomainError not_found, invalid when "the only schedule" is one of several, conflict when a block does not
 * exist, parameters do not fit or it would be resumed without a block that was deleted.
 */
export async function updateDeployment(
  deps: Deps,
  id: DeploymentId,
  changes: DeploymentChanges,
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const current = await requireDeployment(tx, id);
    const schedules = nextSchedules(current, await tx.deployments.schedulesOf([id]), changes);
    const { workQueueName = null, workPoolName = null } = changes;
    const queue = await findQueue({ ...deps, store: tx }, { name: workQueueName, poolName: workPoolName });
    await requireBlock(tx, "infrastructure", changes.infrastructureDocumentId ?? null);
    await requireBlock(tx, "storage", changes.storageDocumentId ?? null);
    const changed = merge(current, changes);
    const next = { ...changed, ...(queue && { workQueueId: queue.id, workQueueName: queue.name }) };
    if (!next.isPaused) refuseLostBlocks(next, "resumed");
    if (next.enforcesParameterSchema) {
      requireFittingParameters(next, next.parameters, { isComplete: false });
    }
    await tx.deployments.update({ ...next, updated: deps.now() });
    await tx.flowRuns.deleteAutoScheduled([id]);
    if (schedules) await tx.deployments.replaceSchedules(id, withIds(deps, id, schedules));
  });
}

/** The queue is not among it. */
function merge(
  current: Deployment,
  { workQueueName, workPoolName, schedules, onlySchedule, isScheduleActive, ...values }: DeploymentChanges,
): Deployment {
  return {
    ...current,
    ...(isScheduleActive === undefined ? {} : { isPaused: !isScheduleActive }),
    ...values,
    ...(values.storageDocumentId === undefined ? {} : { lostStorage: null }),
    ...(values.infrastructureDocumentId === undefined ? {} : { lostInfrastructure: null }),
  };
}

/** Undefined: they stay as they are. */
function nextSchedules(
  deployment: Deployment,
  current: readonly DeploymentSchedule[],
  { schedules, onlySchedule, isScheduleActive }: DeploymentChanges,
): readonly NewSchedule[] | undefined {
  if (onlySchedule === undefined && isScheduleActive === undefined) return schedules;
  refuseSeveral(deployment, current);
  const schedule = onlySchedule === undefined ? (current[0]?.schedule ?? null) : onlySchedule;
  return schedule === null ? [] : [plainSchedule(schedule, isScheduleActive ?? !deployment.isPaused)];
}

/** @throws DomainError invalid when "the schedule" could be one of several. */
export function refuseSeveral(
  { name }: Pick<Deployment, "name">,
  schedules: readonly DeploymentSchedule[],
): void {
  if (schedules.length < 2) return;
  throw new DomainError(
    "invalid",
    `Deployment "${name}" has ${schedules.length} schedules, and this request speaks of the only one. Change each schedule by its id, or set "paused" of the deployment.`,
  );
}
