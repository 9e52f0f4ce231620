import type { Schedule } from "@/lib/deployments/model";
import { readCron } from "@/lib/schedules/cron-pattern";
import { readRecurrence } from "@/lib/schedules/rrule-text";
import { scheduledTimes } from "@/lib/schedules/scheduled-times";
import { isTimezone } from "@/lib/schedules/wall-time";
import type { Micros } from "@/lib/time";

const triedMicros = 100 * 86_400_000_000;

/** What is wrong with a schedule: `field` in the words of the wire. */
export type ScheduleFault = {
  readonly field: "cron" | "interval" | "rrule" | "timezone";
  readonly message: string;
};

/** Why the scheduler could not work with it from now on; undefined when it can. */
export function scheduleFault(schedule: Schedule, now: Micros): ScheduleFault | undefined {
  return faultOfTimezone(schedule.timezone) ?? faultOfRule(schedule) ?? faultOfCost(schedule, now);
}

function faultOfTimezone(timezone: string | null): ScheduleFault | undefined {
  if (timezone === null || isTimezone(timezone)) return undefined;
  const message = `${quote(timezone)} is no time zone of the IANA list, such as America/New_York.`;
  return { field: "timezone", message };
}

/** A recurrence rule that counts from long ago, or whose parts make millions of times, would hold up all others. */
function faultOfCost(schedule: Schedule, now: Micros): ScheduleFault | undefined {
  if (schedule.kind !== "rrule") return undefined;
  try {
    scheduledTimes(schedule, { from: now, to: (now + triedMicros) as Micros, limit: 3 });
    return undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const remedy = "A later DTSTART or no COUNT makes it cheaper, and so do fewer numbers in its BY parts.";
    return { field: "rrule", message: `${quote(schedule.rrule)} is too complex: ${error.message} ${remedy}` };
  }
}

function faultOfRule(schedule: Schedule): ScheduleFault | undefined {
  if (schedule.kind === "interval") {
    if (Number.isSafeInteger(schedule.intervalMicros) && schedule.intervalMicros > 0) return undefined;
    return { field: "interval", message: "The interval must be above 0 seconds." };
  }
  if (schedule.kind === "cron") {
    const reading = readCron(schedule.cron);
    if (!("fault" in reading)) return undefined;
    return { field: "cron", message: `${quote(schedule.cron)} is no cron schedule. ${reading.fault}` };
  }
  const reading = readRecurrence(schedule.rrule);
  if (!("fault" in reading)) return undefined;
  return { field: "rrule", message: `${quote(schedule.rrule)} is no recurrence rule. ${reading.fault}` };
}

function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}...` : text}"`;
}
