import { expect, test } from "vitest";
import { cancelFlowRun } from "@/lib/flow-runs/cancel-flow-run";
import { retryFlowRun } from "@/lib/flow-runs/retry-flow-run";
import { runAgain } from "@/lib/flow-runs/run-again";
import type { FlowRunId } from "@/lib/ids";
import { parseJson } from "@/lib/json";
import type { StateType } from "@/lib/states/model";
import { anId } from "@/lib/testing/builders";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { aFlowRun, aState } from "@/lib/testing/run-builders";
import { openTestStore } from "@/lib/testing/template-db";

async function openRun(type: StateType, { hasDeployment = true, pid = "host:1" as string | null } = {}) {
  const { deps } = await openTestStore();
  const flow = aFlow();
  const deployment = aDeployment({ flowId: flow.id, tags: ["nightly"] });
  const parameters = parseJson('{"n":1.0}');
  const run = aFlowRun({
    flowId: flow.id,
    deploymentId: hasDeployment ? deployment.id : null,
    state: aState({ type }),
    infrastructurePid: pid,
    tags: ["nightly", "by-hand"],
    ...(parameters instanceof Map && { parameters }),
  });
  await deps.store.transaction(async (tx) => {
    await tx.flows.insert(flow);
    await tx.deployments.insert(deployment);
    await tx.flowRuns.insert(run);
  });
  return { deps, run, stateNow: async () => (await deps.store.flowRuns.byId(run.id))?.state };
}

test("a run under way is asked to end, one that has no process is cancelled at once", async () => {
  const running = await openRun("RUNNING");
  expect(await cancelFlowRun(running.deps, running.run.id)).toMatchObject({ type: "CANCELLING" });
  expect(await running.stateNow()).toMatchObject({ type: "CANCELLING" });
  const scheduled = await openRun("SCHEDULED", { pid: null });
  expect(await cancelFlowRun(scheduled.deps, scheduled.run.id)).toMatchObject({ type: "CANCELLED" });
});

test("a run that has ended stays as it ended, and the refusal says so", async () => {
  const { deps, run, stateNow } = await openRun("COMPLETED");
  await expect(cancelFlowRun(deps, run.id)).rejects.toMatchObject({ code: "conflict" });
  expect(await stateNow()).toMatchObject({ type: "COMPLETED" });
  await expect(cancelFlowRun(deps, anId<FlowRunId>())).rejects.toMatchObject({ code: "not_found" });
});

test("a run that failed is tried again as the same run; without a deployment nobody could", async () => {
  const failed = await openRun("FAILED");
  expect(await retryFlowRun(failed.deps, failed.run.id)).toMatchObject({ name: "AwaitingRetry" });
  const lone = await openRun("FAILED", { hasDeployment: false });
  await expect(retryFlowRun(lone.deps, lone.run.id)).rejects.toMatchObject({ code: "conflict" });
  expect(await lone.stateNow()).toMatchObject({ type: "FAILED" });
});

test("run again makes another run with the same parameters to the letter", async () => {
  const { deps, run } = await openRun("COMPLETED");
  const again = await runAgain(deps, run.id);
  expect(again.id).not.toBe(run.id);
  expect(again).toMatchObject({
    deploymentId: run.deploymentId,
    parameters: run.parameters,
    tags: ["nightly", "by-hand"],
    state: { type: "SCHEDULED" },
  });
  const lone = await openRun("COMPLETED", { hasDeployment: false });
  await expect(runAgain(lone.deps, lone.run.id)).rejects.toMatchObject({ code: "conflict" });
});
