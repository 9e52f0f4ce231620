import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { FlowRun } from "@/lib/flow-runs/model";
import type { FlowRunSort } from "@/lib/flow-runs/store";
import type { Flow } from "@/lib/flows/model";
import type { FlowRunId, TaskRunId } from "@/lib/ids";
import { parseJson, printJson } from "@/lib/json";
import type { State } from "@/lib/states/model";
import type { Store } from "@/lib/store";
import { anId } from "@/lib/testing/builders";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { aLog, aWorkPool, aWorkQueue } from "@/lib/testing/queue-builders";
import { aFlowRun, aState, aTaskRun } from "@/lib/testing/run-builders";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";

function json(text: string) {
  const value = parseJson(text);
  if (value instanceof Map) return value;
  throw new TypeError("this is no object");
}

function at(seconds: number): Micros {
  return (1_767_225_600_000_000 + seconds * 1_000_000) as Micros; // Micros are whole microseconds
}

describe.each(["sqlite"])("flow runs on %s", () => {
  let store: Store;
  let dialect: TestStore["dialect"];
  let flow: Flow;

  beforeEach(async () => {
    ({ store, dialect } = await openTestStore());
    flow = aFlow();
    await store.transaction((tx) => tx.flows.insert(flow));
  });

  const insert = async (...runs: readonly FlowRun[]): Promise<void> => {
    await store.transaction(async (tx) => {
      for (const run of runs) await tx.flowRuns.insert(run);
    });
  };
  const countRows = async (table: "flow_run_states" | "logs" | "task_runs" | "task_run_states") => {
    const rows = { rows: sql<number>`count(*)`.as("rows") };
    const query = dialect.reader.select(rows).from(sql.raw(table));
    return (await dialect.prepare(dialect.reader, rows, query)({}))[0]?.rows;
  };

  /** A deployment with a queue, for runs that agents ask for. */
  const insertDeployment = async () => {
    const pool = aWorkPool();
    const queue = aWorkQueue({ workPoolId: pool.id });
    const deployment = aDeployment({ flowId: flow.id, workQueueId: queue.id, workQueueName: queue.name });
    await store.transaction(async (tx) => {
      await tx.workPools.insert(pool);
      await tx.workQueues.insert(queue);
      await tx.deployments.insert(deployment);
    });
    return { queue, deployment };
  };

  const scheduled = (seconds: number, name = "Scheduled") => ({
    state: aState({ name, details: { scheduledTime: at(seconds) } }),
    expectedStartTime: at(seconds),
    nextScheduledStartTime: at(seconds),
  });

  it("come back with everything, JSON to the letter", async () => {
    const { queue, deployment } = await insertDeployment();
    const run = aFlowRun({
      flowId: flow.id,
      deploymentId: deployment.id,
      deploymentVersion: "1",
      workQueueId: queue.id,
      workQueueName: queue.name,
      flowVersion: "abc",
      parameters: json('{"n":1.0,"big":123456789012345678901234567890,"a":{"b":[]}}'),
      idempotencyKey: "key",
      context: json('{"x":1e3}'),
      empiricalPolicy: json('{"retries":0}'),
      tags: ["b", "a"],
      parentTaskRunId: anId<TaskRunId>(),
      state: aState({ message: "at last", data: json('{"type":"unpersisted","n":2.50}') }),
      runCount: 3,
      expectedStartTime: at(1),
      nextScheduledStartTime: at(2),
      startTime: at(3),
      endTime: at(4),
      totalRunMicros: 5,
      isAutoScheduled: true,
      infrastructurePid: "host:1",
      createdBy: json('{"id":null,"type":"DEPLOYMENT"}'),
      jobVariables: json('{"env":{"A":"1.0"}}'),
    });
    await insert(run);
    const found = await store.flowRuns.byId(run.id);
    expect(found).toEqual(run);
    expect(found && printJson(found.parameters)).toBe(printJson(run.parameters));
    expect(await store.flowRuns.byIds([run.id, anId<FlowRunId>()])).toEqual([run]);
    expect(await store.flowRuns.byIdempotencyKey(flow.id, "key")).toEqual(run);
    expect(await store.flowRuns.byIdempotencyKey(flow.id, "other")).toBeUndefined();
    expect(await store.flowRuns.statesOf(run.id)).toEqual([run.state]);
  });

  it("may be without a state", async () => {
    const run = aFlowRun({ flowId: flow.id });
    await insert(run);
    expect(await store.flowRuns.byId(run.id)).toEqual(run);
    expect(await store.flowRuns.statesOf(run.id)).toEqual([]);
    expect(await store.flowRuns.list({}, "id_desc")).toEqual([run]);
  });

  it("refuse a known idempotency key of the same flow, and a flow that does not exist", async () => {
    const other = aFlow();
    await store.transaction((tx) => tx.flows.insert(other));
    await insert(aFlowRun({ flowId: flow.id, idempotencyKey: "a" }));
    await insert(aFlowRun({ flowId: other.id, idempotencyKey: "a" }));
    const twin = aFlowRun({ flowId: flow.id, idempotencyKey: "a", state: aState() });
    await expect(insert(twin)).rejects.toMatchObject({ code: "conflict" });
    await expect(insert(aFlowRun({ flowId: aFlow().id }))).rejects.toMatchObject({ code: "conflict" });
    expect(await store.flowRuns.count({})).toBe(2);
  });

  it("that are new are inserted beside known ones, which stay as they are and get no second state", async () => {
    const known = aFlowRun({ flowId: flow.id, idempotencyKey: "1", ...scheduled(1) });
    await insert(known);
    const again = aFlowRun({ flowId: flow.id, idempotencyKey: "1", ...scheduled(1) });
    const fresh = aFlowRun({ flowId: flow.id, idempotencyKey: "2", ...scheduled(2) });
    const inserted = await store.transaction((tx) => tx.flowRuns.insertMissing([again, fresh]));
    expect(inserted).toBe(1);
    expect(await store.flowRuns.list({}, "expected_start_time_asc")).toEqual([known, fresh]);
    expect(await countRows("flow_run_states")).toBe(2);
  });

  it("enter states one after another, and keep those before", async () => {
    const first = aState();
    const run = aFlowRun({ flowId: flow.id, state: first });
    await insert(run);
    const second = aState({ type: "RUNNING" });
    const running = { ...run, state: second, runCount: 1, startTime: second.timestamp };
    await store.transaction((tx) => tx.flowRuns.enterState(running));
    expect(await store.flowRuns.byId(run.id)).toEqual(running);
    expect(await store.flowRuns.statesOf(run.id)).toEqual([first, second]);

    const renamed = { ...running, name: "renamed" };
    await store.transaction((tx) => tx.flowRuns.update(renamed));
    expect(await store.flowRuns.byId(run.id)).toEqual(renamed);
    expect(await store.flowRuns.statesOf(run.id)).toHaveLength(2);

    const unknown = aFlowRun({ flowId: flow.id });
    await expect(store.transaction((tx) => tx.flowRuns.update(unknown))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("that are deleted take their states, task runs and logs with them, and nothing else", async () => {
    const [run, other] = [1, 2].map(() => aFlowRun({ flowId: flow.id, state: aState() }));
    if (!run || !other) throw new Error("two runs were made");
    await insert(run, other);
    const task = aTaskRun({ flowRunId: run.id, state: aState() });
    const otherTask = aTaskRun({ flowRunId: other.id, state: aState() });
    await store.transaction(async (tx) => {
      for (const taskRun of [task, otherTask]) await tx.taskRuns.insert(taskRun);
      await tx.logs.insertMany([
        aLog({ flowRunId: run.id }),
        aLog({ taskRunId: task.id }),
        aLog({ flowRunId: other.id }),
      ]);
    });
    expect(await store.transaction((tx) => tx.flowRuns.delete(run.id))).toBe(true);
    expect(await store.transaction((tx) => tx.flowRuns.delete(run.id))).toBe(false);
    expect(await store.flowRuns.list({}, "id_desc")).toEqual([other]);
    expect(await store.taskRuns.list({}, "id_desc")).toEqual([otherTask]);
    for (const table of ["flow_run_states", "logs", "task_run_states"] as const) {
      expect([table, await countRows(table)]).toEqual([table, 1]);
    }
  });

  it("of the scheduler are deleted while nobody began them", async () => {
    const { deployment } = await insertDeployment();
    const base = { flowId: flow.id, deploymentId: deployment.id, isAutoScheduled: true } as const;
    const begun = aFlowRun({ ...base, ...scheduled(3), runCount: 1 });
    const pending = aFlowRun({ ...base, state: aState({ type: "PENDING" }) });
    const byHand = aFlowRun({ ...base, ...scheduled(1), isAutoScheduled: false });
    const elsewhere = aFlowRun({ ...base, ...scheduled(1), deploymentId: null });
    await insert(aFlowRun({ ...base, ...scheduled(1) }), aFlowRun({ ...base, ...scheduled(2, "Late") }));
    await insert(begun, pending, byHand, elsewhere);
    expect(await store.transaction((tx) => tx.flowRuns.deleteAutoScheduled([deployment.id]))).toBe(2);
    const left = (await store.flowRuns.list({}, "id_desc")).map((run) => run.id).sort();
    expect(left).toEqual([begun, pending, byHand, elsewhere].map((run) => run.id).sort());
    expect(await countRows("flow_run_states")).toBe(4);
  });

  it("are due in order, at most so many, and only for their queue", async () => {
    const { queue } = await insertDeployment();
    const second = aWorkQueue({ workPoolId: queue.workPoolId });
    await store.transaction((tx) => tx.workQueues.insert(second));
    const base = { flowId: flow.id, workQueueId: queue.id } as const;
    const late = aFlowRun({ ...base, ...scheduled(1, "Late") });
    const onTime = aFlowRun({ ...base, ...scheduled(2) });
    const ofSecond = aFlowRun({ ...base, ...scheduled(0), workQueueId: second.id });
    await insert(onTime, late, ofSecond);
    await insert(
      aFlowRun({ ...base, ...scheduled(9) }),
      aFlowRun({ ...base, ...scheduled(1), state: aState({ type: "PENDING" }) }),
      aFlowRun({ flowId: flow.id, ...scheduled(1) }),
      aFlowRun({ ...base, ...scheduled(1), empiricalPolicy: json('{"retry_type":"in_process"}') }),
    );
    const due = (queueIds: readonly (typeof queue.id)[], limit = 10) =>
      store.flowRuns.due({ queueIds, before: at(2), limit });
    expect(await due([queue.id])).toEqual([late, onTime]);
    expect(await due([queue.id], 1)).toEqual([late]);
    expect(await due([queue.id, second.id])).toEqual([ofSecond, late, onTime]);
    expect(await due([])).toEqual([]);
  });

  it("wait without a block while an agent would be given them and their deployment lost one", async () => {
    const { deployment } = await insertDeployment();
    const orphan = aDeployment({ flowId: flow.id, lostStorage: { typeSlug: "s3", name: "log-test" } });
    await store.transaction((tx) => tx.deployments.insert(orphan));
    const base = { flowId: flow.id, deploymentId: orphan.id } as const;
    const late = aFlowRun({ ...base, ...scheduled(1, "Late") });
    const again = aFlowRun({ ...base, ...scheduled(9, "AwaitingRetry"), runCount: 1 });
    await insert(
      late,
      again,
      aFlowRun({ ...base, ...scheduled(1), empiricalPolicy: json('{"retry_type":"in_process"}') }),
      aFlowRun({ ...base, state: aState({ type: "PENDING" }) }),
      aFlowRun({ ...base, ...scheduled(1), deploymentId: deployment.id }),
      aFlowRun({ ...base, ...scheduled(1), deploymentId: null }),
    );
    const found = await store.flowRuns.waitingWithoutBlock(10);
    expect(found).toHaveLength(2);
    expect(found).toEqual(expect.arrayContaining([late, again]));
    expect(await store.flowRuns.waitingWithoutBlock(1)).toHaveLength(1);
  });

  it("are overdue only while they are called Scheduled", async () => {
    const overdue = aFlowRun({ flowId: flow.id, ...scheduled(1) });
    await insert(overdue, aFlowRun({ flowId: flow.id, ...scheduled(1, "Late") }));
    await insert(aFlowRun({ flowId: flow.id, ...scheduled(7) }));
    expect(await store.flowRuns.overdue(at(5), 10)).toEqual([overdue]);
    expect(await store.flowRuns.overdue(at(5), 0)).toEqual([]);
  });

  it("are the latest of each deployment, without those that are still to come", async () => {
    const { deployment } = await insertDeployment();
    const other = aDeployment({ flowId: flow.id });
    await store.transaction((tx) => tx.deployments.insert(other));
    const runOf = (seconds: number, state: State | null, deploymentId = deployment.id) =>
      aFlowRun({ flowId: flow.id, deploymentId, expectedStartTime: at(seconds), state });
    const oldest = runOf(1, aState({ type: "COMPLETED" }));
    const stateless = runOf(2, null);
    const late = runOf(3, aState({ name: "Late" }));
    const ofOther = runOf(1, aState({ type: "FAILED" }), other.id);
    await insert(oldest, stateless, late, runOf(4, aState()), ofOther);
    expect(await store.flowRuns.latestOf([deployment.id, other.id], 2)).toEqual([late, stateless, ofOther]);
    expect(await store.flowRuns.latestOf([deployment.id], 5)).toEqual([late, stateless, oldest]);
    expect(await store.flowRuns.latestOf([], 5)).toEqual([]);
  });

  it("are counted by type of state", async () => {
    const states = [aState({ type: "FAILED" }), aState({ type: "FAILED" }), aState(), null];
    await insert(...states.map((state) => aFlowRun({ flowId: flow.id, state, name: "one" })));
    await insert(aFlowRun({ flowId: flow.id, state: aState(), name: "other" }));
    const counts = await store.flowRuns.countByState({ flowRuns: { name: { any: ["one"] } } });
    expect(Object.fromEntries(counts)).toEqual({ FAILED: 2, SCHEDULED: 1 });
  });

  it.each<[FlowRunSort, string[]]>([
    ["id_desc", ["c", "a", "b"]],
    ["start_time_asc", ["a", "b", "c"]],
    ["start_time_desc", ["c", "b", "a"]],
    ["expected_start_time_asc", ["b", "a", "c"]],
    ["expected_start_time_desc", ["c", "a", "b"]],
    ["name_asc", ["a", "b", "c"]],
    ["name_desc", ["c", "b", "a"]],
    ["next_scheduled_start_time_asc", ["c", "b", "a"]],
    ["end_time_desc", ["a", "b", "c"]],
  ])("are sorted by %s", async (sort, names) => {
    const times = (expected: number, start: number | null, next: number, end: number) => ({
      expectedStartTime: at(expected),
      startTime: start === null ? null : at(start),
      nextScheduledStartTime: at(next),
      endTime: at(end),
    });
    await insert(aFlowRun({ flowId: flow.id, name: "b", ...times(1, 6, 2, 2) }));
    await insert(aFlowRun({ flowId: flow.id, name: "a", ...times(2, 5, 3, 3) }));
    await insert(aFlowRun({ flowId: flow.id, name: "c", ...times(9, null, 1, 1) }));
    const found = await store.flowRuns.list({}, sort);
    expect(found.map((run) => run.name)).toEqual(names);
    const pages = await Promise.all(
      [0, 1, 2].map((offset) => store.flowRuns.list({}, sort, { limit: 1, offset })),
    );
    expect(pages.flat()).toEqual(found);
  });
});
