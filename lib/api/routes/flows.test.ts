import { beforeEach, expect, it } from "vitest";
import { openTestApi, type TestApi } from "@/lib/testing/test-api";

let call: TestApi["call"];

beforeEach(async () => {
  call = (await openTestApi()).call;
});

const nobody = "11111111-1111-4111-8111-111111111111";

it("a flow is registered once, and answered as it is after that", async () => {
  const first = await call("POST", "/flows/", { name: "log-flow", tags: ["x", "x"] });
  expect(first.status).toBe(201);
  expect(first.json).toEqual({
    id: expect.any(String),
    created: expect.any(String),
    updated: first.json.created,
    name: "log-flow",
    tags: ["x", "x"],
  });
  const second = await call("POST", "/flows/", { name: "log-flow", tags: ["other"] });
  expect(second.status).toBe(200);
  expect(second.json).toEqual(first.json);
  expect((await call("GET", "/flows/name/log-flow")).json).toEqual(first.json);
});

it("the tags of a flow change only when they are sent", async () => {
  const { id } = (await call("POST", "/flows/", { name: "log-flow", tags: ["a"] })).json;
  await call("PATCH", `/flows/${id}`, {});
  expect((await call("GET", `/flows/${id}`)).json.tags).toEqual(["a"]);
  await call("PATCH", `/flows/${id}`, { tags: [] });
  expect((await call("GET", `/flows/${id}`)).json.tags).toEqual([]);
});

it("a flow takes its deployments and runs with it", async () => {
  const { id } = (await call("POST", "/flows/", { name: "log-flow" })).json;
  const deployment = await call("POST", "/deployments/", { name: "daily", flow_id: id });
  const run = await call("POST", `/deployments/${deployment.json.id}/create_flow_run`, {});
  const log = {
    name: "root",
    level: 20,
    message: "hello",
    timestamp: run.json.created,
    flow_run_id: run.json.id,
  };
  await call("POST", "/logs/", [log]);
  expect((await call("DELETE", `/flows/${id}`)).status).toBe(204);
  expect((await call("GET", `/deployments/${deployment.json.id}`)).status).toBe(404);
  expect((await call("GET", `/flow_runs/${run.json.id}`)).status).toBe(404);
  expect((await call("POST", "/logs/filter", {})).json).toEqual([]);
});

it.each([
  ["GET", undefined],
  ["PATCH", {}],
  ["DELETE", undefined],
])("%s of a flow that does not exist says so", async (method, body) => {
  const reply = await call(method, `/flows/${nobody}`, body);
  expect(reply.status).toBe(404);
  expect(reply.json).toEqual({ detail: "Flow not found" });
});

it("a name that could not stand in an address is refused", async () => {
  const reply = await call("POST", "/flows/", { name: "a/b" });
  expect(reply.status).toBe(422);
  expect(reply.json.exception_detail[0]).toMatchObject({
    loc: ["body", "name"],
    type: "value_error.invalidname",
  });
});

it("flows are listed by their deployments and counted", async () => {
  const one = (await call("POST", "/flows/", { name: "one" })).json;
  await call("POST", "/flows/", { name: "two" });
  await call("POST", "/deployments/", { name: "daily", flow_id: one.id });
  const filter = { deployments: { name: { like_: "DAI" } } };
  expect((await call("POST", "/flows/filter", filter)).json).toEqual([one]);
  expect((await call("POST", "/flows/count", filter)).json).toBe(1);
  const names = (await call("POST", "/flows/filter", { sort: "NAME_DESC", limit: 1 })).json;
  expect(names).toEqual([expect.objectContaining({ name: "two" })]);
});
