import { beforeAll, describe, expect, it } from "vitest";
import { openTruth, type Truth } from "@/lib/testing/open-truth";
import { exampleFlow } from "@/lib/wire/deployment-examples";

let truth: Truth;
let ask: Truth["ask"];

beforeAll(async () => {
  truth = await openTruth("flows");
  ask = truth.ask;
});

describe("of flows the answers are as described when", () => {
  it("flows are registered, known, listed, counted, changed and deleted", async () => {
    const flow = await ask(201, "POST", "/flows/", exampleFlow.sent);
    expect(Object.keys(flow.json)).toEqual(Object.keys(exampleFlow.answered));
    await ask(200, "POST", "/flows/", exampleFlow.sent);
    const path = `/flows/${flow.json.id}`;
    await ask(200, "GET", path);
    await ask(200, "GET", "/flows/name/log-flow");
    const [example] = truth.document.components.schemas["FilterFlows"]?.examples ?? [];
    for (const body of [undefined, null, {}, { limit: null, offset: 1, sort: null }, example]) {
      await ask(200, "POST", "/flows/filter", body);
    }
    await ask(200, "POST", "/flows/count", { flows: { name: { any_: ["log-flow"] } } });
    await ask(204, "PATCH", path, { tags: ["new"] });
    await ask(204, "DELETE", path);
  });

  it("nothing has the id or the name", async () => {
    await truth.askForNothing();
  });

  it("the request does not fit", async () => {
    await truth.askWithMisfits();
    await ask(422, "POST", "/flows/", { name: "a/b" });
    await ask(422, "POST", "/flows/filter", { limit: 201 });
    await ask(422, "POST", "/flows/count", { flows: { unknown: 1 } });
    for (const method of ["GET", "PATCH", "DELETE"]) {
      await ask(422, method, "/flows/none", method === "PATCH" ? {} : undefined);
    }
  });

  it("the client is of another time, or a page of another site", async () => {
    await truth.askFromElsewhere();
  });

  it("the database is closed", async () => {
    await truth.askWhenClosed();
  });

  it("and no other answer is described", () => {
    expect(truth.unseen()).toEqual([]);
  });
});
