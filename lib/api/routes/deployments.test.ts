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

describe("a deployment that is applied", () => {
  it("is answered as clients know it, in the agents' pool", async () => {
    const reply = await apply({ work_queue_name: "test", tags: ["b", "a"] });
    expect(reply.status).toBe(201);
    expect(reply.json).toEqual({
      id: expect.any(String),
      created: expect.any(String),
      updated: expect.any(String),
      infra_overrides: {},
      name: "daily",
      version: null,
      description: null,
      flow_id: flowId,
      schedule: null,
      is_schedule_active: true,
      paused: false,
      schedules: [],
      parameters: {},
      tags: ["b", "a"],
      work_queue_name: "test",
      last_polled: null,
      parameter_openapi_schema: null,
      path: null,
      pull_steps: null,
      entrypoint: null,
      manifest_path: null,
      storage_document_id: null,
      infrastructure_document_id: null,
      created_by: null,
      updated_by: null,
      work_pool_name: "default-agent-pool",
      status: "NOT_READY",
      enforce_parameter_schema: false,
    });
    const [pool] = (await call("POST", "/work_pools/filter", {})).json;
    expect(pool).toMatchObject({ name: "default-agent-pool", type: "prefect-agent" });
    const queues = (await call("POST", "/work_queues/filter", {})).json;
    expect(queues.map((queue: { name: string }) => queue.name).sort()).toEqual(["default", "test"]);
  });

  it("again is replaced, but for its id and, unless it names another one, its queue", async () => {
    const first = await apply({
      work_queue_name: "test",
      tags: ["a"],
      description: "old",
      infra_overrides: { a: 1 },
    });
    const second = await apply({ version: "2" });
    expect(second.status).toBe(200);
    expect(second.json).toMatchObject({
      id: first.json.id,
      created: first.json.created,
      version: "2",
      description: null,
      tags: [],
      infra_overrides: {},
      work_queue_name: "test",
    });
    expect((await call("POST", "/deployments/count")).json).toBe(1);
  });

  it("keeps parameters, overrides and the schema of its parameters to the letter", async () => {
    const given = '{"10":1.0,"2":{"b":1e400,"a":[12345678901234567890]}}';
    const text = `{"name":"exact","flow_id":"${flowId}","parameters":${given},"infra_overrides":${given},"parameter_openapi_schema":${given},"pull_steps":[${given}]}`;
    const reply = await call("POST", "/deployments/", text);
    for (const key of ["parameters", "infra_overrides", "parameter_openapi_schema"]) {
      expect(reply.text).toContain(`"${key}":${given}`);
    }
    expect(reply.text).toContain(`"pull_steps":[${given}]`);
  });

  it.each([
    ["schedule", { schedule: { cron: "0 6 * * *" } }],
    ["schedules", { schedules: [{ schedule: { cron: "0 6 * * *" } }] }],
  ])("with %s has it in both places", async (_, body) => {
    const { json } = await apply(body);
    const cron = { cron: "0 6 * * *", timezone: null, day_or: true };
    expect(json.schedule).toEqual(cron);
    expect(json.schedules).toEqual([
      expect.objectContaining({ schedule: cron, active: true, deployment_id: json.id }),
    ]);
  });

  it("is paused when its schedule is not active, and the other way round", async () => {
    const inactive = await apply({ schedule: { interval: 60 }, is_schedule_active: false });
    expect(inactive.json).toMatchObject({
      paused: true,
      is_schedule_active: false,
      schedules: [{ active: false }],
    });
    expect((await apply({ paused: true, is_schedule_active: true })).json).toMatchObject({
      paused: true,
      is_schedule_active: false,
    });
  });

  it.each([
    ["cron", { cron: "every day" }],
    ["timezone", { cron: "0 6 * * *", timezone: "Mars/Olympus" }],
    ["rrule", { rrule: "FREQ=NEVER" }],
    ["interval", { interval: 0 }],
    ["interval", { cron: "0 6 * * *", interval: 5 }],
    ["cron", {}],
  ])("with a %s that cannot be read is refused at its place: %j", async (field, schedule) => {
    const only = await apply({ schedule });
    expect(only.status).toBe(422);
    expect(only.json.exception_detail[0].loc).toEqual(["body", "schedule", field]);
    const listed = await apply({ schedules: [{ schedule: { interval: 60 } }, { schedule }] });
    expect(listed.json.exception_detail[0].loc).toEqual(["body", "schedules", 1, "schedule", field]);
    expect((await call("POST", "/deployments/count")).json).toBe(0);
  });

  it.each(["storage", "infrastructure"])(
    "with an unknown %s block is refused, and no queue is made",
    async (role) => {
      const id = "11111111-1111-4111-8111-111111111111";
      const reply = await apply({ [`${role}_document_id`]: id, work_queue_name: "test" });
      expect(reply.status).toBe(409);
      expect(reply.json.detail).toContain(`no ${role} block has the id ${id}`);
      expect((await call("POST", "/work_queues/filter", {})).json).toEqual([]);
    },
  );

  it("does not show what was given in a refusal", async () => {
    const secrets = { parameters: { token: "hush-1" }, infra_overrides: { "env.PASSWORD": "hush-2" } };
    const reply = await apply({ ...secrets, job_variables: { a: "hush-3" }, unknown: "hush-4" });
    expect(reply.status).toBe(422);
    expect(reply.text).not.toContain("hush");
  });

  it("must fit the schema that it enforces, as far as it says something", async () => {
    const parameter_openapi_schema = {
      type: "object",
      properties: { count: { type: "integer", title: "count" }, name: { type: "string", title: "name" } },
      required: ["count", "name"],
    };
    const enforced = { parameter_openapi_schema, enforce_parameter_schema: true };
    const refused = await apply({ ...enforced, parameters: { count: "many" } });
    expect(refused.status).toBe(422);
    expect(refused.json.exception_detail[0].loc).toEqual(["body", "parameters", "count"]);
    const path = await applied({ ...enforced, parameters: { count: 3 } });
    const run = (parameters: object, more = {}) =>
      call("POST", `${path}/create_flow_run`, { parameters, ...more });
    expect((await run({})).json.detail).toContain('Parameter "name"');
    expect((await run({ name: "Ada", count: 1.5 })).status).toBe(409);
    expect((await run({ name: "Ada" })).status).toBe(201);
    expect((await run({}, { enforce_parameter_schema: false })).status).toBe(201);
    expect((await call("PATCH", path, { parameters: { count: false } })).status).toBe(409);
  });
});

describe("a change of a deployment", () => {
  it("leaves what is not sent, and takes null where nothing may be", async () => {
    const path = await applied({ description: "old", version: "1", tags: ["a"], work_queue_name: "test" });
    expect((await call("PATCH", path, { description: null, tags: ["b"] })).status).toBe(204);
    expect((await call("GET", path)).json).toMatchObject({
      description: null,
      version: "1",
      tags: ["b"],
      work_queue_name: "test",
    });
  });

  it("moves it to another queue, which is made", async () => {
    const path = await applied({ work_queue_name: "test" });
    await call("PATCH", path, { work_queue_name: "other" });
    expect((await call("GET", path)).json).toMatchObject({
      work_queue_name: "other",
      work_pool_name: "default-agent-pool",
    });
  });

  it("to the only schedule is refused when there are several", async () => {
    const path = await applied({
      schedules: [{ schedule: { interval: 60 } }, { schedule: { interval: 90 } }],
    });
    const before = (await call("GET", path)).json;
    for (const body of [{ schedule: { interval: 5 } }, { is_schedule_active: false }]) {
      const reply = await call("PATCH", path, body);
      expect(reply.status).toBe(422);
      expect(reply.json.detail).toContain("has 2 schedules");
    }
    expect((await call("GET", path)).json).toEqual(before);
    expect((await call("PATCH", path, { paused: true })).status).toBe(204);
  });

  it("chooses a block in the place of a deleted one", async () => {
    const [first, second] = [await storageBlock("one"), await storageBlock("two")];
    const path = await applied({ storage_document_id: first });
    await call("DELETE", `/block_documents/${first}`);
    expect((await call("GET", path)).json).toMatchObject({ paused: true, storage_document_id: null });
    const refusal = await call("PATCH", path, { paused: false });
    expect(refusal.status).toBe(409);
    expect(refusal.json.detail).toContain("storage block one/one was deleted. Choose another storage block");
    expect((await call("PATCH", path, { storage_document_id: second, paused: false })).status).toBe(204);
    expect((await call("GET", path)).json).toMatchObject({ paused: false, storage_document_id: second });
  });
});
