import { beforeEach, expect, test } from "vitest";
import { listDeploymentsView } from "@/lib/deployments/list-deployments-view";
import { deploymentsAddress } from "@/lib/deployments/list-query";
import type { Deployment } from "@/lib/deployments/model";
import type { FlowId } from "@/lib/ids";
import { aBlockDocument, aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { aDeployment, aDeploymentSchedule, aFlow } from "@/lib/testing/deployment-builders";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";

let stage: TestStore;
let flowId: FlowId;

beforeEach(async () => {
  stage = await openTestStore();
  const flow = aFlow({ name: "log-flow" });
  flowId = flow.id;
  await stage.store.transaction((tx) => tx.flows.insert(flow));
});

const add = (overrides: Partial<Deployment> = {}) => {
  const deployment = aDeployment({ flowId, ...overrides });
  return stage.store.transaction(async (tx) => {
    await tx.deployments.insert(deployment);
    return deployment;
  });
};
const list = (params: Record<string, string> = {}) =>
  listDeploymentsView(stage.deps, deploymentsAddress.parse(params));
const namesOf = async (params: Record<string, string>) =>
  (await list({ sort: "name", ...params })).rows.map(({ name }) => name);

test("a row names flow, blocks and schedules, and holds nothing of a block's data", async () => {
  const type = aBlockType({ slug: "s3", name: "S3" });
  const schema = aBlockSchema({ blockTypeId: type.id });
  const ids = { blockTypeId: type.id, blockSchemaId: schema.id };
  const block = aBlockDocument({ name: "log-test", ...ids, data: { value: "canary" } });
  await stage.store.transaction(async (tx) => {
    await tx.blockTypes.insert(type);
    await tx.blockSchemas.insert(schema, []);
    await tx.blockDocuments.insert(block, []);
  });
  const { id } = await add({
    name: "nightly",
    storageDocumentId: block.id,
    parameters: new Map([["a", "canary"]]),
  });
  const schedules = [aDeploymentSchedule({ deploymentId: id })];
  await stage.store.transaction((tx) => tx.deployments.replaceSchedules(id, schedules));
  const view = await list();
  expect(view.rows).toMatchObject([
    {
      name: "nightly",
      flow: { name: "log-flow" },
      storage: { name: "log-test", type: { slug: "s3" } },
      infrastructure: null,
      schedules: [{ isActive: true }],
      runs: [],
      status: { label: "No queue" },
    },
  ]);
  expect(JSON.stringify(view)).not.toContain("canary");
});

test("text finds flow and deployment, and filters narrow what it found", async () => {
  await add({ name: "b-paused", isPaused: true, tags: ["etl"] });
  await add({ name: "a-active", tags: ["etl", "x"] });
  expect(await namesOf({ q: "LOG" })).toEqual(["a-active", "b-paused"]);
  expect(await namesOf({ q: "b-p" })).toEqual(["b-paused"]);
  expect(await namesOf({ status: "active" })).toEqual(["a-active"]);
  expect(await namesOf({ tag: "x" })).toEqual(["a-active"]);
  expect(await namesOf({ tag: "etl", status: "paused" })).toEqual(["b-paused"]);
  expect(await list({ q: "nothing" })).toMatchObject({ total: 2, found: 0, rows: [] });
});

test("a page after the last one shows the last one", async () => {
  for (let index = 0; index < 51; index++) await add({ name: `d-${String(index).padStart(2, "0")}` });
  const view = await list({ sort: "name", page: "9" });
  expect(view).toMatchObject({ page: 2, pageCount: 2, found: 51 });
  expect(view.rows.map(({ name }) => name)).toEqual(["d-50"]);
});

test("what makes no sense in the URL counts as absent, and defaults are left out of it", () => {
  const query = deploymentsAddress.parse({ status: "x", sort: "y", page: "-1" });
  expect(query).toEqual({ text: "", tag: "", queue: "", status: "", sort: "updated", page: 1 });
  expect(deploymentsAddress.toPath(query)).toBe("/deployments");
  const narrowed = { ...query, text: "a b", status: "paused", page: 2 } as const;
  expect(deploymentsAddress.toPath(narrowed)).toBe("/deployments?q=a+b&status=paused&page=2");
});
