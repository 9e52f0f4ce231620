import { expect, test } from "vitest";
import type { FlowRunId } from "@/lib/ids";
import { completeWithUnknownResult } from "@/lib/orchestration/forced";
import {
  nameRepeatedStart,
  noteAttemptOfFlow,
  startOnlyInRunningFlow,
  takeOverCached,
} from "@/lib/orchestration/task-starts";
import { anId } from "@/lib/testing/builders";
import { aState } from "@/lib/testing/run-builders";
import { aFlowRunSituation, aPolicy, aTaskRunSituation, inSeconds } from "@/lib/testing/situation-builders";

const running = { type: "RUNNING" } as const;
const flowRun = (state: ReturnType<typeof aState> | null) => ({ id: anId<FlowRunId>(), state, runCount: 2 });

test("a kept result is taken over instead of running, and only then", () => {
  const cached = aState({
    type: "COMPLETED",
    data: aPolicy({ type: "reference" }),
    details: { cacheKey: "key" },
  });
  expect(takeOverCached(aTaskRunSituation({ proposed: running, cached }))).toMatchObject({
    status: "reject",
    state: { type: "COMPLETED", name: "Cached", data: cached.data, details: { cacheKey: "key" } },
  });
  expect(takeOverCached(aTaskRunSituation({ proposed: running }))).toBeUndefined();
  expect(takeOverCached(aTaskRunSituation({ proposed: { type: "FAILED" }, cached }))).toBeUndefined();
});

test.each(["SCHEDULED", "PENDING", "CANCELLING", "CANCELLED", "FAILED", "COMPLETED", "CRASHED"] as const)(
  "no task begins in a flow run that is %s",
  (type) => {
    const situation = aTaskRunSituation({ proposed: running, flowRun: flowRun(aState({ type })) });
    expect(startOnlyInRunningFlow(situation)).toMatchObject({ status: "abort" });
  },
);

test("no task begins in a flow run without a state, but each in a running one or on its own", () => {
  const start = (of: ReturnType<typeof flowRun> | null) =>
    startOnlyInRunningFlow(aTaskRunSituation({ proposed: running, flowRun: of }));
  expect(start(flowRun(null))).toMatchObject({ status: "abort" });
  expect(start(flowRun(aState({ type: "RUNNING" })))).toBeUndefined();
  expect(start(null)).toBeUndefined();
});

test("a task of a paused flow pauses with it, as long as it does", () => {
  const details = { pauseTimeout: inSeconds(60), pauseReschedule: true, pauseKey: "a" };
  const of = flowRun(aState({ type: "PAUSED", details }));
  expect(startOnlyInRunningFlow(aTaskRunSituation({ proposed: running, flowRun: of }))).toMatchObject({
    status: "reject",
    state: {
      type: "PAUSED",
      name: "NotReady",
      details: { pauseTimeout: inSeconds(60), pauseReschedule: true, pauseKey: null },
    },
  });
});

test("a task may end whatever its flow does", () => {
  const of = flowRun(aState({ type: "CANCELLED" }));
  const situation = aTaskRunSituation({ proposed: { type: "FAILED" }, flowRun: of });
  expect(startOnlyInRunningFlow(situation)).toBeUndefined();
});

test.each([
  [0, "AwaitingRetry", undefined],
  [1, "AwaitingRetry", "Retrying"],
  [1, "Pending", "Rerunning"],
])("after %i attempts and %s a start is called %s", (runCount, name, expected) => {
  const situation = aTaskRunSituation({ run: { runCount }, current: { name }, proposed: running });
  const ruling = nameRepeatedStart(situation);
  expect(ruling?.status === "accept" ? ruling.proposed?.name : undefined).toBe(expected);
});

test("a task knows in which attempt of its flow it began", () => {
  const of = flowRun(aState({ type: "RUNNING" }));
  const begun = noteAttemptOfFlow(aTaskRunSituation({ proposed: running, flowRun: of }));
  expect(begun).toMatchObject({ status: "accept", run: { flowRunRunCount: 2 } });
  const ended = aTaskRunSituation({ proposed: { type: "COMPLETED" }, flowRun: of });
  expect(noteAttemptOfFlow(ended)).toBeUndefined();
});

test("a failed run that is declared completed hands out no result of its failure", () => {
  const reference = aPolicy({ type: "reference" });
  const declare = (type: "FAILED" | "CRASHED" | "RUNNING", data: typeof reference | null) =>
    completeWithUnknownResult(
      aFlowRunSituation({ current: { type, data }, proposed: { type: "COMPLETED" } }),
    );
  for (const type of ["FAILED", "CRASHED"] as const) {
    expect(declare(type, reference)).toMatchObject({ proposed: { data: aPolicy({ type: "unknown" }) } });
  }
  expect(declare("FAILED", null)).toBeUndefined();
  expect(declare("RUNNING", reference)).toBeUndefined();
});
