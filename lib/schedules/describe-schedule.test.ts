import { expect, it } from "vitest";
import { describeSchedule } from "@/lib/schedules/describe-schedule";
import type { Micros } from "@/lib/time";

it.each([
  ["@daily", null, "Every day at 00:00 (UTC)"],
  ["0 0 * * *", "Europe/Berlin", "Every day at 00:00 (Europe/Berlin)"],
  ["5 9 * * ?", null, "Every day at 09:05 (UTC)"],
  ["0 9 * * 1-5", "America/New_York", "Every weekday at 09:00 (America/New_York)"],
  ["0 9 * * mon-fri", null, "Every weekday at 09:00 (UTC)"],
  ["30 7 * * mon", null, "Every Monday at 07:30 (UTC)"],
  ["30 7 * * 1,3,7", null, "Every Monday, Wednesday and Sunday at 07:30 (UTC)"],
  ["@weekly", null, "Every Sunday at 00:00 (UTC)"],
  ["@monthly", null, "On day 1 of every month at 00:00 (UTC)"],
  ["0 12 L * *", null, "On the last day of every month at 12:00 (UTC)"],
  ["* * * * *", null, "Every minute"],
  ["*/5 * * * *", "Europe/Berlin", "Every 5 minutes"],
  ["*/1 * * * *", null, "Every minute"],
  ["@hourly", null, "Every hour"],
  ["15 * * * *", null, "Every hour, 15 minutes past"],
  ["0 */6 * * *", null, "Every 6 hours"],
  ["*/7 * * * *", null, "Cron */7 * * * * (UTC)"],
  ["0 0 13 * 5", null, "Cron 0 0 13 * 5 (UTC)"],
  ["0 0 * * * 30", null, "Cron 0 0 * * * 30 (UTC)"],
  ["@yearly", null, "Cron @yearly (UTC)"],
  ["0 9 * * fri#2", "Europe/Berlin", "Cron 0 9 * * fri#2 (Europe/Berlin)"],
])("cron %s, %s: %s", (cron, timezone, words) => {
  expect(describeSchedule({ kind: "cron", cron, timezone, dayOr: true })).toBe(words);
});

const anchor = (Date.UTC(2026, 10, 22, 8, 30) * 1000) as Micros;

it.each([
  [600, null, "Every 10 minutes"],
  [3600, null, "Every hour"],
  [90, null, "Every 90 seconds"],
  [1.5, null, "Every 1.5 seconds"],
  [86_400, "Europe/Berlin", "Every day at 09:30 (Europe/Berlin)"],
  [172_800, null, "Every 2 days at 08:30 (UTC)"],
  [604_800, null, "Every week at 08:30 (UTC)"],
])("an interval of %d s, %s: %s", (seconds, timezone, words) => {
  const schedule = { kind: "interval", intervalMicros: seconds * 1_000_000, anchor, timezone } as const;
  expect(describeSchedule(schedule)).toBe(words);
});

it("a recurrence rule is shown as written, on one line and not without end", () => {
  const rrule = `DTSTART:20260101\nRRULE:FREQ=DAILY;BYHOUR=${"1,".repeat(100)}1`;
  const words = describeSchedule({ kind: "rrule", rrule, timezone: null });
  expect(words).toMatch(/^Rule DTSTART:20260101 RRULE:FREQ=DAILY;BYHOUR=[1,]+\.\.\. \(UTC\)$/);
  expect(words.length).toBeLessThan(100);
});
