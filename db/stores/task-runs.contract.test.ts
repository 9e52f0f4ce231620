import { beforeEach, describe, expect, it } from "vitest";
import type { FlowRun } from "@/lib/flow-runs/model";
import { parseJson } from "@/lib/json";
import type { Store } from "@/lib/store";
import type { TaskRun } from "@/lib/task-runs/model";
import type { TaskRunSort } from "@/lib/task-runs/store";
import { aFlow } from "@/lib/testing/deployment-builders";
import { aFlowRun, aState, aTaskRun } from "@/lib/testing/run-builders";
import { openTestStore } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";

function at(seconds: number): Micros {
  return (1_767_225_600_000_000 + seconds * 1_000_000) as Micros; // Micros are whole microseconds
}

describe.each(["sqlite"])("task runs on %s", () => {
  let store: Store;
  let flowRun: FlowRun;

  beforeEach(async () => {
    store = (await openTestStore()).store;
    const flow = aFlow();
    flowRun = aFlowRun({ flowId: flow.id });
    await store.transaction(async (tx) => {
      await tx.flows.insert(flow);
      await tx.flowRuns.insert(flowRun);
    });
  });

  const insert = async (...runs: readonly TaskRun[]): Promise<void> => {
    await store.transaction(async (tx) => {
      for (const run of runs) await tx.taskRuns.insert(run);
    });
  };

  it("come back with everything, JSON to the letter", async () => {
    const inputs = parseJson('{"x":[{"input_type":"constant","n":1.0}]}');
    const run = aTaskRun({
      flowRunId: flowRun.id,
      cacheKey: "cache",
      cacheExpiration: at(9),
      taskVersion: "2",
      empiricalPolicy: new Map([["retries", { number: "1.0" }]]),
      tags: ["b", "a"],
      taskInputs: inputs instanceof Map ? inputs : new Map(),
      state: aState({ type: "RUNNING", data: parseJson('{"n":1.50}') }),
      runCount: 1,
      flowRunRunCount: 2,
      expectedStartTime: at(1),
      nextScheduledStartTime: at(2),
      startTime: at(3),
      endTime: at(4),
      totalRunMicros: 7,
    });
    await insert(run);
    expect(await store.taskRuns.byId(run.id)).toEqual(run);
    expect(await store.taskRuns.byKeys(flowRun.id, run.taskKey, run.dynamicKey)).toEqual(run);
    expect(await store.taskRuns.byKeys(null, run.taskKey, run.dynamicKey)).toBeUndefined();
    expect(await store.taskRuns.byKeys(flowRun.id, run.taskKey, "other")).toBeUndefined();
    expect(await store.taskRuns.statesOf(run.id)).toEqual([run.state]);
  });

  it("refuse known keys of the same flow run, and a flow run that does not exist", async () => {
    const keys = { taskKey: "a", dynamicKey: "0" };
    await insert(aTaskRun({ flowRunId: flowRun.id, ...keys }));
    const twin = aTaskRun({ flowRunId: flowRun.id, ...keys, state: aState() });
    await expect(insert(twin)).rejects.toMatchObject({ code: "conflict" });
    const lost = aTaskRun({ flowRunId: aFlowRun({ flowId: flowRun.flowId }).id });
    await expect(insert(lost)).rejects.toMatchObject({ code: "conflict" });
    expect(await store.taskRuns.count({})).toBe(1);
  });

  it("are found by their keys without a flow run too", async () => {
    const run = aTaskRun({ taskKey: "a", dynamicKey: "0" });
    await insert(run);
    expect(await store.taskRuns.byKeys(null, "a", "0")).toEqual(run);
    expect(await store.taskRuns.byKeys(flowRun.id, "a", "0")).toBeUndefined();
  });

  it("enter states one after another, and keep those before", async () => {
    const first = aState();
    const run = aTaskRun({ flowRunId: flowRun.id, state: first });
    await insert(run);
    const running = { ...run, state: aState({ type: "RUNNING" }), runCount: 1 };
    await store.transaction((tx) => tx.taskRuns.enterState(running));
    expect(await store.taskRuns.byId(run.id)).toEqual(running);
    expect(await store.taskRuns.statesOf(run.id)).toEqual([first, running.state]);
    expect(await store.transaction((tx) => tx.taskRuns.delete(run.id))).toBe(true);
    expect(await store.transaction((tx) => tx.taskRuns.delete(run.id))).toBe(false);
    expect(await store.taskRuns.statesOf(run.id)).toEqual([]);
    await expect(store.transaction((tx) => tx.taskRuns.update(run))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("leave completed states for later runs until they expire, the newest first", async () => {
    const [old, newest] = [at(10), null].map((cacheExpiration) =>
      aState({ type: "COMPLETED", details: { cacheExpiration } }),
    );
    const unkept = aState({ type: "COMPLETED" });
    if (!old || !newest) throw new Error("two states were made");
    await insert(...[old, newest, unkept].map((state) => aTaskRun({ flowRunId: flowRun.id, state })));
    const cached = (key: string, now: Micros) => store.taskRuns.cached(key, now);
    await store.transaction((tx) => tx.taskRuns.keepInCache(old, "key"));
    expect(await cached("key", at(9))).toEqual(old);
    expect(await cached("key", at(10))).toBeUndefined();
    expect(await cached("other", at(9))).toBeUndefined();
    await store.transaction((tx) => tx.taskRuns.keepInCache(newest, "key"));
    expect(await cached("key", at(9))).toEqual(newest);
  });

  it.each<[TaskRunSort, string[]]>([
    ["id_desc", ["c", "a", "b"]],
    ["expected_start_time_asc", ["b", "a", "c"]],
    ["expected_start_time_desc", ["c", "a", "b"]],
    ["name_asc", ["a", "b", "c"]],
    ["name_desc", ["c", "b", "a"]],
    ["next_scheduled_start_time_asc", ["c", "b", "a"]],
    ["end_time_desc", ["a", "b", "c"]],
  ])("are sorted by %s", async (sort, names) => {
    const times = (expected: number, next: number, end: number) => ({
      expectedStartTime: at(expected),
      nextScheduledStartTime: at(next),
      endTime: at(end),
    });
    await insert(
      aTaskRun({ name: "b", ...times(1, 2, 2) }),
      aTaskRun({ name: "a", ...times(2, 3, 3) }),
      aTaskRun({ name: "c", ...times(9, 1, 1) }),
    );
    const found = await store.taskRuns.list({}, sort);
    expect(found.map((run) => run.name)).toEqual(names);
    expect(await store.taskRuns.list({}, sort, { limit: 1, offset: 1 })).toEqual(found.slice(1, 2));
  });
});
