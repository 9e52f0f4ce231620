import { beforeAll, describe, expect, it } from "vitest";
import { openTruth, type Truth } from "@/lib/testing/open-truth";
import { exampleQueue } from "@/lib/wire/example-queues";

let truth: Truth;
let ask: Truth["ask"];
let path: string;
let defaultPath: string;

beforeAll(async () => {
  truth = await openTruth("work-queues");
  ask = truth.ask;
});

describe("of work queues the answers are as described when", () => {
  it("queues are made, changed, read and listed", async () => {
    const { json } = await ask(201, "POST", "/work_queues/", exampleQueue.sent);
    expect(Object.keys(json)).toEqual(Object.keys(exampleQueue.answered));
    path = `/work_queues/${json.id}`;
    const filter = { filter: { tags: ["a"], deployment_ids: null } };
    await ask(201, "POST", "/work_queues/", { name: "by tags", ...filter });
    await ask(204, "PATCH", path, { is_paused: true, priority: 1, filter: null });
    await ask(200, "GET", path);
    await ask(200, "GET", "/work_queues/name/by tags");
    await ask(200, "GET", `${path}/status`);
    for (const body of [undefined, null, {}, { limit: null, offset: null }]) {
      await ask(200, "POST", "/work_queues/filter", body);
    }
    defaultPath = `/work_queues/${(await ask(200, "GET", "/work_queues/name/default")).json.id}`;
  });

  it("an agent asks for runs", async () => {
    for (const body of [undefined, {}, { limit: null, scheduled_before: null, agent_id: null }]) {
      await ask(200, "POST", `${path}/get_runs`, body);
    }
    await ask(200, "POST", `${path}/get_runs`, { limit: 10, scheduled_before: "2026-05-03T09:14:22Z" });
    await ask(200, "GET", `${path}/status`);
  });

  it("nothing has the id or the name", async () => {
    await truth.askForNothing();
  });

  it("something is in the way", async () => {
    await ask(409, "POST", "/work_queues/", exampleQueue.sent);
    await ask(409, "PATCH", path, { name: "default" });
    await ask(409, "DELETE", defaultPath);
  });

  it("the request does not fit", async () => {
    await truth.askWithMisfits();
    await ask(422, "POST", "/work_queues/", { name: "a/b" });
    await ask(422, "POST", "/work_queues/", { name: "a", priority: 0 });
    await ask(422, "POST", "/work_queues/", { name: "a", concurrency_limit: -1 });
    await ask(422, "PATCH", path, { is_paused: null });
    await ask(422, "POST", "/work_queues/filter", { limit: 201 });
    await ask(422, "POST", `${path}/get_runs`, { limit: -1 });
    await ask(422, "POST", `${path}/get_runs`, { scheduled_before: "soon" });
    for (const [method, rest] of [
      ["GET", ""],
      ["GET", "/status"],
      ["PATCH", ""],
      ["DELETE", ""],
      ["POST", "/get_runs"],
    ] as const) {
      await ask(422, method, `/work_queues/no-uuid${rest}`, {});
    }
  });

  it("the client is of another time, or a page of another site", async () => {
    await truth.askFromElsewhere();
  });

  it("queues are deleted", async () => {
    await ask(204, "DELETE", path);
    await ask(404, "DELETE", path);
  });

  it("the database is closed", async () => {
    await truth.askWhenClosed();
  });

  it("and no answer is described that none of these calls has had", () => {
    expect(truth.unseen()).toEqual([]);
  });
});
