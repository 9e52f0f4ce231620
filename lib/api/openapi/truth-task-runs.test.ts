import { beforeAll, describe, expect, it } from "vitest";
import { openRuns } from "@/lib/testing/open-runs";
import { nobody, openTruth, type Truth } from "@/lib/testing/open-truth";

let truth: Truth;
let ask: Truth["ask"];

beforeAll(async () => {
  truth = await openTruth("task-runs");
  ask = truth.ask;
});

describe("of task runs the answers are as described when", () => {
  it("states are proposed: accepted, rejected, to be waited for and given up", async () => {
    const { taskRun } = await openRuns(truth.api);
    const path = `/task_runs/${taskRun.id}/set_state`;
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

  it("runs are created, known, listed, counted, renamed and deleted", async () => {
    const { flowRun } = await openRuns(truth.api);
    const body = { flow_run_id: flowRun.id, task_key: "a", dynamic_key: "0", task_inputs: { x: [] } };
    const { id } = (await ask(201, "POST", "/task_runs/", body)).json;
    await ask(200, "POST", "/task_runs/", body);
    await ask(409, "POST", "/task_runs/", { ...body, flow_run_id: nobody });
    await ask(200, "GET", `/task_runs/${id}`);
    await ask(200, "POST", "/task_runs/filter", { sort: "NAME_DESC" });
    await ask(200, "POST", "/task_runs/count");
    await ask(422, "POST", "/task_runs/filter", { limit: 201 });
    await ask(422, "POST", "/task_runs/count", { task_runs: { id: 1 } });
    await ask(204, "PATCH", `/task_runs/${id}`, { name: "renamed" });
    const [state] = (await ask(200, "GET", `/task_run_states/?task_run_id=${id}`)).json;
    await ask(200, "GET", `/task_run_states/${state.id}`);
    await ask(422, "GET", "/task_run_states/");
    for (const method of ["GET", "PATCH", "DELETE"]) {
      await ask(422, method, "/task_runs/none", method === "PATCH" ? {} : undefined);
    }
    await ask(422, "GET", "/task_run_states/none");
    await ask(204, "DELETE", `/task_runs/${id}`);
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
