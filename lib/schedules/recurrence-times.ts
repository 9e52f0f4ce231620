import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import type { RecurrenceRule, RecurrenceSet } from "@/lib/schedules/rrule-text";
import type { WallMicros } from "@/lib/schedules/wall-time";

// What one rule may cost. A rule that counts its times (COUNT) is counted from its start on; others begin at the window.
const mostPeriods = 10_000;
const mostCandidates = 500_000;
/** The first stretch that is searched; each further one is four times as long, so that dense rules stay cheap. */
const firstStretch = 3_600_000_000;

/**
 * Wall times of a set of rules between two wall times, both included, in order: at least `limit` of them when there are.
 * @throws RangeError when a rule takes more steps than one may.
 */
export function recurrenceTimes(
  set: RecurrenceSet,
  from: WallMicros,
  to: WallMicros,
  limit: number,
): readonly WallMicros[] {
  const rules = set.rules.map((rule) => compile(rule, set.start));
  const excludedRules = set.excludedRules.map((rule) => compile(rule, set.start));
  const excludedDates = new Set<number>(set.excludedDates);
  const found = new Set<WallMicros>();
  let length = firstStretch;
  for (let low = from; low <= to && found.size < limit; low = (low + length / 4 + 1) as WallMicros) {
    const high = Math.min(low + length, to) as WallMicros;
    const excluded = new Set<number>(excludedRules.flatMap((rule) => timesOf(rule, low, high)));
    const dates = set.dates.filter((date) => date >= low && date <= high);
    for (const time of [...dates, ...rules.flatMap((rule) => timesOf(rule, low, high))]) {
      if (!(excluded.has(time) || excludedDates.has(time))) found.add(time);
    }
    length *= 4;
  }
  return [...found].sort((a, b) => a - b);
}

/** Wall times are computed as if they were UTC, which has no clock changes. */
function compile(rule: RecurrenceRule, start: WallMicros): RRuleTemporal {
  const { lists } = rule;
  return new RRuleTemporal({
    tzid: "UTC",
    dtstart: zoned(start),
    freq: rule.frequency,
    interval: rule.interval,
    wkst: rule.weekStart,
    maxIterations: mostPeriods,
    maxCandidateEvaluations: mostCandidates,
    ...(rule.count === null ? {} : { count: rule.count }),
    ...(rule.until === null ? {} : { until: zoned(rule.until) }),
    ...(rule.weekdays.length === 0 ? {} : { byDay: [...rule.weekdays] }),
    ...(lists.BYSETPOS ? { bySetPos: [...lists.BYSETPOS] } : {}),
    ...(lists.BYMONTH ? { byMonth: [...lists.BYMONTH] } : {}),
    ...(lists.BYMONTHDAY ? { byMonthDay: [...lists.BYMONTHDAY] } : {}),
    ...(lists.BYYEARDAY ? { byYearDay: [...lists.BYYEARDAY] } : {}),
    ...(lists.BYWEEKNO ? { byWeekNo: [...lists.BYWEEKNO] } : {}),
    ...(lists.BYHOUR ? { byHour: [...lists.BYHOUR] } : {}),
    ...(lists.BYMINUTE ? { byMinute: [...lists.BYMINUTE] } : {}),
    ...(lists.BYSECOND ? { bySecond: [...lists.BYSECOND] } : {}),
  });
}

function zoned(wall: WallMicros): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(wall / 1000)).toZonedDateTimeISO("UTC");
}

function timesOf(rule: RRuleTemporal, low: WallMicros, high: WallMicros): readonly WallMicros[] {
  const [after, before] = [new Date(Math.ceil(low / 1000)), new Date(Math.floor(high / 1000))];
  try {
    return rule.between(after, before, true).map((time) => (time.epochMilliseconds * 1000) as WallMicros);
  } catch (error) {
    throw new RangeError("It takes too many steps to find its times.", { cause: error });
  }
}
