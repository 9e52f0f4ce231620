import { beforeEach, describe, expect, test } from "vitest";
import { followFlowRun } from "@/lib/flow-runs/follow-flow-run";
import { readEarlierLines } from "@/lib/flow-runs/log-lines";
import type { FlowRun } from "@/lib/flow-runs/model";
import { printLog } from "@/lib/flow-runs/print-log";
import { readFlowRunView } from "@/lib/flow-runs/read-flow-run-view";
import type { FlowRunId, LogId, TaskRunId } from "@/lib/ids";
import { parseJson } from "@/lib/json";
import type { Log } from "@/lib/logs/model";
import { anId } from "@/lib/testing/builders";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { aFlowRun, aState, aTaskRun } from "@/lib/testing/run-builders";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";

let deps: TestStore["deps"];
let run: FlowRun;
const flow = aFlow({ name: "orders" });

beforeEach(async () => {
  ({ deps } = await openTestStore());
  const parameters = parseJson(
    '{"day":"2026-05-03","api_token":"canary-token","db":{"password":"canary-pw"}}',
  );
  if (!(parameters instanceof Map)) throw new Error("no object");
  run = aFlowRun({ flowId: flow.id, name: "calm-otter", parameters });
  await deps.store.transaction(async (tx) => {
    await tx.flows.insert(flow);
    await tx.flowRuns.insert(run);
  });
});

const aLog = (overrides: Partial<Log> = {}): Log => ({
  id: anId<LogId>(),
  created: deps.now(),
  name: "prefect.flow_runs",
  level: 20,
  message: "hello",
  timestamp: deps.now(),
  flowRunId: run.id,
  taskRunId: null,
  ...overrides,
});
const write = (...logs: Log[]) => deps.store.transaction((tx) => tx.logs.insertMany(logs));
const enter = (type: "RUNNING" | "COMPLETED") =>
  deps.store.transaction((tx) => tx.flowRuns.enterState({ ...run, state: aState({ type }) }));
const start = { after: 0 as Micros, revision: "" };

describe("following a run", () => {
  test("each line comes once, in the order in which it came in", async () => {
    await write(aLog({ message: "one" }), aLog({ message: "two" }));
    const first = await followFlowRun(deps, run.id, start);
    expect(first?.lines.map(({ message }) => message)).toEqual(["one", "two"]);
    // By the client's clock long ago: it came in now.
    await write(aLog({ message: "three", timestamp: 1 as Micros }));
    const second = await followFlowRun(deps, run.id, { ...start, after: first?.cursor ?? start.after });
    expect(second?.lines.map(({ message }) => message)).toEqual(["three"]);
    const third = await followFlowRun(deps, run.id, { ...start, after: second?.cursor ?? start.after });
    expect(third).toMatchObject({ lines: [], cursor: second?.cursor, hasMore: false });
  });

  test("more lines than fit into an answer are asked for at once", async () => {
    await write(...Array.from({ length: 501 }, (_, index) => aLog({ message: String(index) })));
    const first = await followFlowRun(deps, run.id, start);
    expect(first).toMatchObject({ hasMore: true });
    expect(first?.lines).toHaveLength(500);
    const rest = await followFlowRun(deps, run.id, { ...start, after: first?.cursor ?? start.after });
    expect(rest).toMatchObject({ hasMore: false });
    expect(rest?.lines.map(({ message }) => message)).toEqual(["500"]);
  });

  test("states and tasks are sent only when they changed", async () => {
    await enter("RUNNING");
    const first = await followFlowRun(deps, run.id, start);
    expect(first?.progress?.states.map(({ type }) => type)).toEqual(["RUNNING"]);
    const seen = { ...start, revision: first?.revision ?? "" };
    expect(await followFlowRun(deps, run.id, seen)).toMatchObject({ progress: null, isFinal: false });

    const task = aTaskRun({ flowRunId: run.id, name: "extract-0" });
    await deps.store.transaction((tx) => tx.taskRuns.insert(task));
    const withTask = await followFlowRun(deps, run.id, seen);
    expect(withTask?.progress?.taskRuns.map(({ name }) => name)).toEqual(["extract-0"]);

    await enter("COMPLETED");
    expect(await followFlowRun(deps, run.id, { ...start, revision: withTask?.revision ?? "" })).toMatchObject(
      {
        isFinal: true,
        progress: { state: { type: "COMPLETED" }, taskRunCount: 1 },
      },
    );
  });

  test("a run that is gone is undefined", async () => {
    await deps.store.transaction((tx) => tx.flowRuns.delete(run.id));
    expect(await followFlowRun(deps, run.id, start)).toBeUndefined();
    expect(await readFlowRunView(deps, anId<FlowRunId>())).toBeUndefined();
  });
});

describe("the log", () => {
  test("begins with its newest lines; earlier ones follow part by part, each line once", async () => {
    await write(...Array.from({ length: 1100 }, (_, index) => aLog({ message: String(index) })));
    const newest = await readEarlierLines(deps.store, run.id, { skip: 0 });
    const until = newest.lines.at(-1)?.at ?? start.after;
    const middle = await readEarlierLines(deps.store, run.id, { until, skip: 500 });
    const oldest = await readEarlierLines(deps.store, run.id, { until, skip: 1000 });
    expect([newest, middle, oldest].map(({ hasEarlier }) => hasEarlier)).toEqual([true, true, false]);
    const all = [oldest, middle, newest].flatMap(({ lines }) => lines.map(({ message }) => message));
    expect(all).toEqual(Array.from({ length: 1100 }, (_, index) => String(index)));
  });

  test("names the task of a line, cuts what nobody reads on a page, and steers no terminal", async () => {
    const task = aTaskRun({ flowRunId: run.id, name: "load-0" });
    await deps.store.transaction((tx) => tx.taskRuns.insert(task));
    await write(
      aLog({ taskRunId: task.id, message: "\u001b[2Jx" }),
      aLog({ taskRunId: anId<TaskRunId>(), message: "y".repeat(9000) }),
    );
    const { lines } = await readEarlierLines(deps.store, run.id, { skip: 0 });
    expect(lines[0]).toMatchObject({ task: "load-0", message: "\\x1b[2Jx", cut: 0 });
    expect(lines[1]).toMatchObject({ cut: 1000, message: "y".repeat(8000) });
  });

  test("is printed whole for a file", async () => {
    await write(aLog({ level: 30, message: "y".repeat(9000) }), aLog({ level: 25, message: "a\nb" }));
    let text = "";
    for await (const part of printLog(deps.store, run.id)) text += part;
    expect(text).toMatch(/^2026-02-01T00:00:00\.\d{3}Z WARNING {2}prefect\.flow_runs: y{9000}\n/);
    expect(text).toMatch(/LEVEL 25 prefect\.flow_runs: a\nb\n$/);
  });
});

describe("the page of a run", () => {
  test("holds no value whose name reads like a credential", async () => {
    const view = await readFlowRunView(deps, run.id);
    expect(view).toMatchObject({
      name: "calm-otter",
      flow: { name: "orders" },
      deployment: null,
      parent: null,
    });
    expect(JSON.stringify(view)).toContain("2026-05-03");
    expect(JSON.stringify(view)).not.toContain("canary");
  });

  test("names what the run belongs to, and the runs that its tasks stand for", async () => {
    const deployment = aDeployment({ flowId: flow.id, name: "prod" });
    const task = aTaskRun({ flowRunId: run.id });
    const child = aFlowRun({
      flowId: flow.id,
      name: "child-run",
      deploymentId: deployment.id,
      parentTaskRunId: task.id,
    });
    await deps.store.transaction(async (tx) => {
      await tx.deployments.insert(deployment);
      await tx.taskRuns.insert(task);
      await tx.flowRuns.insert(child);
    });
    expect(await readFlowRunView(deps, child.id)).toMatchObject({
      deployment: { name: "prod" },
      parent: { id: run.id, name: "calm-otter" },
    });
    expect((await readFlowRunView(deps, run.id))?.progress.taskRuns).toMatchObject([
      { id: task.id, child: { id: child.id, name: "child-run" } },
    ]);
  });
});
