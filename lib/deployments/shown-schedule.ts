import type { DeploymentSchedule, Schedule } from "@/lib/deployments/model";

/** A schedule on a page. */
export type ShownSchedule = { readonly id: string; readonly words: string; readonly isActive: boolean };

export function showSchedule({ id, schedule, isActive }: DeploymentSchedule): ShownSchedule {
  return { id, words: wordsOf(schedule), isActive };
}

function wordsOf(schedule: Schedule): string {
  const zone = schedule.timezone === null ? "" : `, ${schedule.timezone}`;
  if (schedule.kind === "cron") return `${schedule.cron}${zone}`;
  if (schedule.kind === "rrule") return `${schedule.rrule}${zone}`;
  return `Every ${schedule.intervalMicros / 1_000_000} s${zone}`;
}
