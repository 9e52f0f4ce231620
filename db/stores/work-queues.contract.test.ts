import { beforeEach, describe, expect, it } from "vitest";
import type { WorkQueueFilter } from "@/lib/filters";
import { parseJson } from "@/lib/json";
import type { Store } from "@/lib/store";
import { anId } from "@/lib/testing/builders";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { aWorkPool, aWorkQueue } from "@/lib/testing/queue-builders";
import { aFlowRun, aState } from "@/lib/testing/run-builders";
import { openTestStore } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";
import type { WorkPool } from "@/lib/work-pools/model";
import type { WorkQueue } from "@/lib/work-queues/model";

describe.each(["sqlite"])("work queues on %s", () => {
  let store: Store;
  let pool: WorkPool;

  beforeEach(async () => {
    store = (await openTestStore()).store;
    pool = aWorkPool();
    await store.transaction((tx) => tx.workPools.insert(pool));
  });

  const insert = (...queues: readonly WorkQueue[]) =>
    store.transaction(async (tx) => {
      for (const queue of queues) await tx.workQueues.insert(queue);
    });
  const insertNamed = (...names: readonly string[]) =>
    insert(...names.map((name) => aWorkQueue({ workPoolId: pool.id, name })));
  const namesOf = async (filter: WorkQueueFilter) =>
    (await store.workQueues.list({ workQueues: filter })).map(({ name }) => name);

  it("come back as they were stored", async () => {
    const queue = aWorkQueue({
      workPoolId: pool.id,
      name: "Größe 📦",
      description: "a\nb",
      isPaused: true,
      concurrencyLimit: 0,
      priority: 7,
      filter: parseJson('{"tags":["a"],"n":1.0}'),
      lastPolled: 1_767_225_600_123_456 as Micros, // any instant
    });
    await insert(queue);
    expect(await store.workQueues.byId(queue.id)).toEqual(queue);
    expect(await store.workQueues.byName(pool.id, queue.name)).toEqual(queue);
    expect(await store.workQueues.byIds([queue.id, anId()])).toEqual([queue]);
    expect(await store.workQueues.byName(anId(), queue.name)).toBeUndefined();
    expect(await store.workQueues.byId(anId())).toBeUndefined();
  });

  it("are listed by name and in pages", async () => {
    await insertNamed("b", "B", "a");
    expect(await namesOf({})).toEqual(["B", "a", "b"]);
    const second = await store.workQueues.list({}, { limit: 1, offset: 1 });
    expect(second.map(({ name }) => name)).toEqual(["a"]);
    expect(await store.workQueues.count({})).toBe(3);
  });

  it("are found by name, and by how it begins whatever the case", async () => {
    await insertNamed("test", "Testing", "production", "attest");
    expect(await namesOf({ names: ["test", "none"] })).toEqual(["test"]);
    expect(await namesOf({ nameStartsWith: ["TEST"] })).toEqual(["Testing", "test"]);
    expect(await namesOf({ nameStartsWith: ["test", "prod"] })).toEqual(["Testing", "production", "test"]);
    expect(await namesOf({ names: ["attest"], nameStartsWith: ["test"] })).toEqual([]);
    expect(await namesOf({ operator: "or", names: ["attest"], nameStartsWith: ["test"] })).toEqual([
      "Testing",
      "attest",
      "test",
    ]);
    expect(await namesOf({ names: [] })).toEqual([]);
    expect(await namesOf({ nameStartsWith: [] })).toEqual([]);
  });

  it("are found by id and by pool", async () => {
    const other = aWorkPool();
    await store.transaction((tx) => tx.workPools.insert(other));
    const [own, foreign] = [aWorkQueue({ workPoolId: pool.id }), aWorkQueue({ workPoolId: other.id })];
    await insert(own, foreign);
    expect(await store.workQueues.list({ workQueues: { ids: [foreign.id] } })).toEqual([foreign]);
    expect(await store.workQueues.list({ workPools: { ids: [pool.id] } })).toEqual([own]);
    expect(
      await store.workQueues.list({ workPools: { ids: [pool.id] }, workQueues: { ids: [foreign.id] } }),
    ).toEqual([]);
    expect(await store.workQueues.count({ workPools: { ids: [other.id] } })).toBe(1);
  });

  it("share a name only across pools", async () => {
    const other = aWorkPool();
    await store.transaction((tx) => tx.workPools.insert(other));
    await insertNamed("test");
    await insert(aWorkQueue({ workPoolId: other.id, name: "test" }));
    await expect(insertNamed("test")).rejects.toMatchObject({ code: "conflict" });
    await expect(insert(aWorkQueue({ workPoolId: anId() }))).rejects.toMatchObject({ code: "conflict" });
    expect(await namesOf({})).toEqual(["test", "test"]);
  });

  it("are updated as a whole", async () => {
    const queue = aWorkQueue({ workPoolId: pool.id, concurrencyLimit: 2 });
    await insert(queue);
    const changed = { ...queue, concurrencyLimit: null, isPaused: true };
    await store.transaction((tx) => tx.workQueues.update(changed));
    expect(await store.workQueues.byId(queue.id)).toEqual(changed);
    await expect(
      store.transaction((tx) => tx.workQueues.update(aWorkQueue({ workPoolId: pool.id }))),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("remember when they were polled, and nothing else changes", async () => {
    const [polled, other] = [aWorkQueue({ workPoolId: pool.id }), aWorkQueue({ workPoolId: pool.id })];
    await insert(polled, other);
    const at = 1_767_225_600_000_001 as Micros; // any instant
    await store.transaction((tx) => tx.workQueues.markPolled(polled.id, at));
    expect(await store.workQueues.byId(polled.id)).toEqual({ ...polled, lastPolled: at });
    expect(await store.workQueues.byId(other.id)).toEqual(other);
  });

  it("tell how many of their runs wait, are late and are under way", async () => {
    const [busy, idle] = [aWorkQueue({ workPoolId: pool.id }), aWorkQueue({ workPoolId: pool.id })];
    const flow = aFlow();
    const states = [
      aState(),
      aState({ name: "Late" }),
      aState({ name: "AwaitingRetry" }),
      aState({ type: "PENDING" }),
      aState({ type: "RUNNING" }),
      aState({ type: "CANCELLING" }),
      aState({ type: "COMPLETED" }),
      aState({ type: "PAUSED" }),
    ];
    await insert(busy, idle);
    await store.transaction(async (tx) => {
      await tx.flows.insert(flow);
      for (const state of states) {
        await tx.flowRuns.insert(aFlowRun({ flowId: flow.id, workQueueId: busy.id, state }));
      }
      await tx.flowRuns.insert(aFlowRun({ flowId: flow.id, workQueueId: null, state: aState() }));
    });
    const loads = await store.workQueues.loads([busy.id, idle.id]);
    expect([...loads]).toEqual([[busy.id, { waiting: 3, late: 1, underWay: 3 }]]);
    expect(await store.workQueues.loads([idle.id])).toEqual(new Map());
  });

  it("leave their deployments behind without a queue when deleted", async () => {
    const queue = aWorkQueue({ workPoolId: pool.id, name: "test" });
    const flow = aFlow();
    const deployment = aDeployment({ flowId: flow.id, workQueueId: queue.id, workQueueName: "test" });
    await insert(queue);
    await store.transaction(async (tx) => {
      await tx.flows.insert(flow);
      await tx.deployments.insert(deployment);
    });
    expect(await store.transaction((tx) => tx.workQueues.delete(queue.id))).toBe(true);
    expect(await store.workQueues.list({})).toEqual([]);
    expect(await store.deployments.byId(deployment.id)).toMatchObject({ workQueueId: null });
    expect(await store.transaction((tx) => tx.workQueues.delete(queue.id))).toBe(false);
  });
});
