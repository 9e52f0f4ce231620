import { expect, test } from "vitest";
import { cancellingEndsCancelled, cancelWithoutProcess } from "@/lib/orchestration/cancelling";
import { stateTypes } from "@/lib/states/model";
import { aFlowRunSituation } from "@/lib/testing/situation-builders";

const cancelling = { type: "CANCELLING" } as const;
const cancelled = { status: "reject", state: { type: "CANCELLED", name: "Cancelled" } };

test.each(stateTypes.filter((type) => type !== "CANCELLED"))(
  "a run that is being cancelled does not become %s",
  (type) => {
    for (const current of [cancelling, { type: "CANCELLED" }] as const) {
      const ruling = cancellingEndsCancelled(aFlowRunSituation({ current, proposed: { type } }));
      expect(ruling).toMatchObject({ status: "reject", state: null });
    }
  },
);

test("a run that is being cancelled becomes cancelled", () => {
  const situation = aFlowRunSituation({ current: cancelling, proposed: { type: "CANCELLED" } });
  expect(cancellingEndsCancelled(situation)).toBeUndefined();
  expect(cancellingEndsCancelled(aFlowRunSituation({ current: { type: "RUNNING" } }))).toBeUndefined();
});

const suspended = { type: "PAUSED", details: { pauseReschedule: true } } as const;
test.each([
  ["scheduled and without a process", { type: "SCHEDULED" }, null],
  ["scheduled to resume", { type: "SCHEDULED", name: "Resuming" }, "host:1"],
  ["suspended", suspended, "host:1"],
] as const)(
  "a run that is %s is cancelled at once: nobody else would end it",
  (_, current, infrastructurePid) => {
    const situation = aFlowRunSituation({ current, proposed: cancelling, run: { infrastructurePid } });
    expect(cancelWithoutProcess(situation)).toMatchObject(cancelled);
  },
);

test.each([
  ["awaits a retry in its process", { type: "SCHEDULED", name: "AwaitingRetry" }],
  ["is paused in its process", { type: "PAUSED" }],
  ["is running", { type: "RUNNING" }],
  ["is pending", { type: "PENDING" }],
] as const)("the process of a run that %s is stopped first", (_, current) => {
  expect(cancelWithoutProcess(aFlowRunSituation({ current, proposed: cancelling }))).toBeUndefined();
});

test("without a process a run may still end otherwise", () => {
  const situation = aFlowRunSituation({ proposed: { type: "FAILED" }, run: { infrastructurePid: null } });
  expect(cancelWithoutProcess(situation)).toBeUndefined();
});
