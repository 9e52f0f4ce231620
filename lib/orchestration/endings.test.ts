import { describe, expect, test } from "vitest";
import {
  beginFlowRunAnew,
  beginTaskRunAnew,
  keepEndOfFlowRun,
  keepEndOfTaskRun,
  keepResultOfFlowRun,
  keepResultOfTaskRun,
  rescheduleWithDeployment,
} from "@/lib/orchestration/endings";
import { anId } from "@/lib/testing/builders";
import { aState } from "@/lib/testing/run-builders";
import { aFlowRunSituation, aPolicy, aTaskRunSituation } from "@/lib/testing/situation-builders";

const ended = ["COMPLETED", "FAILED", "CRASHED", "CANCELLED"] as const;
const reference = aPolicy({ type: "reference" });
const unpersisted = aPolicy({ type: "unpersisted" });

describe.each(ended)("a flow run that is %s", (type) => {
  test.each(["CRASHED", "CANCELLING", "PAUSED"] as const)("does not become %s", (proposed) => {
    const situation = aFlowRunSituation({ current: { type }, proposed: { type: proposed } });
    expect(keepEndOfFlowRun(situation)).toEqual({
      status: "abort",
      reason: `Run is already in terminal state ${type}.`,
    });
  });

  test("may be scheduled again when a deployment tells how to start it", () => {
    const proposed = { type: "SCHEDULED" } as const;
    expect(rescheduleWithDeployment(aFlowRunSituation({ current: { type }, proposed }))).toBeUndefined();
    const alone = aFlowRunSituation({ current: { type }, proposed, run: { deploymentId: null } });
    expect(rescheduleWithDeployment(alone)).toMatchObject({ status: "abort" });
  });

  test.each([
    ["SCHEDULED", "reschedule"],
    ["RUNNING", null],
  ] as const)("begins anew as %s: its pauses are forgotten", (proposed, retryType) => {
    const empiricalPolicy = aPolicy({
      retries: 3,
      pause_keys: ["a"],
      resuming: true,
      retry_type: "in_process",
    });
    const situation = aFlowRunSituation({
      current: { type },
      proposed: { type: proposed },
      run: { empiricalPolicy },
    });
    expect(beginFlowRunAnew(situation)).toMatchObject({
      run: {
        empiricalPolicy: aPolicy({ retries: 3, pause_keys: [], resuming: false, retry_type: retryType }),
      },
    });
  });

  test("keeps what it knows under another ending", () => {
    const situation = aFlowRunSituation({ current: { type }, proposed: { type: "FAILED" } });
    expect(beginFlowRunAnew(situation)).toBeUndefined();
  });
});

test.each(["SCHEDULED", "PENDING", "RUNNING", "PAUSED"] as const)(
  "a flow run that is %s has no end to keep",
  (type) => {
    for (const proposed of ["CRASHED", "SCHEDULED"] as const) {
      const situation = aFlowRunSituation({
        current: { type },
        proposed: { type: proposed },
        run: { deploymentId: null },
      });
      expect(keepEndOfFlowRun(situation)).toBeUndefined();
      expect(rescheduleWithDeployment(situation)).toBeUndefined();
      expect(beginFlowRunAnew(situation)).toBeUndefined();
    }
  },
);

describe("a completed flow run", () => {
  const propose = (type: "RUNNING" | "FAILED", data: typeof reference | null) =>
    keepResultOfFlowRun(aFlowRunSituation({ current: { type: "COMPLETED", data }, proposed: { type } }));

  test("is not repeated when its result can be read again", () => {
    expect(propose("RUNNING", reference)).toMatchObject({ status: "reject", state: null });
  });
  test("may be repeated when nobody kept its result", () => {
    expect(propose("RUNNING", unpersisted)).toBeUndefined();
    expect(propose("RUNNING", null)).toBeUndefined();
  });
  test("may get another ending", () => {
    expect(propose("FAILED", reference)).toBeUndefined();
  });
});

describe("a task run", () => {
  test.each(ended)("that is %s does not crash any more", (type) => {
    const situation = aTaskRunSituation({ current: { type }, proposed: { type: "CRASHED" } });
    expect(keepEndOfTaskRun(situation)).toEqual({ status: "abort", reason: `Run is already ${type}.` });
  });

  test("that completed with a kept result stays so, whatever is proposed", () => {
    for (const type of ["RUNNING", "FAILED"] as const) {
      const proposed = { type };
      const kept = aTaskRunSituation({ current: { type: "COMPLETED", data: reference }, proposed });
      const lost = aTaskRunSituation({ current: { type: "COMPLETED", data: unpersisted }, proposed });
      expect(keepResultOfTaskRun(kept)).toMatchObject({ status: "reject", state: null });
      expect(keepResultOfTaskRun(lost)).toBeUndefined();
    }
  });

  test("that begins anew has all its retries again", () => {
    const situation = aTaskRunSituation({
      run: { runCount: 3, flowRunRunCount: 1 },
      current: { type: "FAILED" },
      proposed: { type: "RUNNING", name: "Running" },
    });
    expect(beginTaskRunAnew(situation)).toMatchObject({
      run: { runCount: 0 },
      proposed: { name: "Running" },
    });
  });

  test("says so when it begins anew because its flow does", () => {
    const situation = aTaskRunSituation({
      run: { flowRunRunCount: 1 },
      current: { type: "FAILED" },
      proposed: { type: "RUNNING" },
      flowRun: { id: anId(), state: aState({ type: "RUNNING" }), runCount: 2 },
    });
    expect(beginTaskRunAnew(situation)).toMatchObject({ proposed: { name: "Retrying" } });
  });

  test("that gets another ending, or has not ended, does not begin anew", () => {
    const ending = aTaskRunSituation({ current: { type: "FAILED" }, proposed: { type: "COMPLETED" } });
    expect(beginTaskRunAnew(ending)).toBeUndefined();
    const running = aTaskRunSituation({ current: { type: "RUNNING" }, proposed: { type: "RUNNING" } });
    expect(beginTaskRunAnew(running)).toBeUndefined();
  });
});
