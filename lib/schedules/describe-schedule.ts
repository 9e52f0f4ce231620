import type { Schedule } from "@/lib/deployments/model";
import { cronNicknames } from "@/lib/schedules/cron-pattern";
import { toWall } from "@/lib/schedules/wall-time";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const weekdayNames = weekdays.map((day) => day.slice(0, 3).toLowerCase());
const longestShown = 80;

/** "Every day at 09:00 (Europe/Berlin)". What has no short sentence is shown as it was written. */
export function describeSchedule(schedule: Schedule): string {
  if (schedule.kind === "interval") return describeInterval(schedule);
  const zone = zoneOf(schedule.timezone);
  if (schedule.kind === "rrule") return `Rule ${shorten(schedule.rrule)} ${zone}`;
  const words = cronWords(schedule.cron);
  if (words === undefined) return `Cron ${shorten(schedule.cron)} ${zone}`;
  return words.includes(" at ") ? `${words} ${zone}` : words;
}

function zoneOf(timezone: string | null): string {
  return `(${timezone ?? "UTC"})`;
}

function shorten(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return line.length > longestShown ? `${line.slice(0, longestShown)}...` : line;
}

function describeInterval(schedule: Extract<Schedule, { kind: "interval" }>): string {
  const { intervalMicros, timezone } = schedule;
  const words = `Every ${lengthOf(intervalMicros)}`;
  if (intervalMicros % 86_400_000_000 !== 0) return words;
  const start = new Date(toWall(schedule.anchor, timezone) / 1000).toISOString();
  return `${words} at ${start.slice(11, 16)} ${zoneOf(timezone)}`;
}

const units = [
  ["week", 604_800_000_000],
  ["day", 86_400_000_000],
  ["hour", 3_600_000_000],
  ["minute", 60_000_000],
  ["second", 1_000_000],
] as const;

/** In the largest unit of which it is a whole number: "10 minutes", "day", "1.5 seconds". */
function lengthOf(micros: number): string {
  const [unit, size] = units.find(([, unitSize]) => micros % unitSize === 0) ?? ["second", 1_000_000];
  const count = micros / size;
  return count === 1 ? unit : `${count} ${unit}s`;
}

/** Undefined for what would take a sentence of its own. */
function cronWords(text: string): string | undefined {
  const lower = text.trim().toLowerCase();
  const [minute = "", hour = "", day = "", month, weekday = "", ...more] = (
    cronNicknames.get(lower) ?? lower
  ).split(/\s+/);
  if (more.length > 0 || month !== "*") return undefined;
  const isAnyDay = isAny(day) && isAny(weekday);
  if (isAnyDay && isAny(hour)) return withinHour(minute);
  if (isAnyDay && minute === "0" && /^\*\/\d+$/.test(hour)) return steps(hour, 24, "hour");
  const time = timeOfDay(minute, hour);
  const days = daysInWords(day, weekday);
  return time === undefined || days === undefined ? undefined : `${days} at ${time}`;
}

function isAny(field: string): boolean {
  return field === "*" || field === "?";
}

function withinHour(minute: string): string | undefined {
  if (minute === "*") return "Every minute";
  if (minute === "0") return "Every hour";
  if (/^\d\d?$/.test(minute)) return `Every hour, ${minute} minutes past`;
  return steps(minute, 60, "minute");
}

/** Steps that do not divide the whole start again before their end, which "every" would not say. */
function steps(field: string, whole: number, unit: string): string | undefined {
  const step = Number(/^\*\/(\d+)$/.exec(field)?.[1]);
  if (!(step >= 1) || whole % step !== 0) return undefined;
  return step === 1 ? `Every ${unit}` : `Every ${step} ${unit}s`;
}

function timeOfDay(minute: string, hour: string): string | undefined {
  if (!(/^\d\d?$/.test(minute) && /^\d\d?$/.test(hour))) return undefined;
  return `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
}

function daysInWords(day: string, weekday: string): string | undefined {
  if (isAny(weekday)) return dayOfMonth(day);
  if (!isAny(day)) return undefined;
  if (/^(1-5|mon-fri)$/.test(weekday)) return "Every weekday";
  const found = weekday.split(",").map(weekdayOf);
  return found.every((name) => name !== undefined) ? `Every ${joined(found)}` : undefined;
}

function dayOfMonth(day: string): string | undefined {
  if (isAny(day)) return "Every day";
  if (day === "l") return "On the last day of every month";
  return /^\d\d?$/.test(day) ? `On day ${Number(day)} of every month` : undefined;
}

function weekdayOf(text: string): string | undefined {
  return weekdays[/^[0-7]$/.test(text) ? Number(text) % 7 : weekdayNames.indexOf(text)];
}

function joined(words: readonly string[]): string {
  const [last = "", ...others] = words.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
}
