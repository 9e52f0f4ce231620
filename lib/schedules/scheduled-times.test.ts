import { describe, expect, it } from "vitest";
import type { Schedule } from "@/lib/deployments/model";
import { scheduledTimes } from "@/lib/schedules/scheduled-times";
import facts from "@/lib/testing/fixtures/schedule-times.json";
import type { Micros } from "@/lib/time";

function micros(text: string): Micros {
  return Math.round(Date.parse(text) * 1000) as Micros;
}

const days = 86_400_000_000;

function times(schedule: Schedule, from: string, limit: number, forDays = 100): readonly string[] {
  const start = micros(from);
  const window = { from: start, to: (start + forDays * days) as Micros, limit };
  return scheduledTimes(schedule, window).map((at) => new Date(at / 1000).toISOString().replace(".000", ""));
}

function cron(text: string, timezone: string | null = null, dayOr = true): Schedule {
  return { kind: "cron", cron: text, timezone, dayOr };
}

function every(seconds: number, anchor: string, timezone: string | null = null): Schedule {
  return { kind: "interval", intervalMicros: seconds * 1_000_000, anchor: micros(anchor), timezone };
}

function rule(text: string, timezone: string | null = null): Schedule {
  return { kind: "rrule", rrule: text, timezone };
}

function ofFact(fact: (typeof facts)[number]): Schedule {
  if (fact.cron !== undefined) return cron(fact.cron, fact.timezone, fact.dayOr);
  if (fact.rrule !== undefined) return rule(fact.rrule, fact.timezone);
  return every(fact.seconds ?? 0, fact.anchor ?? "", fact.timezone);
}

describe("times that the clients' own library gives", () => {
  it.each(facts.map((fact) => [JSON.stringify(fact).slice(0, 110), fact] as const))("%s", (_, fact) => {
    expect(times(ofFact(fact), fact.from, fact.times.length)).toEqual(fact.times);
  });
});

describe("clock changes", () => {
  it.each([
    ["Europe/Berlin", "2026-10-23T12:00:00Z", ["2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z"]],
    ["America/New_York", "2026-03-07T12:00:00Z", ["2026-03-07T14:00:00Z", "2026-03-08T13:00:00Z"]],
    ["Australia/Lord_Howe", "2026-10-02T12:00:00Z", ["2026-10-02T22:30:00Z", "2026-10-03T22:00:00Z"]],
  ])("a daily run at nine in %s stays at nine, as cron, interval and rule", (zone, from, expected) => {
    expect(times(cron("0 9 * * *", zone), from, 2)).toEqual(expected);
    expect(times(rule("FREQ=DAILY;BYHOUR=9;BYMINUTE=0", zone), from, 2)).toEqual(expected);
    const nine = times(cron("0 9 * * *", zone), "2025-01-01T00:00:00Z", 1)[0] ?? "";
    expect(times(every(86_400, nine, zone), from, 2)).toEqual(expected);
  });

  it("an interval of days gives the same times whichever side of a clock change it is asked on", () => {
    const schedule = every(86_400, "2026-01-10T08:00:00Z", "Europe/Berlin");
    const whole = times(schedule, "2026-03-27T00:00:00Z", 6);
    expect(times(schedule, "2026-03-30T00:00:00Z", 3)).toEqual(whole.slice(3));
  });

  it.each(["*/10 * * * *", "0 2 * * *"])("overlapping windows agree about %s", (text) => {
    const schedule = cron(text, "Europe/Berlin");
    const whole = times(schedule, "2026-10-24T22:00:00Z", 1000, 1);
    for (const from of ["2026-10-25T00:10:00Z", "2026-10-25T00:50:00Z", "2026-10-25T01:10:00Z"]) {
      const later = whole.filter((time) => time >= from);
      expect(times(schedule, from, later.length, 1)).toEqual(later);
    }
  });

  it("an hourly interval is due every hour of a day with 25", () => {
    const schedule = every(3600, "2026-01-01T00:00:00Z", "Europe/Berlin");
    expect(times(schedule, "2026-10-24T22:00:00Z", 100, 25 / 24)).toHaveLength(26);
  });

  it("a time that clocks skip is due once, after the gap", () => {
    expect(times(cron("*/30 2,3 * * *", "Europe/Berlin"), "2026-03-28T23:00:00Z", 10, 1)).toEqual([
      "2026-03-29T01:00:00Z",
      "2026-03-29T01:30:00Z",
    ]);
  });
});

describe("calendars", () => {
  it("29 February comes in leap years only", () => {
    expect(times(cron("0 0 29 2 *"), "2026-01-01T00:00:00Z", 2, 4000)).toEqual([
      "2028-02-29T00:00:00Z",
      "2032-02-29T00:00:00Z",
    ]);
  });

  it("day and weekday are joined by or, by and when asked", () => {
    const from = "2026-11-01T00:00:00Z";
    expect(times(cron("0 0 13 * 5"), from, 3)).toEqual([
      "2026-11-06T00:00:00Z",
      "2026-11-13T00:00:00Z",
      "2026-11-20T00:00:00Z",
    ]);
    expect(times(cron("0 0 13 * 5", null, false), from, 2, 600)).toEqual([
      "2026-11-13T00:00:00Z",
      "2027-08-13T00:00:00Z",
    ]);
  });

  it("an anchor in the future counts backwards too", () => {
    expect(times(every(3600, "2030-01-01T00:20:00Z"), "2026-11-01T00:00:00Z", 2)).toEqual([
      "2026-11-01T00:20:00Z",
      "2026-11-01T01:20:00Z",
    ]);
  });

  it("both ends of the window belong to it", () => {
    const from = "2026-11-01T00:00:00Z";
    expect(times(cron("0 0 * * *"), from, 10, 2)).toHaveLength(3);
    expect(times(every(86_400, from), from, 10, 2)).toHaveLength(3);
    expect(times(rule("FREQ=DAILY"), from, 10, 2)).toHaveLength(3);
  });
});

describe("hostile schedules end soon", () => {
  it.each([
    cron("0 0 30 2 *"),
    cron("0 0 31 2,4,6,9,11 *"),
    rule("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"),
    rule("FREQ=HOURLY;INTERVAL=2;BYHOUR=3"),
    rule("DTSTART:16000101T000000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"),
  ])("%j is never due", (schedule) => {
    expect(times(schedule, "2026-11-01T00:00:00Z", 100)).toEqual([]);
  });

  it("every second from long ago", () => {
    const schedule = rule("DTSTART:19700101T000000\nRRULE:FREQ=SECONDLY");
    expect(times(schedule, "2026-11-01T00:00:00Z", 100)).toHaveLength(100);
  });

  it("a rule that must be counted from long ago is refused by a RangeError", () => {
    const schedule = rule("FREQ=MINUTELY;BYHOUR=3;COUNT=10000;BYDAY=MO");
    expect(() => times(schedule, "2026-11-01T00:00:00Z", 3)).toThrow(RangeError);
  });
});
