import { beforeAll, describe, expect, it } from "vitest";
import { openTruth, type Truth } from "@/lib/testing/open-truth";
import { examplePool, exampleQueue } from "@/lib/wire/example-queues";

let truth: Truth;
let ask: Truth["ask"];

beforeAll(async () => {
  truth = await openTruth("work-pools");
  ask = truth.ask;
});

describe("of work pools the answers are as described when", () => {
  it("pools are made, changed, read, listed and counted", async () => {
    const { json } = await ask(201, "POST", "/work_pools/", examplePool.sent);
    expect(Object.keys(json)).toEqual(Object.keys(examplePool.answered));
    const template = { job_configuration: { command: "{{ command }}" }, variables: { n: 1.5 } };
    await ask(201, "POST", "/work_pools/", { name: "cluster", type: "process", base_job_template: template });
    await ask(204, "PATCH", "/work_pools/cluster", { is_paused: true, base_job_template: {} });
    await ask(200, "GET", "/work_pools/cluster");
    for (const body of [undefined, null, {}, { limit: null, offset: null }]) {
      await ask(200, "POST", "/work_pools/filter", body);
      await ask(200, "POST", "/work_pools/count", body);
    }
  });

  it("queues of a pool are made, changed, read and listed", async () => {
    const queues = "/work_pools/my-pool/queues";
    const { json } = await ask(201, "POST", queues, exampleQueue.sent);
    expect(Object.keys(json)).toEqual(Object.keys(exampleQueue.answered));
    await ask(204, "PATCH", `${queues}/test`, { priority: 1, description: null });
    await ask(200, "GET", `${queues}/test`);
    await ask(200, "POST", `${queues}/filter`);
    await ask(200, "POST", "/work_pools/my-pool/get_scheduled_flow_runs", { work_queue_names: ["test"] });
    await ask(409, "POST", queues, exampleQueue.sent);
    await ask(409, "PATCH", `${queues}/test`, { name: "default" });
    await ask(409, "DELETE", `${queues}/default`);
    await ask(204, "DELETE", `${queues}/test`);
  });

  it("nothing has the name", async () => {
    await truth.askForNothing();
    await ask(404, "DELETE", "/work_pools/my-pool/queues/test");
  });

  it("something is in the way", async () => {
    await ask(400, "POST", "/work_pools/", { name: " " });
    await ask(403, "POST", "/work_pools/", { name: "Prefect things" });
    await ask(403, "PATCH", "/work_pools/prefect-things", { description: "a" });
    await ask(403, "DELETE", "/work_pools/prefect-things");
    await ask(409, "POST", "/work_pools/", examplePool.sent);
  });

  it("the request does not fit", async () => {
    await truth.askWithMisfits();
    await ask(422, "POST", "/work_pools/", { name: "a/b" });
    await ask(422, "POST", "/work_pools/", { name: "a", base_job_template: { variables: {} } });
    await ask(422, "PATCH", "/work_pools/my-pool", { concurrency_limit: -1 });
    await ask(422, "PATCH", "/work_pools/my-pool", { concurrency_limit: 2 ** 31 });
    await ask(422, "POST", "/work_pools/my-pool/queues", { name: "a", concurrency_limit: 2 ** 31 });
    await ask(422, "POST", "/work_pools/my-pool/queues", { name: "a", priority: 2 ** 31 });
    await ask(422, "POST", "/work_pools/filter", { limit: 201 });
    await ask(422, "POST", "/work_pools/my-pool/get_scheduled_flow_runs", { limit: -1 });
    await ask(422, "POST", "/work_pools/my-pool/queues/filter", { limit: 201 });
    await ask(422, "POST", "/work_pools/count", { work_pools: { unknown: 1 } });
  });

  it("the client is of another time, or a page of another site", async () => {
    await truth.askFromElsewhere();
  });

  it("pools are deleted", async () => {
    await ask(204, "DELETE", "/work_pools/my-pool");
  });

  it("the database is closed", async () => {
    await truth.askWhenClosed();
  });

  it("and no answer is described that none of these calls has had", () => {
    expect(truth.unseen()).toEqual([]);
  });
});
