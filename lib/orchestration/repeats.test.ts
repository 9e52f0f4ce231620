import { expect, test } from "vitest";
import { grantPendingOnce, markOnlyScheduledLate, refuseSameTransition } from "@/lib/orchestration/repeats";
import { aFlowRunSituation } from "@/lib/testing/situation-builders";

const transition = (transitionId: string | null) => ({ details: { transitionId } });

test("a proposal that is sent again leaves the run where it is", () => {
  const situation = aFlowRunSituation({
    current: { type: "RUNNING", ...transition("a") },
    proposed: { type: "RUNNING", ...transition("a") },
  });
  expect(refuseSameTransition(situation)).toMatchObject({ status: "reject", state: null });
});

test.each([
  ["a", "b"],
  ["a", null],
  [null, "a"],
  [null, null],
])("after transition %s, transition %s is another one", (before, after) => {
  const situation = aFlowRunSituation({ current: transition(before), proposed: transition(after) });
  expect(refuseSameTransition(situation)).toBeUndefined();
});

test("the first state of a run repeats nothing", () => {
  expect(
    refuseSameTransition(aFlowRunSituation({ current: null, proposed: transition("a") })),
  ).toBeUndefined();
});

test.each(["PENDING", "RUNNING", "CANCELLING", "CANCELLED"] as const)(
  "a run that is %s was taken by another agent, or is not to be taken",
  (type) => {
    expect(grantPendingOnce(aFlowRunSituation({ current: { type } }))).toEqual({
      status: "abort",
      reason: `This run is in a ${type} state and cannot transition to a PENDING state.`,
    });
  },
);

test.each(["SCHEDULED", "FAILED", "CRASHED", "COMPLETED"] as const)(
  "a run that is %s can be taken",
  (type) => {
    expect(grantPendingOnce(aFlowRunSituation({ current: { type } }))).toBeUndefined();
  },
);

test("taking is about pending only, and a run without a state can be taken", () => {
  const running = { current: { type: "PENDING" }, proposed: { type: "RUNNING" } } as const;
  expect(grantPendingOnce(aFlowRunSituation(running))).toBeUndefined();
  expect(grantPendingOnce(aFlowRunSituation({ current: null }))).toBeUndefined();
});

const late = { type: "SCHEDULED", name: "Late" } as const;

test.each(["PENDING", "RUNNING", "CANCELLED", "FAILED"] as const)("a run that is %s is not late", (type) => {
  const situation = aFlowRunSituation({ current: { type }, proposed: late });
  expect(markOnlyScheduledLate(situation)).toMatchObject({ status: "reject", state: null });
});

test("a scheduled run can be late, and any run can be scheduled", () => {
  expect(markOnlyScheduledLate(aFlowRunSituation({ proposed: late }))).toBeUndefined();
  const again = { current: { type: "FAILED" }, proposed: { type: "SCHEDULED" } } as const;
  expect(markOnlyScheduledLate(aFlowRunSituation(again))).toBeUndefined();
});
