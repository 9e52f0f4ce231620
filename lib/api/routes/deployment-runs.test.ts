import { beforeEach, describe, expect, it } from "vitest";
import { openTestApi, registerType, type TestApi } from "@/lib/testing/test-api";

let api: TestApi;
let call: TestApi["call"];
let flowId: string;

beforeEach(async () => {
  api = await openTestApi();
  call = api.call;
  flowId = (await call("POST", "/flows/", { name: "log-flow" })).json.id;
});

const apply = (body: object = {}) =>
  call("POST", "/deployments/", { name: "daily", flow_id: flowId, ...body });
const applied = async (body: object = {}): Promise<string> => {
  const reply = await apply(body);
  expect(reply.text).toContain('"id"');
  return `/deployments/${reply.json.id}`;
};
const storageBlock = async (name: string): Promise<string> => {
  const ids = await registerType(api, name);
  return (await call("POST", "/block_documents/", { ...ids, name })).json.id;
};

describe("schedules of a deployment", () => {
  it("are added behind the others, changed and deleted one by one", async () => {
    const path = await applied({ schedule: { cron: "0 6 * * *" } });
    const added = await call("POST", `${path}/schedules`, [
      { schedule: { rrule: "FREQ=DAILY" }, active: false },
    ]);
    expect(added.status).toBe(201);
    const id = added.json[0].id;
    const ids = async () =>
      (await call("GET", `${path}/schedules`)).json.map((each: { id: string }) => each.id);
    expect((await ids()).indexOf(id)).toBe(1);
    const change = { active: true, schedule: { interval: 90.5, anchor_date: "2026-01-01T00:00:00Z" } };
    expect((await call("PATCH", `${path}/schedules/${id}`, change)).status).toBe(204);
    expect((await call("GET", `${path}/schedules`)).json[1]).toMatchObject({
      active: true,
      schedule: { interval: 90.5, anchor_date: "2026-01-01T00:00:00.000000+00:00", timezone: "UTC" },
    });
    expect((await call("DELETE", `${path}/schedules/${id}`)).status).toBe(204);
    expect(await ids()).toHaveLength(1);
    expect((await call("DELETE", `${path}/schedules/${id}`)).json).toEqual({ detail: "Schedule not found" });
  });

  it("follow the deployment when it is paused and resumed by clients that know of one", async () => {
    const path = await applied({ schedule: { interval: 60 } });
    await call("POST", `${path}/set_schedule_inactive`);
    expect((await call("GET", path)).json).toMatchObject({ paused: true, schedules: [{ active: false }] });
    await call("POST", `${path}/resume_deployment`);
    expect((await call("GET", path)).json).toMatchObject({ paused: false, schedules: [{ active: true }] });
  });
});

describe("a run of a deployment", () => {
  const run = (path: string, body: object = {}) => call("POST", `${path}/create_flow_run`, body);

  it("takes what the deployment says, with its own values on top", async () => {
    const infrastructure = await storageBlock("process");
    const path = await applied({
      version: "7",
      work_queue_name: "test",
      parameters: { a: 1, b: 2 },
      tags: ["x", "y"],
      infrastructure_document_id: infrastructure,
    });
    const reply = await run(path, {
      parameters: { b: 3 },
      tags: ["y", "z"],
      job_variables: { image: "own" },
    });
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({
      flow_id: flowId,
      deployment_id: path.split("/").at(-1),
      deployment_version: "7",
      parameters: { a: 1, b: 3 },
      tags: ["x", "y", "z"],
      work_queue_name: "test",
      work_pool_name: "default-agent-pool",
      infrastructure_document_id: infrastructure,
      job_variables: { image: "own" },
      auto_scheduled: false,
      state_type: "SCHEDULED",
      state_name: "Scheduled",
      run_count: 0,
    });
    expect(reply.json.name).toMatch(/^[a-z]+-[a-z]+$/);
    expect(reply.json.expected_start_time).toBe(reply.json.state.timestamp);
    expect(reply.json.state.state_details.flow_run_id).toBe(reply.json.id);
  });

  it("is due when its state says", async () => {
    const scheduled_time = "2030-01-01T00:00:00.000000+00:00";
    const state = { type: "SCHEDULED", name: "Scheduled", state_details: { scheduled_time } };
    const { json } = await run(await applied(), { state });
    expect(json).toMatchObject({
      expected_start_time: scheduled_time,
      next_scheduled_start_time: scheduled_time,
      start_time: null,
    });
  });

  it("with a known idempotency key is the one that has it", async () => {
    const path = await applied();
    const first = await run(path, { idempotency_key: "once", parameters: { a: 1 } });
    const second = await run(path, { idempotency_key: "once", parameters: { a: 2 } });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.json.id).toBe(first.json.id);
    expect(second.json.parameters).toEqual({ a: 1 });
  });

  it("may go to another queue of the pool, which is made", async () => {
    const path = await applied({ work_queue_name: "test" });
    expect((await run(path, { work_queue_name: "urgent" })).json.work_queue_name).toBe("urgent");
    expect((await call("GET", path)).json.work_queue_name).toBe("test");
  });

  it("outlives the deployment", async () => {
    const path = await applied();
    const { json } = await run(path);
    expect((await call("DELETE", path)).status).toBe(204);
    expect((await call("GET", `/flow_runs/${json.id}`)).json.deployment_id).toBeNull();
    expect((await call("DELETE", path)).json).toEqual({ detail: "Deployment not found" });
  });
});
