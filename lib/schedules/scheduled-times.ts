import { Cron } from "croner";
import type { Schedule } from "@/lib/deployments/model";
import { readCron } from "@/lib/schedules/cron-pattern";
import { recurrenceTimes } from "@/lib/schedules/recurrence-times";
import { readRecurrence } from "@/lib/schedules/rrule-text";
import { fromWall, type Reading, toWall, type WallMicros } from "@/lib/schedules/wall-time";
import type { Micros } from "@/lib/time";

/** Times from `from` to `to`, both included, the first `limit` of them. */
export type Window = { readonly from: Micros; readonly to: Micros; readonly limit: number };

const hour = 3_600_000_000;
const day = 24 * hour;
/** Longer than any clock change of our days. */
const margin = 3 * hour;

/**
 * When a schedule is due, in order, each instant once. It depends on the schedule alone and not on who asks when, so
 * overlapping windows agree. Hostile rules cost a bounded number of steps.
 * @throws RangeError when the schedule is not understood or takes more steps than one may.
 */
export function scheduledTimes(schedule: Schedule, window: Window): readonly Micros[] {
  if (schedule.kind === "cron") return cronTimes(schedule, window);
  if (schedule.kind === "rrule") return ruleTimes(schedule, window);
  return schedule.intervalMicros < day ? shortIntervals(schedule, window) : longIntervals(schedule, window);
}

type ScheduleOf<Kind extends Schedule["kind"]> = Extract<Schedule, { kind: Kind }>;

/** Hours and minutes are lengths of time: an hourly run is due every hour, whatever the clocks on the wall do. */
function shortIntervals({ anchor, intervalMicros }: ScheduleOf<"interval">, window: Window): Micros[] {
  const first = Math.ceil((window.from - anchor) / intervalMicros);
  const times: Micros[] = [];
  for (let index = first; times.length < window.limit; index++) {
    const at = (anchor + index * intervalMicros) as Micros;
    if (at > window.to) break;
    times.push(at);
  }
  return times;
}

/** Days are counted on the wall clock: a daily run at nine stays at nine. */
function longIntervals(schedule: ScheduleOf<"interval">, window: Window): readonly Micros[] {
  const anchor = toWall(schedule.anchor, schedule.timezone);
  const from = earliestWall(window, schedule.timezone);
  const first = Math.ceil((from - anchor) / schedule.intervalMicros);
  const walls = function* (): Generator<WallMicros> {
    for (let index = first; ; index++) yield (anchor + index * schedule.intervalMicros) as WallMicros;
  };
  return instantsOf(walls(), schedule.timezone, "later", window);
}

function cronTimes(schedule: ScheduleOf<"cron">, window: Window): readonly Micros[] {
  const reading = readCron(schedule.cron);
  if ("fault" in reading) throw new RangeError(reading.fault);
  const cron = new Cron(reading.pattern, { timezone: "UTC", domAndDow: !schedule.dayOr, paused: true });
  const before = Math.ceil(earliestWall(window, schedule.timezone) / 1000) - 1;
  const walls = function* (): Generator<WallMicros> {
    let next = cron.nextRun(new Date(before));
    for (; next; next = cron.nextRun(next)) yield (next.getTime() * 1000) as WallMicros;
  };
  return instantsOf(walls(), schedule.timezone, "later", window);
}

function ruleTimes(schedule: ScheduleOf<"rrule">, window: Window): readonly Micros[] {
  const reading = readRecurrence(schedule.rrule);
  if ("fault" in reading) throw new RangeError(reading.fault);
  const { timezone } = schedule;
  const from = earliestWall(window, timezone);
  const to = latestWall(window, timezone);
  const lookedBack = (toWall(window.from, timezone) - from) / 1_000_000;
  const limit = window.limit * 2 + lookedBack;
  return instantsOf(recurrenceTimes(reading.set, from, to, limit), timezone, "earlier", window);
}

/** Where to begin so that times moved by a clock change near the start of the window are found too. */
function earliestWall({ from }: Window, timezone: string | null): WallMicros {
  const wall = toWall(from, timezone);
  return (isSteady(from, timezone) ? wall : wall - margin) as WallMicros;
}

function latestWall({ to }: Window, timezone: string | null): WallMicros {
  const wall = toWall(to, timezone);
  return (isSteady(to, timezone) ? wall : wall + margin) as WallMicros;
}

/** Whether no clock changes nearby. */
function isSteady(at: Micros, timezone: string | null): boolean {
  const wall = toWall(at, timezone);
  return [-margin, margin].every((near) => toWall((at + near) as Micros, timezone) === wall + near);
}

/**
 * Wall times as instants. Around clock changes two may be the same instant, or come in another order: so some more than
 * asked for are looked at, then sorted.
 */
function instantsOf(
  walls: Iterable<WallMicros>,
  timezone: string | null,
  reading: Reading,
  window: Window,
): readonly Micros[] {
  const found = new Set<Micros>();
  const last = latestWall(window, timezone);
  for (const wall of walls) {
    if (wall > last || found.size >= window.limit * 2) break;
    const at = fromWall(wall, timezone, reading);
    if (at >= window.from && at <= window.to) found.add(at);
  }
  return [...found].sort((a, b) => a - b).slice(0, window.limit);
}
