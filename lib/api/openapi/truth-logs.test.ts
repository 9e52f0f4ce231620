import { beforeAll, describe, expect, it } from "vitest";
import { openTruth, type Truth } from "@/lib/testing/open-truth";
import { exampleLog } from "@/lib/wire/example-queues";

let truth: Truth;
let ask: Truth["ask"];

beforeAll(async () => {
  truth = await openTruth("logs");
  ask = truth.ask;
});

describe("of logs the answers are as described when", () => {
  it("lines are stored and listed", async () => {
    await ask(201, "POST", "/logs/", [exampleLog.sent]);
    await ask(201, "POST", "/logs/", []);
    for (const body of [undefined, null, {}, { limit: null, offset: null, sort: null }]) {
      const { json } = await ask(200, "POST", "/logs/filter", body);
      expect(Object.keys(json[0])).toEqual(Object.keys(exampleLog.answered));
    }
    await ask(200, "POST", "/logs/filter", { sort: "TIMESTAMP_DESC", logs: { level: { ge_: 20, le_: 20 } } });
  });

  it("the request does not fit", async () => {
    await truth.askWithMisfits();
    await ask(422, "POST", "/logs/", exampleLog.sent);
    await ask(422, "POST", "/logs/", [exampleLog.sent, { ...exampleLog.sent, level: "loud" }]);
    await ask(422, "POST", "/logs/filter", { limit: 201 });
  });

  it("the client is of another time, or a page of another site", async () => {
    await truth.askFromElsewhere();
  });

  it("the database is closed", async () => {
    await truth.askWhenClosed();
  });

  it("and no answer is described that none of these calls has had", () => {
    expect(truth.unseen()).toEqual([]);
  });
});
