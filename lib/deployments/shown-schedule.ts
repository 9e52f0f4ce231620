import type { DeploymentSchedule } from "@/lib/deployments/model";
import { describeSchedule } from "@/lib/schedules/describe-schedule";

/** A schedule on a page. */
export type ShownSchedule = { readonly id: string; readonly words: string; readonly isActive: boolean };

export function showSchedule({ id, schedule, isActive }: DeploymentSchedule): ShownSchedule {
  return { id, words: describeSchedule(schedule), isActive };
}
