import { beforeAll, describe, expect, it } from "vitest";
import { openRuns } from "@/lib/testing/open-runs";
import { nobody, openTruth, type Truth } from "@/lib/testing/open-truth";

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

  it("a pause ends", async () => {
    const { running } = await openRuns(truth.api);
    const path = `/flow_runs/${running.id}`;
    await ask(200, "POST", `${path}/resume`, {});
    await ask(201, "POST", `${path}/set_state`, { state: { type: "PAUSED" } });
    await ask(201, "POST", `${path}/resume`, { run_input: null });
  });

  it("runs are created, known, listed, counted, changed and deleted", async () => {
    const { deployment } = await openRuns(truth.api);
    const body = { flow_id: deployment.flowId, idempotency_key: "k", parameters: { n: 1 } };
    const { id } = (await ask(201, "POST", "/flow_runs/", body)).json;
    await ask(200, "POST", "/flow_runs/", body);
    await ask(409, "POST", "/flow_runs/", { flow_id: nobody });
    await ask(200, "GET", `/flow_runs/${id}`);
    await ask(200, "POST", "/flow_runs/filter", { sort: "START_TIME_DESC" });
    await ask(200, "POST", "/flow_runs/count");
    await ask(422, "POST", "/flow_runs/filter", { limit: 201 });
    await ask(422, "POST", "/flow_runs/count", { flow_runs: { id: 1 } });
    await ask(204, "PATCH", `/flow_runs/${id}`, { name: "renamed" });
    await ask(400, "PATCH", `/flow_runs/${id}`, { job_variables: { a: 1 } });
    const [state] = (await ask(200, "GET", `/flow_run_states/?flow_run_id=${id}`)).json;
    await ask(200, "GET", `/flow_run_states/${state.id}`);
    await ask(422, "GET", "/flow_run_states/");
    for (const method of ["GET", "PATCH", "DELETE"]) {
      await ask(422, method, "/flow_runs/none", method === "PATCH" ? {} : undefined);
    }
    await ask(422, "GET", "/flow_run_states/none");
    await ask(204, "DELETE", `/flow_runs/${id}`);
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
