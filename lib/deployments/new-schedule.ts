import type { DeploymentSchedule } from "@/lib/deployments/model";
import type { DeploymentId, DeploymentScheduleId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** A schedule before it has an id. */
export type NewSchedule = Pick<
  DeploymentSchedule,
  "schedule" | "isActive" | "maxActiveRuns" | "maxScheduledRuns" | "catchup"
>;

/** A schedule with nothing said beside. */
export function plainSchedule(schedule: DeploymentSchedule["schedule"], isActive: boolean): NewSchedule {
  return { schedule, isActive, maxActiveRuns: null, maxScheduledRuns: null, catchup: false };
}

export function withIds(
  deps: Pick<Deps, "now" | "newId">,
  deploymentId: DeploymentId,
  schedules: readonly NewSchedule[],
): readonly DeploymentSchedule[] {
  return schedules.map((schedule) => {
    const created = deps.now();
    return { ...schedule, id: deps.newId<DeploymentScheduleId>(), created, updated: created, deploymentId };
  });
}
