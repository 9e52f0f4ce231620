import type { DeploymentSchedule } from "@/lib/deployments/model";
import { type NewSchedule, withIds } from "@/lib/deployments/new-schedule";
import { requireDeployment } from "@/lib/deployments/read-deployment";
import { DomainError } from "@/lib/errors";
import type { DeploymentId, DeploymentScheduleId } from "@/lib/ids";
import type { Deps, Store } from "@/lib/store";

/** @throws DomainError not_found */
export async function readSchedules(store: Store, id: DeploymentId): Promise<readonly DeploymentSchedule[]> {
  await requireDeployment(store, id);
  return store.deployments.schedulesOf([id]);
}

/** Puts schedules behind those that it has, and answers the new ones. @throws DomainError not_found */
export async function addSchedules(
  deps: Deps,
  id: DeploymentId,
  added: readonly NewSchedule[],
): Promise<readonly DeploymentSchedule[]> {
  return deps.store.transaction(async (tx) => {
    const current = await readSchedules(tx, id);
    const schedules = withIds(deps, id, added);
    await writeSchedules({ ...deps, store: tx }, id, [...current, ...schedules]);
    return schedules;
  });
}

/** Runs of the deployment that are scheduled already go: they may follow from it. @throws DomainError not_found */
export async function updateSchedule(
  deps: Deps,
  place: { readonly deploymentId: DeploymentId; readonly scheduleId: DeploymentScheduleId },
  changes: Partial<NewSchedule>,
): Promise<void> {
  await changeSchedule(deps, place, (schedule) => [{ ...schedule, ...changes, updated: deps.now() }]);
}

/** @throws DomainError not_found */
export async function deleteSchedule(
  deps: Deps,
  place: { readonly deploymentId: DeploymentId; readonly scheduleId: DeploymentScheduleId },
): Promise<void> {
  await changeSchedule(deps, place, () => []);
}

async function changeSchedule(
  deps: Deps,
  { deploymentId, scheduleId }: { deploymentId: DeploymentId; scheduleId: DeploymentScheduleId },
  change: (schedule: DeploymentSchedule) => readonly DeploymentSchedule[],
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const current = await readSchedules(tx, deploymentId);
    if (!current.some(({ id }) => id === scheduleId)) {
      throw new DomainError("not_found", "Schedule not found");
    }
    const next = current.flatMap((schedule) => (schedule.id === scheduleId ? change(schedule) : [schedule]));
    await writeSchedules({ ...deps, store: tx }, deploymentId, next);
    await tx.flowRuns.deleteAutoScheduled([deploymentId]);
  });
}

/** The scheduler looks soon at deployments that were changed. */
async function writeSchedules(
  { store, now }: Pick<Deps, "store" | "now">,
  id: DeploymentId,
  schedules: readonly DeploymentSchedule[],
): Promise<void> {
  await store.deployments.replaceSchedules(id, schedules);
  const deployment = await requireDeployment(store, id);
  await store.deployments.update({ ...deployment, updated: now() });
}
