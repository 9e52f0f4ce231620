import { refuseLostBlocks } from "@/lib/deployments/lost-blocks";
import { requireDeployment } from "@/lib/deployments/read-deployment";
import { refuseSeveral } from "@/lib/deployments/update-deployment";
import type { DeploymentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** Whether its only schedule, if it has one, is switched with it: what clients that know of one schedule mean. */
type Scope = { readonly alsoItsSchedule: boolean };

/** The scheduler makes no more runs, and those that it made go. @throws DomainError not_found */
export async function pauseDeployment(
  deps: Deps,
  id: DeploymentId,
  scope: Scope = { alsoItsSchedule: false },
): Promise<void> {
  await setPaused(deps, id, { ...scope, isPaused: true });
}

/**
 * The scheduler makes runs again.
 * @throws DomainError not_found, conflict when a block of it was deleted and no other one was chosen.
 */
export async function resumeDeployment(
  deps: Deps,
  id: DeploymentId,
  scope: Scope = { alsoItsSchedule: false },
): Promise<void> {
  await setPaused(deps, id, { ...scope, isPaused: false });
}

async function setPaused(
  deps: Deps,
  id: DeploymentId,
  { alsoItsSchedule, isPaused }: Scope & { readonly isPaused: boolean },
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const deployment = await requireDeployment(tx, id);
    if (!isPaused) refuseLostBlocks(deployment, "resumed");
    const updated = deps.now();
    if (alsoItsSchedule) {
      const schedules = await tx.deployments.schedulesOf([id]);
      refuseSeveral(deployment, schedules);
      const switched = schedules.map((schedule) => ({ ...schedule, isActive: !isPaused, updated }));
      await tx.deployments.replaceSchedules(id, switched);
    }
    await tx.deployments.update({ ...deployment, isPaused, updated });
    if (isPaused) await tx.flowRuns.deleteAutoScheduled([id]);
  });
}
