import { expect, test } from "vitest";
import { startTimeOf } from "@/components/deployments/run/start-time";

test("now is sent as no time, so that the server's clock decides", () => {
  expect(startTimeOf({ when: "now" })).toEqual({ ok: true, iso: null });
});

test("a time in UTC is that instant wherever the browser is", () => {
  const choice = { when: "at", local: "2026-11-23T08:30", zone: "utc" } as const;
  expect(startTimeOf(choice)).toEqual({ ok: true, iso: "2026-11-23T08:30:00.000Z" });
});

test("a time in the browser's zone is the instant that its clock shows then", () => {
  const choice = { when: "at", local: "2026-07-01T08:30", zone: "browser" } as const;
  const expected = new Date(2026, 6, 1, 8, 30).toISOString();
  expect(startTimeOf(choice)).toEqual({ ok: true, iso: expected });
});

test("without a whole date and time nothing is sent, and the fault says what to do", () => {
  for (const local of ["", "2026-11-23Tx"]) {
    const answer = startTimeOf({ when: "at", local, zone: "browser" });
    expect(answer).toMatchObject({
      ok: false,
      fault: { name: "start", message: expect.stringMatching(/^Choose the day/) },
    });
  }
});
