import { beforeEach, describe, expect, it } from "vitest";
import type { FlowRun } from "@/lib/flow-runs/model";
import type { StateType } from "@/lib/states/model";
import type { Deps, Store } from "@/lib/store";
import { anId } from "@/lib/testing/builders";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { aWorkPool, aWorkQueue } from "@/lib/testing/queue-builders";
import { aFlowRun, aState } from "@/lib/testing/run-builders";
import { openTestStore } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";
import { getRuns } from "@/lib/work-queues/get-runs";

const flow = aFlow();
const pool = aWorkPool();
const queue = aWorkQueue({ workPoolId: pool.id, name: "test" });
const other = aWorkQueue({ workPoolId: pool.id, name: "other" });
const deployment = aDeployment({ flowId: flow.id, workQueueId: queue.id, workQueueName: "test" });
const at = (micros: number) => micros as Micros; // any instant
let deps: Deps;
let store: Store;
let now: Micros;

beforeEach(async () => {
  ({ deps, store } = await openTestStore());
  now = at(1_000_000_000);
  deps = { ...deps, now: () => now };
  await store.transaction(async (tx) => {
    await tx.flows.insert(flow);
    await tx.workPools.insert(pool);
    await tx.workQueues.insert(queue);
    await tx.workQueues.insert(other);
    await tx.deployments.insert(deployment);
  });
});

async function insertRun(
  due: number | null,
  type: StateType = "SCHEDULED",
  overrides: Partial<FlowRun> = {},
) {
  const run = aFlowRun({
    flowId: flow.id,
    deploymentId: deployment.id,
    workQueueId: queue.id,
    state: aState({ type }),
    nextScheduledStartTime: due === null ? null : at(due),
    ...overrides,
  });
  await store.transaction((tx) => tx.flowRuns.insert(run));
  return run;
}

const idsOf = async (before: number | null, limit = 10) =>
  (await getRuns(deps, queue.id, { before: before === null ? null : at(before), limit })).map(({ id }) => id);

const changeQueue = (changes: Partial<typeof queue>) =>
  store.transaction((tx) => tx.workQueues.update({ ...queue, ...changes }));
const changePool = (changes: Partial<typeof pool>) =>
  store.transaction((tx) => tx.workPools.update({ ...pool, ...changes }));

describe("an agent that asks a queue for runs", () => {
  it("gets its scheduled runs that are due, in the order of their times", async () => {
    const late = await insertRun(30);
    const early = await insertRun(10);
    await insertRun(31);
    await insertRun(null, "RUNNING");
    await insertRun(5, "SCHEDULED", { workQueueId: other.id });
    await insertRun(5, "SCHEDULED", { workQueueId: null });
    expect(await idsOf(30)).toEqual([early.id, late.id]);
    expect(await idsOf(30, 1)).toEqual([early.id]);
    expect(await idsOf(null)).toHaveLength(3);
    expect(await idsOf(30, 0)).toEqual([]);
  });

  it("gets none while the queue is paused, or its pool", async () => {
    await insertRun(10);
    await changeQueue({ isPaused: true });
    expect(await idsOf(30)).toEqual([]);
    await changeQueue({});
    expect(await idsOf(30)).toHaveLength(1);
    await changePool({ isPaused: true });
    expect(await idsOf(30)).toEqual([]);
  });

  it("gets no more than the queue's limit leaves room for", async () => {
    for (let due = 1; due <= 5; due++) await insertRun(due);
    for (const type of ["RUNNING", "PENDING", "CANCELLING", "COMPLETED"] as const)
      await insertRun(null, type);
    await changeQueue({ concurrencyLimit: 5 });
    expect(await idsOf(30)).toHaveLength(2);
    await changeQueue({ concurrencyLimit: 3 });
    expect(await idsOf(30)).toEqual([]);
    await changeQueue({ concurrencyLimit: 0 });
    expect(await idsOf(30)).toEqual([]);
    await changeQueue({ concurrencyLimit: 100 });
    expect(await idsOf(30)).toHaveLength(5);
  });

  it("gets no more than the pool's limit leaves room for, with the runs of its other queues", async () => {
    for (let due = 1; due <= 5; due++) await insertRun(due);
    await insertRun(null, "RUNNING", { workQueueId: other.id });
    await changePool({ concurrencyLimit: 3 });
    expect(await idsOf(30)).toHaveLength(2);
    await changeQueue({ concurrencyLimit: 1 });
    expect(await idsOf(30)).toHaveLength(1);
  });

  it("leaves its mark on the queue and on its deployments, also when there is nothing to do", async () => {
    await changeQueue({ isPaused: true });
    await idsOf(30);
    expect(await store.workQueues.byId(queue.id)).toMatchObject({ lastPolled: now, updated: queue.updated });
    expect(await store.deployments.byId(deployment.id)).toMatchObject({ lastPolled: now });
    expect(await store.workQueues.byId(other.id)).toEqual(other);
  });

  it("does not wait for the disk again within a second", async () => {
    const first = now;
    await idsOf(30);
    now = at(now + 999_999);
    await idsOf(30);
    expect((await store.workQueues.byId(queue.id))?.lastPolled).toBe(first);
    now = at(first + 1_000_000);
    await idsOf(30);
    expect((await store.workQueues.byId(queue.id))?.lastPolled).toBe(now);
  });

  it("is told when there is no such queue", async () => {
    await expect(getRuns(deps, anId(), { before: null, limit: 10 })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
