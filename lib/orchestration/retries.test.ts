import { describe, expect, test } from "vitest";
import { retryFailedFlow, retryFailedTask } from "@/lib/orchestration/retries";
import { aFlowRunSituation, aPolicy, aTaskRunSituation, inSeconds } from "@/lib/testing/situation-builders";

const current = { type: "RUNNING" } as const;
const proposed = { type: "FAILED", message: "boom", data: "why" } as const;

const flow = (policy: Readonly<Record<string, unknown>>, runCount = 1) =>
  retryFailedFlow(
    aFlowRunSituation({ current, proposed, run: { runCount, empiricalPolicy: aPolicy(policy) } }),
  );
const task = (policy: Readonly<Record<string, unknown>>, runCount = 1, chance = 0.5) =>
  retryFailedTask(
    aTaskRunSituation({ current, proposed, chance, run: { runCount, empiricalPolicy: aPolicy(policy) } }),
  );

const awaits = (seconds: number) => ({
  status: "reject",
  state: {
    type: "SCHEDULED",
    name: "AwaitingRetry",
    message: "boom",
    data: "why",
    details: { scheduledTime: inSeconds(seconds) },
  },
});

describe.each([
  ["flow", flow],
  ["task", task],
] as const)("a %s run that failed", (_, retry) => {
  test("is tried again after its delay", () => {
    expect(retry({ retries: 2, retry_delay: 30 })).toMatchObject(awaits(30));
    expect(retry({ retries: 2, retry_delay: null })).toMatchObject(awaits(0));
    expect(retry({ retries: 1, retry_delay: 0.5 })).toMatchObject(awaits(0.5));
  });

  test("is tried as often as it may, and not once more", () => {
    expect(retry({ retries: 2 }, 2)).toMatchObject(awaits(0));
    expect(retry({ retries: 2 }, 3)).toBeUndefined();
    expect(retry({ retries: 0 })).toBeUndefined();
    expect(retry({ retries: null })).toBeUndefined();
    expect(retry({})).toBeUndefined();
  });

  test("is tried again as an older client wrote it, unless it wrote it the newer way too", () => {
    expect(retry({ max_retries: 1, retry_delay_seconds: 20 })).toMatchObject(awaits(20));
    expect(retry({ retries: null, max_retries: 1, retry_delay: 5, retry_delay_seconds: 20 })).toMatchObject(
      awaits(5),
    );
    expect(retry({ max_retries: 1 }, 2)).toBeUndefined();
  });

  test("is not tried again for a policy that makes no sense", () => {
    expect(retry({ retries: "many" })).toBeUndefined();
    expect(retry({ retries: -1 })).toBeUndefined();
    expect(retry({ retries: 1, retry_delay: "long" })).toMatchObject(awaits(0));
  });
});

test("agents leave a flow alone that waits for its retry in its process", () => {
  const ruling = flow({ retries: 1, pause_keys: ["a"], resuming: true });
  const empiricalPolicy = aPolicy({ retries: 1, pause_keys: [], resuming: false, retry_type: "in_process" });
  expect(ruling).toMatchObject({ run: { empiricalPolicy } });
});

test("only failing is tried again, and only from running", () => {
  const run = { runCount: 1, empiricalPolicy: aPolicy({ retries: 5 }) };
  expect(retryFailedFlow(aFlowRunSituation({ run, current, proposed: { type: "CRASHED" } }))).toBeUndefined();
  expect(retryFailedFlow(aFlowRunSituation({ run, current: { type: "PENDING" }, proposed }))).toBeUndefined();
  expect(retryFailedTask(aTaskRunSituation({ run, current, proposed: { type: "CRASHED" } }))).toBeUndefined();
  expect(retryFailedTask(aTaskRunSituation({ run, current: null, proposed }))).toBeUndefined();
});

test("each retry of a task has its own delay; the last one serves the rest", () => {
  const policy = { retries: 9, retry_delay: [1, 10, 60] };
  expect([1, 2, 3, 4, 9].map((count) => task(policy, count))).toMatchObject([1, 10, 60, 60, 60].map(awaits));
  expect(task({ retries: 1, retry_delay: [] })).toMatchObject(awaits(0));
});

test("a delay that varies stays near what was asked for, and never before now", () => {
  const policy = { retries: 1, retry_delay: 10, retry_jitter_factor: 0.5 };
  expect([0, 0.5, 1].map((chance) => task(policy, 1, chance))).toMatchObject([5, 10, 15].map(awaits));
  expect(task({ ...policy, retry_jitter_factor: 3 }, 1, 0)).toMatchObject(awaits(0));
  expect(task({ ...policy, retry_jitter_factor: -1 }, 1, 0)).toMatchObject(awaits(10));
});

test("a task that says it failed for good is not tried again", () => {
  const run = { runCount: 1, empiricalPolicy: aPolicy({ retries: 5 }) };
  const judged = (retriable: boolean | null) =>
    retryFailedTask(aTaskRunSituation({ run, current, proposed: { ...proposed, details: { retriable } } }));
  expect(judged(false)).toBeUndefined();
  expect(judged(true)).toMatchObject(awaits(0));
  expect(judged(null)).toMatchObject(awaits(0));
});
