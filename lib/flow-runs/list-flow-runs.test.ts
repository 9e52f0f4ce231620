import { beforeEach, expect, test } from "vitest";
import { listFlowRuns, readListRevision } from "@/lib/flow-runs/list-flow-runs";
import { parseFlowRunQuery } from "@/lib/flow-runs/list-query";
import type { FlowRun } from "@/lib/flow-runs/model";
import { parseJson } from "@/lib/json";
import type { StateType } from "@/lib/states/model";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { aFlowRun, aState } from "@/lib/testing/run-builders";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";

let deps: TestStore["deps"];
const flow = aFlow({ name: "orders" });
const deployment = aDeployment({ flowId: flow.id, name: "prod" });
const past = Date.UTC(2026, 0, 31) * 1000;
const future = Date.UTC(2026, 1, 3) * 1000;

const runIn = (
  type: StateType,
  overrides: Partial<FlowRun> & { at?: number; state?: never } = {},
): FlowRun => {
  const { at = past, ...rest } = overrides;
  const state = aState({ type, ...(rest.name === "late" && { name: "Late" }) });
  return aFlowRun({ flowId: flow.id, expectedStartTime: at as Micros, ...rest, state });
};
const list = (params: Record<string, string> = {}) => listFlowRuns(deps, parseFlowRunQuery(params));
const save = (...runs: FlowRun[]) =>
  deps.store.transaction(async (tx) => {
    for (const run of runs) await tx.flowRuns.insert(run);
  });

beforeEach(async () => {
  ({ deps } = await openTestStore());
  await deps.store.transaction(async (tx) => {
    await tx.flows.insert(flow);
    await tx.deployments.insert(deployment);
  });
});

test("rows name flow and deployment, and hold nothing of the parameters", async () => {
  const parameters = parseJson('{"text":"canary"}');
  await save(
    runIn("COMPLETED", {
      deploymentId: deployment.id,
      ...(parameters instanceof Map && { parameters }),
    }),
  );
  const view = await list();
  expect(view.rows).toMatchObject([
    { flow: { name: "orders" }, deployment: { name: "prod" }, state: { type: "COMPLETED" }, isFinal: true },
  ]);
  expect(view.deployments).toEqual([{ id: deployment.id, name: "orders/prod" }]);
  expect(JSON.stringify(view)).not.toContain("canary");
});

test("each state says how many runs it would show, also those still to come", async () => {
  await save(
    runIn("COMPLETED"),
    runIn("SCHEDULED", { name: "late" }),
    runIn("SCHEDULED", { name: "coming", at: future }),
  );
  const view = await list();
  expect(view).toMatchObject({ total: 3, found: 2 });
  expect(view.states).toEqual([
    { choice: "scheduled", count: 2 },
    { choice: "late", count: 1 },
    { choice: "completed", count: 1 },
  ]);
  for (const { choice, count } of view.states) expect((await list({ state: choice })).found).toBe(count);
  // What was chosen stays visible, though it finds nothing.
  expect((await list({ state: "crashed" })).states).toContainEqual({ choice: "crashed", count: 0 });
});

test("a page beyond the last one is the last one", async () => {
  await save(...Array.from({ length: 51 }, () => runIn("COMPLETED")));
  const view = await list({ page: "9" });
  expect(view).toMatchObject({ page: 2, pageCount: 2, found: 51 });
  expect(view.rows).toHaveLength(1);
});

test("the revision changes with what is shown, and only then", async () => {
  const run = runIn("RUNNING");
  await save(run);
  const { revision } = await list();
  expect(await readListRevision(deps, parseFlowRunQuery({}))).toBe(revision);
  await deps.store.transaction((tx) =>
    tx.flowRuns.enterState({ ...run, state: aState({ type: "COMPLETED" }) }),
  );
  expect(await readListRevision(deps, parseFlowRunQuery({}))).not.toBe(revision);
});
