import { expect, it } from "vitest";
import type { Schedule } from "@/lib/deployments/model";
import { scheduleFault } from "@/lib/schedules/parse-schedule";
import type { Micros } from "@/lib/time";

const now = (Date.UTC(2026, 10, 22) * 1000) as Micros;

function cron(text: string, timezone: string | null = null): Schedule {
  return { kind: "cron", cron: text, timezone, dayOr: true };
}

function rule(text: string, timezone: string | null = null): Schedule {
  return { kind: "rrule", rrule: text, timezone };
}

it.each([
  cron("*/5 * * * *"),
  cron("@Daily"),
  cron(" 0  9 * * MON-fri "),
  cron("0 0 L * *"),
  cron("0 0 * * l5,fri#1"),
  cron("0 0 15w * ?"),
  cron("0 0 1 1 * 30 2030", "Europe/Berlin"),
  rule("FREQ=DAILY"),
  rule("rrule:freq=weekly;byday=mo,-1fr"),
  rule(
    "DTSTART;TZID=Europe/Berlin:20261122T090000\nRRULE:FREQ=DAILY\nEXDATE:20261123T090000Z",
    "Europe/Berlin",
  ),
  { kind: "interval", intervalMicros: 1, anchor: now, timezone: "UTC" } as const,
])("%j has no fault", (schedule) => {
  expect(scheduleFault(schedule, now)).toBe(undefined);
});

it.each([
  ["0 0 * *", "needs 5 fields"],
  ["", "needs 5 fields"],
  ["@often", "Known nicknames are @midnight"],
  ["60 * * * *", "The minute 60 is not between 0 and 59."],
  ["* * 0 * *", "The day of the month 0 is not between 1 and 31."],
  ["* * * foo *", '"foo" is no month.'],
  ["* * * * 8", "The day of the week 8 is not between 0 and 7."],
  ["*/0 * * * *", '"*/0" has no whole number of at least 1 after its slash.'],
  ["1,,2 * * * *", "The minute has an empty part."],
  ["* * * * fri#6", "fri#2"],
  ["* * * * 1,fri#2", "cannot stand beside plain weekdays"],
  ["h * * * *", '"h" is no minute.'],
  ["R R * * *", '"r" is no minute.'],
  [`${"1,".repeat(600)}1 * * * *`, "more than 1000 characters"],
])("the cron text %j is refused with its reason", (text, reason) => {
  const fault = scheduleFault(cron(text), now);
  expect(fault?.field).toBe("cron");
  expect(fault?.message).toContain(reason);
});

it.each([
  ["", "no RRULE and no RDATE"],
  ["DAILY", "DAILY is none of FREQ"],
  ["FREQ=OFTEN", "FREQ must be one of"],
  ["FREQ=DAILY;INTERVAL=0", "INTERVAL must be a whole number"],
  ["FREQ=DAILY;BYHOUR=25", "BYHOUR must hold whole numbers from 0 to 23."],
  ["FREQ=DAILY;BYMONTHDAY=0", "without 0"],
  ["FREQ=DAILY;BYDAY=XX", "no weekday"],
  ["FREQ=DAILY;UNTIL=tomorrow", "no date"],
  ["DTSTART:20260230\nRRULE:FREQ=DAILY", '"20260230" is no date'],
  ["DTSTART:20260101,20260102\nRRULE:FREQ=DAILY", "once"],
  ["VALARM:1\nRRULE:FREQ=DAILY", "VALARM is none of"],
  [`FREQ=DAILY;BYHOUR=${"1,".repeat(4000)}1`, "more than 6500"],
  [`${"RRULE:FREQ=DAILY\n".repeat(11)}`, "more than 10 rules"],
  ["FREQ=MINUTELY;COUNT=10000;BYHOUR=3;BYDAY=MO", "too complex"],
  ["FREQ=SECONDLY;COUNT=999999999", "COUNT must be a whole number from 1 to 10000"],
])("the recurrence rule %j is refused with its reason", (text, reason) => {
  const fault = scheduleFault(rule(text), now);
  expect(fault?.field).toBe("rrule");
  expect(fault?.message).toContain(reason);
});

it.each(["Mars/Olympus", "+02:00", "", "europe/berlin"])("%j is no time zone", (timezone) => {
  const fault = { field: "timezone", message: expect.stringContaining("America/New_York") };
  expect(scheduleFault(cron("@daily", timezone), now)).toEqual(fault);
  expect(scheduleFault(rule("FREQ=DAILY", timezone), now)).toEqual(fault);
});

it.each([0, -1, Number.NaN, 0.5])("an interval of %d microseconds is refused", (intervalMicros) => {
  const schedule: Schedule = { kind: "interval", intervalMicros, anchor: now, timezone: null };
  expect(scheduleFault(schedule, now)?.field).toBe("interval");
});
