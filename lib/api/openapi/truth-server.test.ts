import { beforeAll, describe, expect, it } from "vitest";
import { nobody, openTruth, type Truth } from "@/lib/testing/open-truth";

let truth: Truth;

beforeAll(async () => {
  truth = await openTruth("server");
});

describe("of the server itself the answers are as described when", () => {
  it("clients ask for its state", async () => {
    const paths = ["health", "ready", "hello", "version", "admin/version", "admin/settings", "openapi.json"];
    for (const path of paths) await truth.ask(200, "GET", `/${path}`);
  });

  it("clients ask for a token, of which there is none", async () => {
    await truth.ask(422, "GET", "/csrf-token");
    await truth.ask(422, "GET", `/csrf-token?client=${nobody}`);
  });

  it("nothing has the name", async () => {
    await truth.askForNothing();
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
