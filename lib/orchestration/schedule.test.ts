import { expect, test } from "vitest";
import { carryScheduledTime, waitUntilDue } from "@/lib/orchestration/schedule";
import { aFlowRunSituation, inSeconds } from "@/lib/testing/situation-builders";

const due = (seconds: number) => ({ details: { scheduledTime: inSeconds(seconds) } });

test("a pending run knows when it is due", () => {
  const ruling = carryScheduledTime(aFlowRunSituation({ current: due(60) }));
  expect(ruling).toMatchObject({
    status: "accept",
    proposed: { type: "PENDING", details: { scheduledTime: inSeconds(60) } },
  });
});

test("a time that the proposal brings is kept", () => {
  expect(carryScheduledTime(aFlowRunSituation({ current: due(60), proposed: due(5) }))).toBeUndefined();
});

test("the time goes from scheduled to pending only", () => {
  const other = { current: { type: "FAILED", ...due(60) } } as const;
  expect(carryScheduledTime(aFlowRunSituation(other))).toBeUndefined();
  expect(
    carryScheduledTime(aFlowRunSituation({ current: due(60), proposed: { type: "FAILED" } })),
  ).toBeUndefined();
});

test.each(["SCHEDULED", "PENDING"] as const)("a run that is %s waits until it is due", (type) => {
  const situation = aFlowRunSituation({ current: { type, ...due(14.6) }, proposed: { type: "RUNNING" } });
  expect(waitUntilDue(situation)).toMatchObject({ status: "wait", delaySeconds: 15 });
});

test.each([0.4, 0, -60])("a run that is due in %d s begins now", (seconds) => {
  const situation = aFlowRunSituation({ current: due(seconds), proposed: { type: "RUNNING" } });
  expect(waitUntilDue(situation)).toBeUndefined();
});

test("what is not scheduled, or does not begin, waits for nothing", () => {
  const running = { type: "RUNNING" } as const;
  expect(
    waitUntilDue(aFlowRunSituation({ current: { type: "PENDING" }, proposed: running })),
  ).toBeUndefined();
  expect(
    waitUntilDue(aFlowRunSituation({ current: { type: "PAUSED", ...due(9) }, proposed: running })),
  ).toBeUndefined();
  expect(waitUntilDue(aFlowRunSituation({ current: null, proposed: running }))).toBeUndefined();
  expect(
    waitUntilDue(aFlowRunSituation({ current: due(9), proposed: { type: "CANCELLED" } })),
  ).toBeUndefined();
});
