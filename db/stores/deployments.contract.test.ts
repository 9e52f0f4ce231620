import { beforeEach, describe, expect, it } from "vitest";
import type { Dialect } from "@/db/dialect";
import type { Deployment } from "@/lib/deployments/model";
import type { Flow } from "@/lib/flows/model";
import type { BlockDocumentId, DeploymentId, FlowId, WorkPoolId, WorkQueueId } from "@/lib/ids";
import { isJsonObject, type JsonObject, parseJson, printJson } from "@/lib/json";
import type { Store } from "@/lib/store";
import { anId } from "@/lib/testing/builders";
import { aDeployment, aDeploymentSchedule, aFlow } from "@/lib/testing/deployment-builders";
import { openTestStore } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";

describe.each(["sqlite"])("deployments on %s", () => {
  let store: Store;
  let dialect: Dialect;
  let flow: Flow;

  beforeEach(async () => {
    ({ store, dialect } = await openTestStore());
    flow = aFlow();
    await store.transaction((tx) => tx.flows.insert(flow));
  });

  const insert = (...deployments: readonly Deployment[]) =>
    store.transaction(async (tx) => {
      for (const deployment of deployments) await tx.deployments.insert(deployment);
    });

  it("are found by id, by ids and by flow and name, with JSON to the letter", async () => {
    const text = '{"z":1.0,"10":"x","2":[1e400,null],"nested":{"b":true,"a":{}}}';
    const one = aDeployment({
      flowId: flow.id,
      name: "log-flow-s3",
      tags: ["b", "a"],
      parameters: object(text),
      infraOverrides: object(text),
      parameterSchema: parseJson(text),
      pullSteps: parseJson('[{"x":1.50}]'),
      entrypoint: "log_flow.py:log_flow",
    });
    await insert(one, aDeployment({ flowId: flow.id }));
    const found = await store.deployments.byId(one.id);
    expect(found).toEqual(one);
    expect(found && printJson(found.parameters)).toBe(text);
    expect(found && printJson(found.infraOverrides)).toBe(text);
    expect(found && printJson(found.parameterSchema)).toBe(text);
    expect(await store.deployments.byName(flow.id, "log-flow-s3")).toEqual(one);
    expect(await store.deployments.byName(anId<FlowId>(), "log-flow-s3")).toBeUndefined();
    expect(await store.deployments.byIds([one.id, anId<DeploymentId>()])).toEqual([one]);
  });

  it("have names that are unique within their flow", async () => {
    const other = aFlow();
    await store.transaction((tx) => tx.flows.insert(other));
    await insert(
      aDeployment({ flowId: flow.id, name: "daily" }),
      aDeployment({ flowId: other.id, name: "daily" }),
    );
    await expect(insert(aDeployment({ flowId: flow.id, name: "daily" }))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("exists already"),
    });
  });

  it.each([
    ["flow", () => aDeployment({ flowId: anId<FlowId>() })],
    ["storage block", () => aDeployment({ flowId: flow.id, storageDocumentId: anId<BlockDocumentId>() })],
    ["work queue", () => aDeployment({ flowId: flow.id, workQueueId: anId<WorkQueueId>() })],
  ])("cannot be written with an unknown %s", async (_, build) => {
    await expect(insert(build())).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("does not exist"),
    });
  });

  it("are updated and deleted, and only those that exist", async () => {
    const one = aDeployment({ flowId: flow.id });
    await insert(one);
    const changed = { ...one, description: "changed", isPaused: true };
    await store.transaction((tx) => tx.deployments.update(changed));
    expect(await store.deployments.byId(one.id)).toEqual(changed);
    expect(await store.transaction((tx) => tx.deployments.delete(one.id))).toBe(true);
    expect(await store.transaction((tx) => tx.deployments.delete(one.id))).toBe(false);
    await expect(store.transaction((tx) => tx.deployments.update(one))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it.each([
    ["created_desc", ["a", "c", "b"]],
    ["updated_desc", ["b", "a", "c"]],
    ["name_asc", ["a", "b", "c"]],
    ["name_desc", ["c", "b", "a"]],
  ] as const)("are listed %s, page by page", async (sort, names) => {
    const [b, c, a] = ["b", "c", "a"].map((name) => aDeployment({ flowId: flow.id, name }));
    if (!a || !b || !c) throw new Error("three were made");
    await insert(b, c, a);
    await store.transaction((tx) => tx.deployments.update({ ...b, updated: aFlow().updated }));
    const namesOf = (found: readonly Deployment[]) => found.map((deployment) => deployment.name);
    expect(namesOf(await store.deployments.list({}, sort))).toEqual(names);
    expect(namesOf(await store.deployments.list({}, sort, { limit: 2, offset: 1 }))).toEqual(names.slice(1));
    expect(await store.deployments.count({ deployments: { ids: [a.id, b.id] } })).toBe(2);
  });

  it("keep their schedules in the order given, and lose them with the deployment", async () => {
    const [one, other] = [aDeployment({ flowId: flow.id }), aDeployment({ flowId: flow.id })];
    await insert(one, other);
    const first = aDeploymentSchedule({
      deploymentId: one.id,
      schedule: { kind: "interval", intervalMicros: 1, anchor: 5 as Micros, timezone: null },
    });
    const second = aDeploymentSchedule({ deploymentId: one.id, maxActiveRuns: 2, catchup: true });
    await store.transaction((tx) => tx.deployments.replaceSchedules(one.id, [second, first]));
    expect(await store.deployments.schedulesOf([one.id, other.id])).toEqual([second, first]);
    await store.transaction((tx) => tx.deployments.replaceSchedules(one.id, [first]));
    expect(await store.deployments.schedulesOf([one.id])).toEqual([first]);
    await store.transaction((tx) => tx.deployments.delete(one.id));
    expect(await store.deployments.schedulesOf([one.id])).toEqual([]);
  });

  it("are scheduled unless they are paused or have no active schedule", async () => {
    const build = (overrides: Partial<Deployment> = {}) => aDeployment({ flowId: flow.id, ...overrides });
    const [early, paused, idle, bare, late] = [build(), build({ isPaused: true }), build(), build(), build()];
    await insert(early, paused, idle, bare, late);
    await store.transaction(async (tx) => {
      for (const { id } of [early, paused, late]) {
        const schedules = [false, true].map((isActive) =>
          aDeploymentSchedule({ deploymentId: id, isActive }),
        );
        await tx.deployments.replaceSchedules(id, schedules);
      }
      const inactive = aDeploymentSchedule({ deploymentId: idle.id, isActive: false });
      await tx.deployments.replaceSchedules(idle.id, [inactive]);
    });
    expect(await store.deployments.scheduled({ limit: 10 })).toEqual([early, late]);
    expect(await store.deployments.scheduled({ limit: 1 })).toEqual([early]);
    expect(await store.deployments.scheduled({ limit: 1, after: early.id })).toEqual([late]);
    expect(await store.deployments.scheduled({ limit: 10, changedSince: late.updated })).toEqual([late]);
  });

  it("remember when an agent asked their queue, and outlive the queue", async () => {
    const queueId = await insertQueue(dialect);
    const one = aDeployment({ flowId: flow.id, workQueueId: queueId, workQueueName: "test" });
    const other = aDeployment({ flowId: flow.id });
    await insert(one, other);
    await store.transaction((tx) => tx.deployments.markPolled(queueId, 77 as Micros));
    expect(await store.deployments.byId(one.id)).toEqual({ ...one, lastPolled: 77 });
    expect(await store.deployments.byId(other.id)).toEqual(other);
    await dialect.transaction(async (db) => {
      await db.delete(dialect.tables.workPools);
    });
    expect(await store.deployments.byId(one.id)).toMatchObject({ workQueueId: null, workQueueName: "test" });
  });
});

function object(text: string): JsonObject {
  const json = parseJson(text);
  if (!isJsonObject(json)) throw new TypeError("not an object");
  return json;
}

async function insertQueue(dialect: Dialect): Promise<WorkQueueId> {
  const { workPools, workQueues } = dialect.tables;
  const times = { created: 1 as Micros, updated: 1 as Micros };
  const pool = { ...times, id: anId<WorkPoolId>(), name: "default-agent-pool", type: "prefect-agent" };
  const queue = { ...times, id: anId<WorkQueueId>(), name: "test", description: "", priority: 1 };
  await dialect.transaction(async (db) => {
    await db.insert(workPools).values({ ...pool, baseJobTemplate: new Map(), isPaused: false });
    await db.insert(workQueues).values({ ...queue, workPoolId: pool.id, isPaused: false });
  });
  return queue.id;
}
