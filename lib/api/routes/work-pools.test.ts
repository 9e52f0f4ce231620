import { beforeEach, describe, expect, it } from "vitest";
import { openTestApi, type TestApi } from "@/lib/testing/test-api";

let api: TestApi;
beforeEach(async () => {
  api = await openTestApi();
});

const create = async (body: Readonly<Record<string, unknown>>) => api.call("POST", "/work_pools/", body);
const read = async (name: string) => (await api.call("GET", `/work_pools/${name}`)).json;

describe("a work pool", () => {
  it("is made with its default queue", async () => {
    const made = await create({ name: "cluster", type: "kubernetes" });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      name: "cluster",
      description: null,
      type: "kubernetes",
      base_job_template: {},
      is_paused: false,
      concurrency_limit: null,
      status: "NOT_READY",
    });
    expect(await read("cluster")).toEqual(made.json);
    const queue = (await api.call("GET", "/work_pools/cluster/queues/default")).json;
    expect([queue.id, queue.priority]).toEqual([made.json.default_queue_id, 1]);
  });

  it("has a name of its own, that is not reserved", async () => {
    await create({ name: "a" });
    expect(await create({ name: "a" })).toMatchObject({
      status: 409,
      json: { detail: "A work pool with this name already exists." },
    });
    expect(await create({ name: "' '" })).toMatchObject({
      status: 400,
      json: { detail: "Work pool name cannot be empty." },
    });
    expect((await create({ name: "PREFECT-x" })).status).toBe(403);
    expect((await create({ name: "a%b" })).status).toBe(422);
    expect((await api.call("POST", "/work_pools/count")).json).toBe(1);
  });

  it("changes only in what is sent, and keeps its template to the letter", async () => {
    const template = '{"job_configuration":{"a":"{{ b }}"},"variables":{"n":1.0}}';
    await api.call("POST", "/work_pools/", `{"name":"a","type":"process","base_job_template":${template}}`);
    await api.call("PATCH", "/work_pools/a", { is_paused: true, concurrency_limit: 3 });
    const changed = await api.call("GET", "/work_pools/a");
    expect(changed.text).toContain(`"base_job_template":${template}`);
    expect(changed.json).toMatchObject({ is_paused: true, concurrency_limit: 3, status: "PAUSED" });
    const wrong = { base_job_template: { variables: {} } };
    expect((await api.call("PATCH", "/work_pools/a", wrong)).status).toBe(422);
    expect((await api.call("PATCH", "/work_pools/a", { name: "b" })).status).toBe(422);
  });

  it("with a reserved name can be paused, and no more", async () => {
    expect((await api.call("PATCH", "/work_pools/prefect-x", { description: "a" })).status).toBe(403);
    expect((await api.call("PATCH", "/work_pools/prefect-x", { is_paused: true })).status).toBe(404);
    expect((await api.call("DELETE", "/work_pools/prefect-x")).status).toBe(403);
  });

  it("is found by name and type, and counted", async () => {
    await create({ name: "b", type: "process" });
    await create({ name: "a" });
    const names = async (body: unknown) =>
      (await api.call("POST", "/work_pools/filter", body)).json.map(({ name }: { name: string }) => name);
    expect(await names({})).toEqual(["a", "b"]);
    expect(await names({ work_pools: { type: { any_: ["process"] } } })).toEqual(["b"]);
    const count = { work_pools: { name: { any_: ["a", "none"] } } };
    expect((await api.call("POST", "/work_pools/count", count)).json).toBe(1);
  });

  it("takes its queues with it when deleted", async () => {
    const { json } = await create({ name: "a" });
    expect((await api.call("DELETE", "/work_pools/a")).status).toBe(204);
    expect(await api.call("GET", "/work_pools/a")).toMatchObject({
      status: 404,
      json: { detail: 'Work pool "a" not found.' },
    });
    expect((await api.call("GET", `/work_queues/${json.default_queue_id}`)).status).toBe(404);
  });
});

describe("the queues of a pool", () => {
  beforeEach(async () => {
    await create({ name: "p" });
  });

  it("are listed by priority, and share names only with those of other pools", async () => {
    const queues = "/work_pools/p/queues";
    await api.call("POST", queues, { name: "z", priority: 1 });
    await api.call("POST", queues, { name: "a" });
    const { json } = await api.call("POST", `${queues}/filter`, { limit: null, offset: null });
    expect(json.map(({ name }: { name: string }) => name)).toEqual(["z", "default", "a"]);
    expect(await api.call("POST", queues, { name: "a" })).toMatchObject({
      status: 409,
      json: { detail: "A work queue with this name already exists." },
    });
    expect((await api.call("POST", "/work_queues/", { name: "a" })).status).toBe(201);
    const page = await api.call("POST", `${queues}/filter`, { limit: 1, offset: 1 });
    expect(page.json.map(({ name }: { name: string }) => name)).toEqual(["default"]);
  });

  it("are changed and deleted by their names", async () => {
    await api.call("POST", "/work_pools/p/queues", { name: "a" });
    await api.call("PATCH", "/work_pools/p/queues/a", { is_paused: true });
    expect((await api.call("GET", "/work_pools/p/queues/a")).json.is_paused).toBe(true);
    expect((await api.call("DELETE", "/work_pools/p/queues/a")).status).toBe(204);
    expect((await api.call("DELETE", "/work_pools/p/queues/default")).status).toBe(409);
    const lost = await api.call("GET", "/work_pools/p/queues/a");
    expect([lost.status, lost.json]).toEqual([404, { detail: "Work pool queue 'p/a' not found." }]);
    const none = await api.call("POST", "/work_pools/none/queues/filter");
    expect([none.status, none.json]).toEqual([404, { detail: 'Work pool "none" not found.' }]);
  });
});
