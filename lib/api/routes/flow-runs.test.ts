import { beforeEach, describe, expect, it } from "vitest";
import { aFlow } from "@/lib/testing/deployment-builders";
import { nobody } from "@/lib/testing/open-truth";
import { openTestApi, type TestApi } from "@/lib/testing/test-api";

describe("flow runs over REST", () => {
  let api: TestApi;
  let call: TestApi["call"];
  let flowId: string;

  beforeEach(async () => {
    api = await openTestApi();
    call = api.call;
    const flow = aFlow();
    flowId = flow.id;
    await api.store.transaction((tx) => tx.flows.insert(flow));
  });

  const create = async (body: object = {}, status = 201) => {
    const reply = await call("POST", "/flow_runs/", { flow_id: flowId, ...body });
    expect(reply.status, reply.text).toBe(status);
    return reply.json;
  };
  const names = async (body: object) => {
    const reply = await call("POST", "/flow_runs/filter", body);
    expect(reply.status, reply.text).toBe(200);
    expect((await call("POST", "/flow_runs/count", body)).json).toBe(reply.json.length);
    return reply.json.map((run: { name: string }) => run.name);
  };

  it("are pending and have a name unless a client says otherwise", async () => {
    const run = await create();
    expect(run).toMatchObject({
      flow_id: flowId,
      state_type: "PENDING",
      state_name: "Pending",
      run_count: 0,
      expected_start_time: run.created,
      next_scheduled_start_time: null,
      start_time: null,
      total_run_time: 0,
      auto_scheduled: false,
      job_variables: {},
      state: { type: "PENDING", data: null, state_details: { flow_run_id: run.id, scheduled_time: null } },
    });
    expect(run.name).toMatch(/^[a-z]+-[a-z]+$/);
    expect(run.empirical_policy).toMatchObject({ retries: null, pause_keys: [], resuming: false });
    expect((await call("GET", `/flow_runs/${run.id}`)).json).toMatchObject({ id: run.id, name: run.name });
  });

  it("are scheduled for the time that the state names", async () => {
    const time = "2026-05-01T10:00:00.5+02:00";
    const state = { type: "SCHEDULED", state_details: { scheduled_time: time } };
    const run = await create({ state, name: "" });
    expect(run.expected_start_time).toBe("2026-05-01T08:00:00.500000+00:00");
    expect(run.next_scheduled_start_time).toBe(run.expected_start_time);
    expect(run.state.state_details.scheduled_time).toBe(run.expected_start_time);
    expect(run.name).not.toBe("");
  });

  it("may be scheduled for the end of time, and are found by it", async () => {
    const state = { type: "SCHEDULED", state_details: { scheduled_time: "9999-12-31T00:00:00Z" } };
    const { id } = await create({ state, name: "last" });
    const run = (await call("GET", `/flow_runs/${id}`)).json;
    expect(run.next_scheduled_start_time).toBe("9999-12-31T00:00:00.000000+00:00");
    const expectedStart = (bound: object) => ({ flow_runs: { expected_start_time: bound } });
    expect(await names(expectedStart({ before_: "9999-12-31T00:00:00Z" }))).toEqual(["last"]);
    expect(await names(expectedStart({ before_: "9999-12-30T23:59:59Z" }))).toEqual([]);
  });

  it("keep parameters, context and the data of a state to the letter", async () => {
    const parts = '"parameters":{"b":1.0,"a":12345678901234567890.10},"context":{"x":1e2}';
    const body = `{"flow_id":"${flowId}",${parts},"state":{"type":"COMPLETED","data":{"n":0.10}}}`;
    const created = await call("POST", "/flow_runs/", body);
    expect(created.status, created.text).toBe(201);
    const read = await call("GET", `/flow_runs/${created.json.id}`);
    for (const text of [created.text, read.text]) {
      expect(text).toContain('"parameters":{"b":1.0,"a":12345678901234567890.10}');
      expect(text).toContain('"context":{"x":1e2}');
      expect(text).toContain('"data":{"n":0.10}');
    }
  });

  it("are answered again with 200 when the flow has the idempotency key, unchanged", async () => {
    const first = await create({ idempotency_key: "k", name: "first" });
    const again = await create({ idempotency_key: "k", name: "second" }, 200);
    expect(again).toMatchObject({ id: first.id, name: "first", state_id: first.state_id });
    expect(await names({})).toEqual(["first"]);
  });

  it("are refused without an echo of what clients gave the flow", async () => {
    const given = { password: "canary-7c1e" };
    const misfit = { tags: 5, parameters: given };
    const made = await call("POST", "/flow_runs/", { ...misfit, flow_id: flowId, context: given });
    const run = await call("POST", "/flow_runs/", { flow_id: flowId });
    const changed = await call("PATCH", `/flow_runs/${run.json.id}`, { ...misfit, job_variables: given });
    for (const { status, text } of [made, changed]) {
      expect(status).toBe(422);
      expect(text).toContain("tags");
      expect(text).not.toContain("canary");
    }
  });

  it("need a flow that exists", async () => {
    const reply = await call("POST", "/flow_runs/", { flow_id: nobody });
    expect(reply.status).toBe(409);
    expect(await names({})).toEqual([]);
  });

  it("are changed in the keys that are sent only", async () => {
    const { id, state_id } = await create({ name: "one", tags: ["a"], parameters: { x: 1 } });
    const patch = async (body: object, status = 204) =>
      expect((await call("PATCH", `/flow_runs/${id}`, body)).status).toBe(status);
    await patch({ infrastructure_pid: "host:1" });
    await patch({ flow_version: "2", empirical_policy: { retries: 3 } });
    const run = (await call("GET", `/flow_runs/${id}`)).json;
    expect(run).toMatchObject({
      name: "one",
      tags: ["a"],
      parameters: { x: 1 },
      infrastructure_pid: "host:1",
      flow_version: "2",
      state_id,
    });
    expect(run.empirical_policy).toMatchObject({ retries: 3, retry_delay: null });
    await patch({ job_variables: { x: 1 } }, 400);
    await patch({ state: { type: "RUNNING" } }, 422);
    expect((await call("PATCH", `/flow_runs/${nobody}`, { name: "x" })).status).toBe(404);
  });

  it("are deleted once", async () => {
    const { id } = await create();
    expect((await call("DELETE", `/flow_runs/${id}`)).status).toBe(204);
    const again = await call("DELETE", `/flow_runs/${id}`);
    expect([again.status, again.json]).toEqual([404, { detail: "Flow run not found" }]);
    expect((await call("GET", `/flow_runs/${id}`)).status).toBe(404);
    expect((await call("GET", "/flow_runs/none")).status).toBe(422);
  });

  it("are listed in pages, by what they are and belong to", async () => {
    for (const name of ["c", "a", "b"]) await create({ name, tags: [name] });
    await create({ name: "done", state: { type: "COMPLETED" } });
    const sorted = { sort: "NAME_ASC" };
    expect(await names(sorted)).toEqual(["a", "b", "c", "done"]);
    expect(await names({ ...sorted, flow_runs: { state: { type: { any_: ["PENDING"] } } } })).toHaveLength(3);
    expect(await names({ flow_runs: { state: { name: { any_: ["Completed"] } } } })).toEqual(["done"]);
    expect(await names({ flow_runs: { tags: { all_: ["a"] } } })).toEqual(["a"]);
    expect(await names({ flow_runs: { name: { like_: "ON" } } })).toEqual(["done"]);
    expect(await names({ flows: { id: { any_: [nobody] } } })).toEqual([]);
    expect(await names({ flows: { id: { any_: [flowId] } } })).toHaveLength(4);
    expect(await names({ flow_runs: { start_time: { is_null_: false } } })).toEqual([]);
    expect(await names({ flow_runs: { expected_start_time: { before_: "2020-01-01" } } })).toEqual([]);
    const page = await call("POST", "/flow_runs/filter", { ...sorted, limit: 2, offset: 1 });
    expect(page.json.map((run: { name: string }) => run.name)).toEqual(["b", "c"]);
  });

  it.each([
    { limit: 201 },
    { limit: -1 },
    { offset: -1 },
    { sort: "CREATED_DESC" },
    { flow_runs: { state: { type: { any_: ["DONE"] } } } },
    { flow_runs: { unknown: 1 } },
    { flow_runs: { id: { any_: ["x"] } } },
    { flow_runs: { expected_start_time: { before_: "yesterday" } } },
    { flow_runs: [] },
  ])("refuse %j", async (body) => {
    expect((await call("POST", "/flow_runs/filter", body)).status).toBe(422);
  });
});
