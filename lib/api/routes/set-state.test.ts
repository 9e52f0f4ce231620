import { beforeEach, describe, expect, it } from "vitest";
import { parseJson } from "@/lib/json";
import { openRuns } from "@/lib/testing/open-runs";
import { aFlowRun, aTaskRun } from "@/lib/testing/run-builders";
import { openTestApi, type TestApi } from "@/lib/testing/test-api";

let api: TestApi;
let runs: Awaited<ReturnType<typeof openRuns>>;

beforeEach(async () => {
  api = await openTestApi();
  runs = await openRuns(api);
});

const propose = (noun: "flow" | "task", id: string, state: unknown, force?: boolean) =>
  api.call("POST", `/${noun}_runs/${id}/set_state`, { state, ...(force === undefined ? {} : { force }) });

describe("a flow run", () => {
  it("that enters a state answers 201 with that state, and is in it", async () => {
    const { flowRun } = runs;
    const reply = await propose("flow", flowRun.id, { type: "RUNNING", message: "off we go" });
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({
      state: { type: "RUNNING", name: "Running", message: "off we go", data: null },
      status: "ACCEPT",
      details: { type: "accept_details" },
    });
    expect(reply.json.state.state_details).toMatchObject({ flow_run_id: flowRun.id, task_run_id: null });
    const written = await api.store.flowRuns.byId(flowRun.id);
    expect(written?.state?.id).toBe(reply.json.state.id);
    expect(written).toMatchObject({ runCount: 1, startTime: written?.state?.timestamp });
    expect(await api.store.flowRuns.statesOf(flowRun.id)).toEqual([written?.state]);
  });

  it("that stays where it is answers 200 with its current state, and nothing is written", async () => {
    const { running } = runs;
    const reply = await propose("flow", running.id, { type: "PENDING" });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({
      state: { id: running.state?.id, type: "RUNNING" },
      status: "ABORT",
      details: {
        type: "abort_details",
        reason: "This run is in a RUNNING state and cannot transition to a PENDING state.",
      },
    });
    expect(await api.store.flowRuns.byId(running.id)).toEqual(running);
    expect(await api.store.flowRuns.statesOf(running.id)).toHaveLength(1);
  });

  it("without a state that cannot enter one answers null", async () => {
    const reply = await propose("flow", runs.flowRun.id, { type: "PAUSED" });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({ state: null, status: "ABORT" });
  });

  it("that enters another state than the proposed one answers 201 and REJECT", async () => {
    await propose("flow", runs.flowRun.id, { type: "SCHEDULED" });
    const reply = await propose("flow", runs.flowRun.id, { type: "CANCELLING" });
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({ state: { type: "CANCELLED" }, status: "REJECT" });
  });

  it("is told how long to wait for its time", async () => {
    // The clock of the tests begins on 1 February 2026.
    const scheduled_time = "2026-02-01T00:01:00+00:00";
    await propose("flow", runs.flowRun.id, { type: "SCHEDULED", state_details: { scheduled_time } });
    const pending = await propose("flow", runs.flowRun.id, { type: "PENDING" });
    expect(pending.json.state.state_details.scheduled_time).toBe("2026-02-01T00:01:00.000000+00:00");
    const reply = await propose("flow", runs.flowRun.id, { type: "RUNNING" });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({
      state: { id: pending.json.state.id },
      status: "WAIT",
      details: { type: "wait_details", delay_seconds: 60 },
    });
  });

  it("may be forced past the rules", async () => {
    const reply = await propose("flow", runs.running.id, { type: "PENDING" }, true);
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({ state: { type: "PENDING" }, status: "ACCEPT" });
  });

  it("takes the task run that stands for it in its parent along, state by state", async () => {
    const child = aFlowRun({ flowId: runs.flowRun.flowId, parentTaskRunId: runs.taskRun.id });
    await api.store.transaction((tx) => tx.flowRuns.insert(child));
    const reply = await propose("flow", child.id, { type: "RUNNING", name: "Busy" });
    expect(reply.json.state.state_details).toMatchObject({
      flow_run_id: child.id,
      task_run_id: runs.taskRun.id,
    });
    const parent = await api.store.taskRuns.byId(runs.taskRun.id);
    expect(parent).toMatchObject({
      state: {
        type: "RUNNING",
        name: "Busy",
        details: { flowRunId: runs.running.id, taskRunId: runs.taskRun.id, childFlowRunId: child.id },
      },
      runCount: 1,
    });
    await propose("flow", child.id, { type: "FAILED" });
    expect((await api.store.taskRuns.byId(runs.taskRun.id))?.state?.type).toBe("FAILED");
  });

  it("that failed with retries left is left to its own process", async () => {
    const policy = parseJson('{"retries":1,"retry_delay":5,"other":1.0}');
    if (!(policy instanceof Map)) throw new TypeError("no object");
    await api.store.transaction((tx) => tx.flowRuns.update({ ...runs.running, empiricalPolicy: policy }));
    const reply = await propose("flow", runs.running.id, { type: "FAILED", message: "boom" });
    expect(reply.json).toMatchObject({
      state: { type: "SCHEDULED", name: "AwaitingRetry", message: "boom" },
      status: "REJECT",
    });
    const run = await api.store.flowRuns.byId(runs.running.id);
    expect(run?.empiricalPolicy.get("retry_type")).toBe("in_process");
    expect(run?.empiricalPolicy.get("other")).toEqual({ number: "1.0" });
    expect(run?.nextScheduledStartTime).toBe(run?.state?.details.scheduledTime);
  });
});

describe("a paused flow run", () => {
  const resume = (id: string) => api.call("POST", `/flow_runs/${id}/resume`, { run_input: null });

  it("goes on in its process, which is no new attempt", async () => {
    const { id } = runs.running;
    await propose("flow", id, { type: "PAUSED", state_details: { pause_key: "a" } });
    const reply = await resume(id);
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({ state: { type: "RUNNING" }, status: "ACCEPT" });
    expect((await api.store.flowRuns.byId(id))?.runCount).toBe(1);
  });

  it("that was suspended is scheduled, and its next start is no new attempt", async () => {
    const { id } = runs.running;
    await propose("flow", id, {
      type: "PAUSED",
      name: "Suspended",
      state_details: { pause_reschedule: true },
    });
    expect((await resume(id)).json).toMatchObject({ state: { type: "SCHEDULED", name: "Resuming" } });
    await propose("flow", id, { type: "PENDING" });
    await propose("flow", id, { type: "RUNNING" });
    const run = await api.store.flowRuns.byId(id);
    expect(run).toMatchObject({ runCount: 1, state: { type: "RUNNING" } });
    expect(run?.empiricalPolicy.get("resuming")).toBe(false);
  });

  it("is found failed by who comes too late", async () => {
    const { id } = runs.running;
    const pause_timeout = "2026-01-31T00:00:00Z";
    await propose("flow", id, { type: "PAUSED", state_details: { pause_timeout } });
    expect((await resume(id)).json).toMatchObject({ state: { type: "FAILED" }, status: "REJECT" });
  });

  it("is not one that runs, and nothing is not one either", async () => {
    const reply = await resume(runs.running.id);
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({ state: { id: runs.running.state?.id }, status: "ABORT" });
    expect((await resume("11111111-1111-4111-8111-111111111111")).status).toBe(404);
    expect((await api.call("POST", "/flow_runs/none/resume", {})).status).toBe(422);
  });
});

describe("a task run", () => {
  it("knows its flow run in every state", async () => {
    const reply = await propose("task", runs.taskRun.id, { type: "RUNNING" });
    expect(reply.status).toBe(201);
    expect(reply.json.state.state_details).toMatchObject({
      flow_run_id: runs.running.id,
      task_run_id: runs.taskRun.id,
    });
    expect(await api.store.taskRuns.byId(runs.taskRun.id)).toMatchObject({ runCount: 1, flowRunRunCount: 1 });
  });

  it("does not begin while its flow run is not running", async () => {
    await propose("flow", runs.running.id, { type: "CANCELLING" });
    const reply = await propose("task", runs.taskRun.id, { type: "RUNNING" });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({ state: null, status: "ABORT" });
  });

  const complete = async (key: string, expiration?: string) => {
    const details = { state_details: { cache_key: key, cache_expiration: expiration } };
    await propose("task", runs.taskRun.id, { type: "RUNNING", ...details });
    const data = { type: "reference", storage_key: "1.0" };
    await propose("task", runs.taskRun.id, { type: "COMPLETED", data, ...details });
    const later = aTaskRun({ flowRunId: runs.running.id });
    await api.store.transaction((tx) => tx.taskRuns.insert(later));
    return later.id;
  };

  it("takes over what was kept under its cache key", async () => {
    const later = await complete("key");
    const reply = await propose("task", later, { type: "RUNNING", state_details: { cache_key: "key" } });
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({
      state: { type: "COMPLETED", name: "Cached", data: { type: "reference", storage_key: "1.0" } },
      status: "REJECT",
      details: { type: "reject_details", reason: "Retrieved state from cache" },
    });
    expect(reply.json.state.state_details).toMatchObject({ task_run_id: later, cache_key: "key" });
  });

  it.each([
    ["another key", { cache_key: "other" }, undefined],
    ["no key", {}, undefined],
    ["a wish to refresh", { cache_key: "key", refresh_cache: true }, undefined],
    ["an expired entry", { cache_key: "key" }, "2026-01-31T00:00:00Z"],
  ])("runs itself with %s", async (_, state_details, expiration) => {
    const later = await complete("key", expiration);
    const reply = await propose("task", later, { type: "RUNNING", state_details });
    expect(reply.json).toMatchObject({ state: { type: "RUNNING" }, status: "ACCEPT" });
  });

  it("that was declared completed by force is not kept in the cache", async () => {
    await propose("task", runs.taskRun.id, { type: "COMPLETED", state_details: { cache_key: "key" } }, true);
    const later = aTaskRun({ flowRunId: runs.running.id });
    await api.store.transaction((tx) => tx.taskRuns.insert(later));
    const reply = await propose("task", later.id, { type: "RUNNING", state_details: { cache_key: "key" } });
    expect(reply.json.status).toBe("ACCEPT");
  });

  it("without a flow run begins on its own", async () => {
    const alone = aTaskRun();
    await api.store.transaction((tx) => tx.taskRuns.insert(alone));
    expect((await propose("task", alone.id, { type: "RUNNING" })).json.status).toBe("ACCEPT");
    expect((await propose("task", alone.id, { type: "PENDING" })).json.status).toBe("ABORT");
  });
});

describe.each(["flow", "task"] as const)("set_state of a %s run", (noun) => {
  it("answers 404 where there is none", async () => {
    const reply = await propose(noun, "11111111-1111-4111-8111-111111111111", { type: "RUNNING" });
    expect(reply.status).toBe(404);
    expect(reply.json.detail).toMatch(/run not found/);
  });

  it.each([
    [{ type: "FOO" }, ["body", "state", "type"], "type_error.enum"],
    [{}, ["body", "state", "type"], "value_error.missing"],
    [{ type: "RUNNING", extra: 1 }, ["body", "state", "extra"], "value_error.extra"],
    [
      { type: "RUNNING", state_details: { transition_id: "x" } },
      ["body", "state", "state_details", "transition_id"],
      "type_error.uuid",
    ],
    [undefined, ["body", "state"], "value_error.missing"],
  ])("answers 422 to %j and writes nothing", async (state, loc, type) => {
    const id = noun === "flow" ? runs.flowRun.id : runs.taskRun.id;
    const reply = await propose(noun, id, state);
    expect(reply.status).toBe(422);
    expect(reply.json.exception_detail).toMatchObject([{ loc, type }]);
    expect((await api.store.flowRuns.byId(runs.flowRun.id))?.state).toBeNull();
    expect((await api.store.taskRuns.byId(runs.taskRun.id))?.state).toBeNull();
  });

  it("keeps the result's notation and order", async () => {
    const id = noun === "flow" ? runs.flowRun.id : runs.taskRun.id;
    const data = '{"z":1.0,"1":12345678901234567890,"a":[]}';
    const body = `{"state":{"type":"COMPLETED","data":${data}}}`;
    const reply = await api.call("POST", `/${noun}_runs/${id}/set_state`, body);
    expect(reply.text).toContain(`"data":${data}`);
  });
});
