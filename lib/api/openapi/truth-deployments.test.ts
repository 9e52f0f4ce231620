import { beforeAll, describe, expect, it } from "vitest";
import { nobody, openTruth, type Truth } from "@/lib/testing/open-truth";
import { registerType } from "@/lib/testing/test-api";
import { exampleDeployment, exampleFlow } from "@/lib/wire/deployment-examples";

let truth: Truth;
let ask: Truth["ask"];
let deployment: Readonly<Record<string, unknown>>;
let path: string;

beforeAll(async () => {
  truth = await openTruth("deployments");
  ask = truth.ask;
  const flow = await truth.api.call("POST", "/flows/", exampleFlow.sent);
  deployment = { ...exampleDeployment.sent, flow_id: flow.json.id };
});

describe("of deployments the answers are as described when", () => {
  it("the example is applied, twice, and changed", async () => {
    const applied = await ask(201, "POST", "/deployments/", deployment);
    expect(Object.keys(applied.json).sort()).toEqual(Object.keys(exampleDeployment.answered).sort());
    path = `/deployments/${applied.json.id}`;
    await ask(200, "POST", "/deployments/", { ...deployment, schedule: null, schedules: [] });
    const every = [{ interval: 60 }, { rrule: "FREQ=DAILY" }, { cron: "@daily" }];
    const schedules = every.map((schedule) => ({ schedule }));
    await ask(200, "POST", "/deployments/", { ...deployment, schedules, pull_steps: [{ a: 1 }] });
    await ask(204, "PATCH", path, { description: "changed", schedules: [{ schedule: { interval: 60 } }] });
  });

  it("it is read, listed and counted", async () => {
    await ask(200, "GET", path);
    await ask(200, "GET", "/deployments/name/log-flow/log-flow-s3");
    const [example] = truth.document.components.schemas["FilterDeployments"]?.examples ?? [];
    for (const body of [undefined, null, {}, { limit: null, offset: 1, sort: null }, example]) {
      await ask(200, "POST", "/deployments/filter", body);
    }
    await ask(200, "POST", "/deployments/count", { deployments: { paused: { eq_: false } } });
  });

  it("it is paused, resumed and scheduled", async () => {
    for (const word of ["pause", "resume"]) await ask(200, "POST", `${path}/${word}_deployment`);
    for (const word of ["inactive", "active"]) await ask(200, "POST", `${path}/set_schedule_${word}`);
    const [added] = (await ask(201, "POST", `${path}/schedules`, [{ schedule: { rrule: "FREQ=DAILY" } }]))
      .json;
    await ask(200, "GET", `${path}/schedules`);
    await ask(204, "PATCH", `${path}/schedules/${added.id}`, { active: false });
    for (const word of [
      "pause_deployment",
      "resume_deployment",
      "set_schedule_active",
      "set_schedule_inactive",
    ]) {
      await ask(422, "POST", `${path}/${word}`);
    }
    await ask(422, "PATCH", path, { is_schedule_active: true });
    await ask(204, "DELETE", `${path}/schedules/${added.id}`);
  });

  it("it is run", async () => {
    const request = { parameters: { name: "Ada" }, idempotency_key: "once" };
    await ask(201, "POST", `${path}/create_flow_run`, request);
    await ask(200, "POST", `${path}/create_flow_run`, request);
    const ids = { deployment_ids: [path.split("/").at(-1)] };
    expect((await ask(200, "POST", "/deployments/get_scheduled_flow_runs", ids)).json).toHaveLength(1);
  });

  it("nothing has the id or the name", async () => {
    await truth.askForNothing();
    await ask(404, "POST", "/deployments/", { ...deployment, work_pool_name: "nothing" });
    await ask(404, "GET", "/deployments/name/log-flow/nothing");
    for (const method of ["PATCH", "DELETE"]) {
      await ask(404, method, `${path}/schedules/${nobody}`, method === "PATCH" ? {} : undefined);
    }
  });

  it("a block is missing", async () => {
    await ask(409, "POST", "/deployments/", { ...deployment, storage_document_id: nobody });
    await ask(409, "PATCH", path, { infrastructure_document_id: nobody });
    await ask(409, "POST", `${path}/create_flow_run`, { infrastructure_document_id: nobody });
    const ids = await registerType(truth.api, "storage");
    const block = await truth.api.call("POST", "/block_documents/", { ...ids, name: "one" });
    await ask(204, "PATCH", path, { storage_document_id: block.json.id });
    await truth.api.call("DELETE", `/block_documents/${block.json.id}`);
    expect((await ask(200, "GET", path)).json).toMatchObject({ paused: true, storage_document_id: null });
    for (const word of ["resume_deployment", "set_schedule_active"])
      await ask(409, "POST", `${path}/${word}`);
  });

  it("the request does not fit", async () => {
    await truth.askWithMisfits();
    await ask(422, "POST", "/deployments/", { ...deployment, schedule: { cron: "never" } });
    await ask(422, "POST", "/deployments/filter", { limit: 201 });
    await ask(422, "POST", "/deployments/get_scheduled_flow_runs", { deployment_ids: [], limit: 201 });
    await ask(422, "POST", "/deployments/count", { deployments: { unknown: 1 } });
    await ask(422, "GET", "/deployments/none");
    await ask(422, "DELETE", "/deployments/none");
    await ask(422, "GET", "/deployments/none/schedules");
    await ask(422, "DELETE", `${path}/schedules/none`);
  });

  it("the client is of another time, or a page of another site", async () => {
    await truth.askFromElsewhere();
  });

  it("it is deleted, and the database closed", async () => {
    await ask(204, "DELETE", path);
    await truth.askWhenClosed();
  });

  it("and no other answer is described", () => {
    expect(truth.unseen()).toEqual([]);
  });
});
