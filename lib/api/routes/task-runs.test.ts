import { beforeEach, describe, expect, it } from "vitest";
import { aFlow } from "@/lib/testing/deployment-builders";
import { nobody } from "@/lib/testing/open-truth";
import { openTestApi, type TestApi } from "@/lib/testing/test-api";

describe("task runs over REST", () => {
  let call: TestApi["call"];
  let flowRunId: string;

  beforeEach(async () => {
    const api = await openTestApi();
    call = api.call;
    const flow = aFlow();
    await api.store.transaction((tx) => tx.flows.insert(flow));
    flowRunId = (await call("POST", "/flow_runs/", { flow_id: flow.id, name: "parent" })).json.id;
  });

  const create = async (body: object = {}, status = 201) => {
    const keys = { flow_run_id: flowRunId, task_key: "say", dynamic_key: "0" };
    const reply = await call("POST", "/task_runs/", { ...keys, ...body });
    expect(reply.status, reply.text).toBe(status);
    return reply.json;
  };
  const names = async (body: object) => {
    const reply = await call("POST", "/task_runs/filter", { sort: "NAME_ASC", ...body });
    expect(reply.status, reply.text).toBe(200);
    expect((await call("POST", "/task_runs/count", body)).json).toBe(reply.json.length);
    return reply.json.map((run: { name: string }) => run.name);
  };

  it("are pending and have a name unless a client says otherwise", async () => {
    const run = await create();
    expect(run).toMatchObject({
      flow_run_id: flowRunId,
      task_key: "say",
      dynamic_key: "0",
      state_type: "PENDING",
      run_count: 0,
      flow_run_run_count: 0,
      expected_start_time: run.created,
      state: { state_details: { flow_run_id: flowRunId, task_run_id: run.id } },
    });
    expect(run.name).toMatch(/^[a-z]+-[a-z]+$/);
    expect(run.empirical_policy).toMatchObject({ retries: null, retry_jitter_factor: null });
    const read = await call("GET", `/task_runs/${run.id}`);
    expect(read.json).toMatchObject({ id: run.id, name: run.name });
  });

  it("are answered again with 200 when their keys exist, unchanged", async () => {
    const first = await create({ name: "first" });
    expect(await create({ name: "second" }, 200)).toMatchObject({ id: first.id, name: "first" });
    const other = await create({ dynamic_key: "1" });
    expect(other.id).not.toBe(first.id);
    const alone = await create({ flow_run_id: null, id: nobody });
    expect(alone).toMatchObject({ id: nobody, flow_run_id: null });
    expect((await create({ flow_run_id: null }, 200)).id).toBe(nobody);
    await create({ flow_run_id: null, dynamic_key: "2", id: nobody }, 409);
  });

  it("keep their inputs to the letter", async () => {
    const inputs = '{"x":[{"input_type":"constant","type":"float","n":1.0}]}';
    const body = `{"flow_run_id":"${flowRunId}","task_key":"a","dynamic_key":"b","task_inputs":${inputs}}`;
    const created = await call("POST", "/task_runs/", body);
    expect(created.text).toContain(`"task_inputs":${inputs}`);
    expect((await call("GET", `/task_runs/${created.json.id}`)).text).toContain(inputs);
  });

  it("need a flow run that exists, and keys", async () => {
    await create({ flow_run_id: nobody }, 409);
    await create({ task_key: null }, 422);
    await create({ cache_key: "x".repeat(2001) }, 422);
    await create({ task_inputs: [] }, 422);
    expect(await names({})).toEqual([]);
  });

  it("are renamed and deleted", async () => {
    const { id } = await create({ name: "one" });
    expect((await call("PATCH", `/task_runs/${id}`, {})).status).toBe(204);
    expect(await names({})).toEqual(["one"]);
    expect((await call("PATCH", `/task_runs/${id}`, { name: "two" })).status).toBe(204);
    expect(await names({})).toEqual(["two"]);
    expect((await call("PATCH", `/task_runs/${nobody}`, { name: "x" })).status).toBe(404);
    expect((await call("DELETE", `/task_runs/${id}`)).status).toBe(204);
    expect((await call("DELETE", `/task_runs/${id}`)).status).toBe(404);
    expect((await call("GET", `/task_runs/${id}`)).status).toBe(404);
  });

  it("are listed by what they are and belong to", async () => {
    await create({ name: "a", tags: ["x"] });
    await create({ name: "b", dynamic_key: "1", state: { type: "COMPLETED" } });
    await create({ name: "c", flow_run_id: null });
    expect(await names({})).toEqual(["a", "b", "c"]);
    expect(await names({ task_runs: { flow_run_id: { any_: [flowRunId] } } })).toEqual(["a", "b"]);
    expect(await names({ task_runs: { flow_run_id: { is_null_: true } } })).toEqual(["c"]);
    expect(await names({ task_runs: { state: { type: { any_: ["COMPLETED"] } } } })).toEqual(["b"]);
    expect(await names({ task_runs: { tags: { is_null_: false } } })).toEqual(["a"]);
    expect(await names({ flow_runs: { name: { any_: ["parent"] } } })).toEqual(["a", "b"]);
    expect(await names({ flows: { name: { any_: ["none"] } } })).toEqual([]);
  });
});

describe("states over REST", () => {
  it("are listed from the first on, and read by id", async () => {
    const { call, store } = await openTestApi();
    const flow = aFlow();
    await store.transaction((tx) => tx.flows.insert(flow));
    const flowRun = (await call("POST", "/flow_runs/", { flow_id: flow.id })).json;
    const keys = { flow_run_id: flowRun.id, task_key: "a", dynamic_key: "0" };
    const taskRun = (await call("POST", "/task_runs/", keys)).json;
    for (const [noun, run] of [
      ["flow_run", flowRun],
      ["task_run", taskRun],
    ] as const) {
      const body = { state: { type: "RUNNING", data: { n: 1 } }, force: true };
      expect((await call("POST", `/${noun}s/${run.id}/set_state`, body)).status).toBe(201);
      const states = (await call("GET", `/${noun}_states/?${noun}_id=${run.id}`)).json;
      expect(states.map((state: { type: string }) => state.type)).toEqual(["PENDING", "RUNNING"]);
      expect((await call("GET", `/${noun}_states/${states[1].id}`)).json).toEqual(states[1]);
      expect((await call("GET", `/${noun}_states/${nobody}`)).status).toBe(404);
      expect((await call("GET", `/${noun}_states/?${noun}_id=${nobody}`)).json).toEqual([]);
      expect((await call("GET", `/${noun}_states/`)).status).toBe(422);
    }
  });
});
