import { beforeAll, describe, expect, it } from "vitest";
import { openRuns } from "@/lib/testing/open-runs";
import { openTruth, type Truth } from "@/lib/testing/open-truth";

let truth: Truth;
let ask: Truth["ask"];

beforeAll(async () => {
  truth = await openTruth("flow-runs");
  ask = truth.ask;
});

describe("of flow runs the answers are as described when", () => {
  it("states are proposed: accepted, rejected, to be waited for and given up", async () => {
    const { flowRun } = await openRuns(truth.api);
    const path = `/flow_runs/${flowRun.id}/set_state`;
    const soon = new Date(Date.UTC(2030, 0, 1)).toISOString();
    const transition = { state_details: { transition_id: "22222222-2222-4222-8222-222222222222" } };
    const scheduled = { type: "SCHEDULED", state_details: { scheduled_time: soon } };
    const propose = async (status: number, state: object, force = false) =>
      (await ask(status, "POST", path, { state, force })).json.status;
    expect(await propose(201, scheduled)).toBe("ACCEPT");
    expect(await propose(200, { type: "RUNNING" })).toBe("WAIT");
    expect(await propose(201, { type: "RUNNING", ...transition }, true)).toBe("ACCEPT");
    expect(await propose(200, { type: "RUNNING", ...transition })).toBe("REJECT");
    expect(await propose(201, { type: "COMPLETED" })).toBe("ACCEPT");
    expect(await propose(200, { type: "CRASHED" })).toBe("ABORT");
  });

  it("nothing has the id", async () => {
    await truth.askForNothing();
  });

  it("what is sent does not fit", async () => {
    await truth.askWithMisfits();
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
