import { beforeEach, expect, test } from "vitest";
import type { Deployment } from "@/lib/deployments/model";
import { readDeploymentView } from "@/lib/deployments/read-deployment-view";
import { runDeployment } from "@/lib/deployments/run-deployment";
import type { Json } from "@/lib/json";
import { anId } from "@/lib/testing/builders";
import { aDeployment, aDeploymentSchedule, aFlow } from "@/lib/testing/deployment-builders";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";

let stage: TestStore;

beforeEach(async () => {
  stage = await openTestStore();
});

async function add(overrides: Partial<Deployment>): Promise<Deployment> {
  const flow = aFlow({ name: "log-flow" });
  const deployment = aDeployment({ flowId: flow.id, name: "nightly", ...overrides });
  await stage.store.transaction(async (tx) => {
    await tx.flows.insert(flow);
    await tx.deployments.insert(deployment);
  });
  return deployment;
}

test("parameters and overrides are shown without what reads like a credential", async () => {
  const { id } = await add({
    parameters: new Map([
      ["name", "orders"],
      ["password", "canary"],
    ]),
    infraOverrides: new Map<string, Json>([
      ["env", new Map([["DB_PASSWORD", "canary"]])],
      ["env.API_TOKEN", "canary"],
    ]),
  });
  const view = await readDeploymentView(stage.deps, id);
  expect(view?.parameters.map(({ key, value }) => [key, value?.kind])).toEqual([
    ["name", "text"],
    ["password", "secret"],
  ]);
  expect(view?.infrastructureRows.map(({ key, problem }) => [key, problem])).toEqual([
    ["env", undefined],
    ["env.API_TOKEN", undefined],
  ]);
  expect(JSON.stringify(view)).not.toContain("canary");
});

test("a run that is scheduled is an upcoming one, and schedules are told in words", async () => {
  const { id } = await add({});
  const schedules = [aDeploymentSchedule({ deploymentId: id })];
  await stage.store.transaction((tx) => tx.deployments.replaceSchedules(id, schedules));
  const { run } = await runDeployment(stage.deps, id, { name: "by-hand" });
  const view = await readDeploymentView(stage.deps, id);
  expect(view?.upcoming).toMatchObject([{ id: run.id, name: "by-hand", state: { type: "SCHEDULED" } }]);
  expect(view?.recent).toEqual([]);
  expect(view?.schedules).toMatchObject([{ words: expect.stringMatching(/hour/), isActive: true }]);
});

test("a deleted block is named, and no deployment is read for an unknown id", async () => {
  const { id } = await add({ isPaused: true, lostStorage: { typeSlug: "s3", name: "log-test" } });
  const view = await readDeploymentView(stage.deps, id);
  expect(view).toMatchObject({ storage: null, lost: { storage: "s3/log-test" }, status: { kind: "lost" } });
  expect(await readDeploymentView(stage.deps, anId())).toBeUndefined();
});
