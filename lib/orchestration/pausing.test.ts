import { expect, test } from "vitest";
import type { TaskRunId } from "@/lib/ids";
import {
  failAfterPauseTimeout,
  leavePauseToRunOrEnd,
  pauseOncePerKey,
  pauseOnlyRunning,
  rememberPause,
  resume,
  resumeOnlyDeployed,
  suspendOnlyDeployed,
} from "@/lib/orchestration/pausing";
import { anId } from "@/lib/testing/builders";
import { aFlowRunSituation, aPolicy, inSeconds } from "@/lib/testing/situation-builders";

const pause = { type: "PAUSED", details: { pauseKey: "a" } } as const;
const suspend = { type: "PAUSED", name: "Suspended", details: { pauseReschedule: true } } as const;
const running = { type: "RUNNING" } as const;

test("only a running flow pauses", () => {
  expect(pauseOnlyRunning(aFlowRunSituation({ current: running, proposed: pause }))).toBeUndefined();
  for (const type of ["PENDING", "SCHEDULED", "PAUSED", "CANCELLING"] as const) {
    const situation = aFlowRunSituation({ current: { type }, proposed: pause });
    expect(pauseOnlyRunning(situation)).toMatchObject({ status: "reject", state: null });
  }
  expect(pauseOnlyRunning(aFlowRunSituation({ current: null, proposed: pause }))).toMatchObject({
    status: "abort",
  });
});

test("each key pauses once", () => {
  const empiricalPolicy = aPolicy({ pause_keys: ["a"] });
  const again = { current: running, proposed: pause, run: { empiricalPolicy } };
  expect(pauseOncePerKey(aFlowRunSituation(again))).toMatchObject({ status: "reject", state: null });
  expect(
    pauseOncePerKey(
      aFlowRunSituation({ ...again, proposed: { type: "PAUSED", details: { pauseKey: "b" } } }),
    ),
  ).toBeUndefined();
  expect(pauseOncePerKey(aFlowRunSituation({ ...again, proposed: { type: "PAUSED" } }))).toBeUndefined();
});

test("a pause is remembered beside the earlier ones", () => {
  const situation = aFlowRunSituation({
    current: running,
    proposed: pause,
    run: { empiricalPolicy: aPolicy({ retries: 1, pause_keys: ["z"] }) },
  });
  expect(rememberPause(situation)).toMatchObject({
    run: { empiricalPolicy: aPolicy({ retries: 1, pause_keys: ["z", "a"] }) },
  });
  expect(rememberPause(aFlowRunSituation({ proposed: { type: "PAUSED" } }))).toBeUndefined();
});

test("only what can be started again leaves its process", () => {
  const base = { current: running, proposed: suspend };
  expect(suspendOnlyDeployed(aFlowRunSituation(base))).toBeUndefined();
  const reasons = [{ deploymentId: null }, { parentTaskRunId: anId<TaskRunId>() }];
  for (const run of reasons) {
    expect(suspendOnlyDeployed(aFlowRunSituation({ ...base, run }))).toMatchObject({ status: "abort" });
    expect(
      suspendOnlyDeployed(aFlowRunSituation({ current: running, proposed: pause, run })),
    ).toBeUndefined();
  }
});

test.each([
  ["RUNNING", true],
  ["SCHEDULED", true],
  ["COMPLETED", true],
  ["CANCELLED", true],
  ["PENDING", false],
  ["CANCELLING", false],
] as const)("a paused run may become %s: %s", (type, isAllowed) => {
  const ruling = leavePauseToRunOrEnd(aFlowRunSituation({ current: pause, proposed: { type } }));
  expect(ruling?.status).toBe(isAllowed ? undefined : "reject");
});

test("a suspended run whose deployment was deleted stays suspended", () => {
  const base = { proposed: { type: "SCHEDULED" }, run: { deploymentId: null } } as const;
  expect(resumeOnlyDeployed(aFlowRunSituation({ ...base, current: suspend }))).toMatchObject({ state: null });
  expect(resumeOnlyDeployed(aFlowRunSituation({ ...base, current: pause }))).toBeUndefined();
  expect(resumeOnlyDeployed(aFlowRunSituation({ current: suspend }))).toBeUndefined();
});

test("who comes too late finds the run failed", () => {
  const paused = (seconds: number) =>
    ({ type: "PAUSED", details: { pauseTimeout: inSeconds(seconds) } }) as const;
  const propose = (seconds: number) =>
    failAfterPauseTimeout(aFlowRunSituation({ current: paused(seconds), proposed: running }));
  expect(propose(-1)).toMatchObject({ status: "reject", state: { type: "FAILED" } });
  expect(propose(1)).toBeUndefined();
  expect(failAfterPauseTimeout(aFlowRunSituation({ current: pause, proposed: running }))).toBeUndefined();
});

test("a run that leaves its pause is marked, so that going on is no new attempt", () => {
  expect(resume(aFlowRunSituation({ current: pause, proposed: running }))).toMatchObject({
    run: { empiricalPolicy: aPolicy({ resuming: true }) },
  });
  expect(resume(aFlowRunSituation({ current: running, proposed: running }))).toBeUndefined();
});
