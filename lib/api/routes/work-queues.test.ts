import { beforeEach, describe, expect, it } from "vitest";
import { openRuns } from "@/lib/testing/open-runs";
import { nobody } from "@/lib/testing/open-truth";
import { aState } from "@/lib/testing/run-builders";
import { openTestApi, type TestApi } from "@/lib/testing/test-api";

let api: TestApi;
beforeEach(async () => {
  api = await openTestApi();
});

const create = async (body: Readonly<Record<string, unknown>>) => api.call("POST", "/work_queues/", body);
const listed = async (body?: unknown) => (await api.call("POST", "/work_queues/filter", body)).json;
const namesOf = (queues: readonly { name: string }[]) => queues.map(({ name }) => name);

describe("a work queue", () => {
  it("is made in the agents' pool, which is made with it", async () => {
    expect((await api.call("GET", "/work_pools/default-agent-pool")).status).toBe(404);
    const made = await create({ name: "test" });
    expect(made.status).toBe(201);
    const pool = (await api.call("GET", "/work_pools/default-agent-pool")).json;
    expect(pool).toMatchObject({ type: "prefect-agent", status: null, is_paused: false });
    expect(made.json).toMatchObject({
      name: "test",
      description: "",
      is_paused: false,
      concurrency_limit: null,
      priority: 2,
      filter: null,
      last_polled: null,
      work_pool_id: pool.id,
      work_pool_name: "default-agent-pool",
      status: "NOT_READY",
    });
    const [first] = await listed();
    expect([first.id, first.name, first.priority]).toEqual([pool.default_queue_id, "default", 1]);
    expect((await api.call("GET", "/work_queues/name/test")).json).toEqual(made.json);
    expect((await api.call("GET", `/work_queues/${made.json.id}`)).json).toEqual(made.json);
    expect(await api.call("GET", "/work_pools/default-agent-pool/queues/test")).toMatchObject({
      json: made.json,
    });
  });

  it("of the name default is the one that comes with the pool, once", async () => {
    const made = await create({ name: "default" });
    expect([made.status, made.json.name]).toEqual([201, "default"]);
    expect(await listed()).toEqual([made.json]);
    expect(await create({ name: "default" })).toMatchObject({
      status: 409,
      json: { detail: "A work queue with this name already exists." },
    });
  });

  it("may have null for all but its name, as the command line sends it", async () => {
    const nothing = { description: null, is_paused: null, concurrency_limit: null, priority: null };
    const made = await create({ name: "test", ...nothing, filter: null });
    expect(made.json).toMatchObject({ description: "", is_paused: false, priority: 2 });
  });

  it.each(["a/b", "50%", "a&b", "<a>"])("cannot be called %s, from the start or later", async (name) => {
    const fault = {
      loc: ["body", "name"],
      msg: `Name '${name}' contains an invalid character. Must not contain any of: ['/', '%', '&', '>', '<'].`,
      type: "value_error.invalidname",
    };
    const made = await create({ name });
    expect([made.status, made.json.exception_detail]).toEqual([422, [fault]]);
    const { json } = await create({ name: "test" });
    const renamed = await api.call("PATCH", `/work_queues/${json.id}`, { name });
    expect([renamed.status, renamed.json.exception_detail]).toEqual([422, [fault]]);
  });

  it("changes only in what is sent", async () => {
    const { json: made } = await create({ name: "test", concurrency_limit: 2, description: "a" });
    const path = `/work_queues/${made.id}`;
    await api.call("PATCH", path, { is_paused: true });
    const paused = (await api.call("GET", path)).json;
    expect(paused).toEqual({ ...made, is_paused: true, status: "PAUSED", updated: paused.updated });
    expect(paused.updated > made.updated).toBe(true);
    await api.call("PATCH", path, { is_paused: false, concurrency_limit: null, description: null });
    const changed = (await api.call("GET", path)).json;
    expect(changed).toMatchObject({ is_paused: false, concurrency_limit: null, description: "" });
  });

  it("keeps what an old tag filter says, to the letter", async () => {
    const sent = '{"name":"tags","filter":{"tags":["a"],"n":1.0,"big":12345678901234567890}}';
    const made = await api.call("POST", "/work_queues/", sent);
    expect(made.text).toContain('"filter":{"tags":["a"],"n":1.0,"big":12345678901234567890}');
  });

  it("that takes a priority moves those behind it", async () => {
    await create({ name: "a" });
    await create({ name: "b" });
    await create({ name: "first", priority: 1 });
    const prioritiesOf = async () =>
      Object.fromEntries((await listed()).map((queue: { name: string }) => [queue.name, queue]));
    expect(await prioritiesOf()).toMatchObject({
      first: { priority: 1 },
      default: { priority: 2 },
      a: { priority: 3 },
      b: { priority: 4 },
    });
    const { b } = await prioritiesOf();
    await api.call("PATCH", `/work_queues/${b.id}`, { priority: 2 });
    expect(await prioritiesOf()).toMatchObject({
      first: { priority: 1 },
      b: { priority: 2 },
      default: { priority: 3 },
      a: { priority: 4 },
    });
  });

  it("is listed by name, in pages, by id and by how its name begins", async () => {
    const { json: test } = await create({ name: "test" });
    await create({ name: "Testing" });
    expect(namesOf(await listed({ offset: null, limit: null }))).toEqual(["Testing", "default", "test"]);
    expect(namesOf(await listed({ limit: 1, offset: 1 }))).toEqual(["default"]);
    expect(await listed({ work_queues: { id: { any_: [test.id] } } })).toEqual([test]);
    const begins = { work_queues: { name: { startswith_: ["TEST"] } } };
    expect(namesOf(await listed(begins))).toEqual(["Testing", "test"]);
  });

  it("goes without its deployments and runs; the default one goes only with its pool", async () => {
    const { json: made } = await create({ name: "test" });
    const { deployment, flowRun } = await openRuns(api);
    await api.store.transaction(async (tx) => {
      await tx.deployments.update({ ...deployment, workQueueId: made.id, workQueueName: "test" });
      await tx.flowRuns.update({ ...flowRun, workQueueId: made.id, workQueueName: "test" });
    });
    expect((await api.call("DELETE", `/work_queues/${made.id}`)).status).toBe(204);
    expect(await api.store.deployments.byId(deployment.id)).toMatchObject({ workQueueId: null });
    expect(await api.store.flowRuns.byId(flowRun.id)).toMatchObject({ workQueueId: null });
    const [standard] = await listed();
    expect(await api.call("DELETE", `/work_queues/${standard.id}`)).toMatchObject({
      status: 409,
      json: { detail: expect.stringContaining("default queue") },
    });
  });
});

describe("an agent", () => {
  it("that asks makes the queue ready and healthy, until a run is late", async () => {
    const { json: made } = await create({ name: "test" });
    const path = `/work_queues/${made.id}`;
    const policy = { maximum_late_runs: 0, maximum_seconds_since_last_polled: 60 };
    expect((await api.call("GET", `${path}/status`)).json).toEqual({
      healthy: false,
      late_runs_count: 0,
      last_polled: null,
      health_check_policy: policy,
    });
    expect(await api.call("POST", `${path}/get_runs`, { limit: 10 })).toMatchObject({
      status: 200,
      json: [],
    });
    expect((await api.call("GET", path)).json).toMatchObject({ status: "READY" });
    const healthy = (await api.call("GET", `${path}/status`)).json;
    expect(healthy).toMatchObject({ healthy: true, late_runs_count: 0 });
    expect(healthy.last_polled).not.toBeNull();
    const { flowRun } = await openRuns(api);
    const late = { ...flowRun, workQueueId: made.id, state: aState({ name: "Late" }) };
    await api.store.transaction((tx) => tx.flowRuns.enterState(late));
    const unhealthy = (await api.call("GET", `${path}/status`)).json;
    expect(unhealthy).toMatchObject({ healthy: false, late_runs_count: 1 });
  });

  it("gets runs as they are read elsewhere", async () => {
    const { json: made } = await create({ name: "test" });
    const { flowRun } = await openRuns(api);
    const due = { workQueueId: made.id, workQueueName: "test", nextScheduledStartTime: flowRun.created };
    await api.store.transaction((tx) => tx.flowRuns.enterState({ ...flowRun, ...due, state: aState() }));
    const { json } = await api.call("POST", `/work_queues/${made.id}/get_runs`, { limit: 10 });
    expect(json).toHaveLength(1);
    expect(json[0]).toMatchObject({ id: flowRun.id, state_type: "SCHEDULED", work_queue_id: made.id });
    expect(json[0]).toMatchObject({ work_pool_name: "default-agent-pool" });
  });

  it("of a pool gets the runs of its queues, the most urgent queue first, within the limits of both", async () => {
    const { json: normal } = await create({ name: "normal" });
    const { json: urgent } = await create({ name: "urgent" });
    const pool = "/work_pools/default-agent-pool";
    await api.call("PATCH", `${pool}/queues/urgent`, { priority: 1 });
    for (const queue of [normal, urgent, urgent]) {
      const { flowRun } = await openRuns(api);
      const due = { workQueueId: queue.id, workQueueName: queue.name };
      const state = aState();
      const scheduled = { ...flowRun, ...due, nextScheduledStartTime: flowRun.created, state };
      await api.store.transaction((tx) => tx.flowRuns.enterState(scheduled));
    }
    const asked = async (body?: unknown) =>
      (await api.call("POST", `${pool}/get_scheduled_flow_runs`, body)).json.map(
        (each: { work_queue_id: string; flow_run: { work_queue_name: string } }) => {
          expect([normal.id, urgent.id]).toContain(each.work_queue_id);
          return each.flow_run.work_queue_name;
        },
      );
    expect(await asked()).toEqual(["urgent", "urgent", "normal"]);
    expect(await asked({ work_queue_names: [] })).toEqual(["urgent", "urgent", "normal"]);
    expect(await asked({ work_queue_names: ["normal"] })).toEqual(["normal"]);
    expect(await asked({ limit: 1 })).toEqual(["urgent"]);
    await api.call("PATCH", pool, { concurrency_limit: 2 });
    expect(await asked()).toEqual(["urgent", "urgent"]);
    await api.call("PATCH", pool, { is_paused: true });
    expect(await asked()).toEqual([]);
  });

  it.each([
    ["GET", `/work_queues/${nobody}`],
    ["GET", `/work_queues/${nobody}/status`],
    ["GET", "/work_queues/name/none"],
    ["PATCH", `/work_queues/${nobody}`],
    ["DELETE", `/work_queues/${nobody}`],
    ["POST", `/work_queues/${nobody}/get_runs`],
  ])("is told at %s %s that there is no such queue", async (method, path) => {
    const reply = await api.call(method, path, method === "PATCH" ? {} : undefined);
    expect([reply.status, reply.json]).toEqual([404, { detail: "work queue not found" }]);
  });
});
