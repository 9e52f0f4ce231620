import { beforeEach, describe, expect, it } from "vitest";
import { deleteDeployment } from "@/lib/deployments/delete-deployment";
import type { Deployment, Schedule } from "@/lib/deployments/model";
import { pauseDeployment } from "@/lib/deployments/pause-deployment";
import type { FlowRun } from "@/lib/flow-runs/model";
import { scheduleRuns } from "@/lib/schedules/schedule-runs";
import type { Deps } from "@/lib/store";
import { aDeployment, aDeploymentSchedule, aFlow } from "@/lib/testing/deployment-builders";
import { aWorkPool, aWorkQueue } from "@/lib/testing/queue-builders";
import { openTestStore } from "@/lib/testing/template-db";
import { createClock, type Micros } from "@/lib/time";

let deps: Deps;
let clockMs: number;
let faults: string[];

beforeEach(async () => {
  const opened = await openTestStore();
  clockMs = Date.UTC(2026, 10, 22, 12, 0, 30);
  deps = { ...opened.deps, now: createClock(() => clockMs) };
  faults = [];
});

async function deploy(
  schedules: readonly (Schedule | { schedule: Schedule; isActive?: boolean; maxScheduledRuns?: number })[],
  overrides: Partial<Deployment> = {},
): Promise<Deployment> {
  const flow = aFlow();
  const deployment = aDeployment({ flowId: flow.id, updated: deps.now(), ...overrides });
  await deps.store.transaction(async (tx) => {
    await tx.flows.insert(flow);
    await tx.deployments.insert(deployment);
    const given = schedules.map((schedule) => ("schedule" in schedule ? schedule : { schedule }));
    await tx.deployments.replaceSchedules(
      deployment.id,
      given.map((schedule) => aDeploymentSchedule({ deploymentId: deployment.id, ...schedule })),
    );
  });
  return deployment;
}

function schedule(changedSince?: Micros): Promise<number> {
  return scheduleRuns(deps, {
    ...(changedSince === undefined ? {} : { changedSince }),
    made: new Map(),
    mayGoOn: async () => true,
    onFault: (id) => faults.push(id),
  });
}

function runsOf({ id }: Deployment): Promise<readonly FlowRun[]> {
  return deps.store.flowRuns.list({ deployments: { ids: [id] } }, "expected_start_time_asc");
}

async function timesOf(deployment: Deployment): Promise<readonly string[]> {
  const runs = await runsOf(deployment);
  return runs.map(({ nextScheduledStartTime }) =>
    new Date((nextScheduledStartTime ?? 0) / 1000).toISOString(),
  );
}

const cron = (text: string, timezone: string | null = null): Schedule => ({
  kind: "cron",
  cron: text,
  timezone,
  dayOr: true,
});

describe("how far ahead", () => {
  it("at least three runs", async () => {
    const deployment = await deploy([cron("0 0 * * *")]);
    expect(await schedule()).toBe(3);
    expect(await timesOf(deployment)).toEqual([
      "2026-11-23T00:00:00.000Z",
      "2026-11-24T00:00:00.000Z",
      "2026-11-25T00:00:00.000Z",
    ]);
  });

  it("at least an hour", async () => {
    const deployment = await deploy([cron("*/10 * * * *")]);
    await schedule();
    const times = await timesOf(deployment);
    expect([times[0], times.at(-1), times.length]).toEqual([
      "2026-11-22T12:10:00.000Z",
      "2026-11-22T13:10:00.000Z",
      7,
    ]);
  });

  it("at most a hundred runs", async () => {
    const every10Seconds = {
      kind: "interval",
      intervalMicros: 10_000_000,
      anchor: 0 as Micros,
      timezone: null,
    } as const;
    expect(await timesOf(await deploy([every10Seconds]))).toEqual([]);
    expect(await schedule()).toBe(100);
  });

  it("at most a hundred days", async () => {
    const deployment = await deploy([cron("0 0 1 * *")]);
    await schedule();
    expect(await timesOf(deployment)).toEqual([
      "2026-12-01T00:00:00.000Z",
      "2027-01-01T00:00:00.000Z",
      "2027-02-01T00:00:00.000Z",
    ]);
    const yearly = await deploy([cron("0 0 1 6 *")]);
    await schedule();
    expect(await timesOf(yearly)).toEqual([]);
  });

  it("no more than a schedule allows", async () => {
    const deployment = await deploy([{ schedule: cron("* * * * *"), maxScheduledRuns: 2 }]);
    await schedule();
    expect(await timesOf(deployment)).toEqual(["2026-11-22T12:01:00.000Z", "2026-11-22T12:02:00.000Z"]);
  });
});

describe("a run", () => {
  it("has what the deployment has, and a key that says for which time it is", async () => {
    const pool = aWorkPool();
    const queue = aWorkQueue({ workPoolId: pool.id });
    await deps.store.transaction(async (tx) => {
      await tx.workPools.insert(pool);
      await tx.workQueues.insert(queue);
    });
    const deployment = await deploy([cron("0 9 * * *", "Europe/Berlin")], {
      tags: ["nightly"],
      version: "7",
      parameters: new Map([["name", "ada"]]),
      workQueueId: queue.id,
      workQueueName: queue.name,
    });
    await schedule();
    const [run] = await runsOf(deployment);
    expect(run).toMatchObject({
      flowId: deployment.flowId,
      deploymentVersion: "7",
      parameters: new Map([["name", "ada"]]),
      tags: ["auto-scheduled", "nightly"],
      workQueueId: queue.id,
      workQueueName: queue.name,
      isAutoScheduled: true,
      createdBy: null,
      runCount: 0,
      startTime: null,
      idempotencyKey: `scheduled ${deployment.id} 2026-11-23T08:00:00+00:00`,
    });
    const at = Date.UTC(2026, 10, 23, 8) * 1000;
    expect(run?.expectedStartTime).toBe(at);
    expect(run?.state).toMatchObject({ type: "SCHEDULED", name: "Scheduled", message: "Flow run scheduled" });
    expect(run?.state?.details).toMatchObject({ flowRunId: run?.id, scheduledTime: at });
    const due = { queueIds: [queue.id], before: at as Micros, limit: 10 };
    expect((await deps.store.flowRuns.due(due)).map(({ id }) => id)).toEqual([run?.id]);
  });

  it("is made once for one time, however often and by whichever schedule", async () => {
    const deployment = await deploy([cron("0 * * * *"), cron("0 */2 * * *")]);
    await schedule();
    const before = await runsOf(deployment);
    expect(new Set(before.map(({ nextScheduledStartTime }) => nextScheduledStartTime)).size).toBe(
      before.length,
    );
    expect(await schedule()).toBe(0);
    expect(await runsOf(deployment)).toEqual(before);
  });

  it("is made once for one time, though schedules of different zones reach it in different rounds", async () => {
    const newYork: Schedule = { kind: "cron", cron: "0 23 * * *", timezone: "America/New_York", dayOr: true };
    const deployment = await deploy([cron("0 * * * *"), newYork]);
    for (let round = 0; round < 16; round++) {
      await schedule();
      clockMs += 3_600_000;
    }
    const times = await timesOf(deployment);
    expect(times).toContain("2026-11-23T04:00:00.000Z");
    expect(new Set(times).size).toBe(times.length);
  });

  it("is not made again after it was started", async () => {
    const deployment = await deploy([cron("0 0 * * *")]);
    await schedule();
    const [first] = await runsOf(deployment);
    if (!first?.state) throw new Error("expected a run");
    const state = { ...first.state, id: deps.newId<typeof first.state.id>(), type: "PENDING" } as const;
    await deps.store.transaction((tx) => tx.flowRuns.enterState({ ...first, state }));
    expect(await schedule()).toBe(0);
    expect(await timesOf(deployment)).toHaveLength(3);
  });
});

describe("which deployments", () => {
  it("none that is paused, and no schedule that is switched off", async () => {
    const paused = await deploy([cron("0 * * * *")], { isPaused: true });
    const inactive = await deploy([{ schedule: cron("0 * * * *"), isActive: false }]);
    expect(await schedule()).toBe(0);
    expect([...(await timesOf(paused)), ...(await timesOf(inactive))]).toEqual([]);
  });

  it("more than fit into one batch", async () => {
    for (let index = 0; index < 45; index++) await deploy([cron("0 0 * * *")]);
    expect(await schedule()).toBe(45 * 3);
  });

  it("only those that were changed, when asked", async () => {
    const old = await deploy([cron("0 0 * * *")]);
    clockMs += 60_000;
    const since = deps.now();
    const changed = await deploy([cron("0 0 * * *")]);
    expect(await schedule(since)).toBe(3);
    expect(await timesOf(old)).toEqual([]);
    expect(await timesOf(changed)).toHaveLength(3);
  });

  it("one with a schedule that cannot be worked with does not hold up the others", async () => {
    const broken = await deploy([cron("not a cron")]);
    const sound = await deploy([cron("0 0 * * *")]);
    expect(await schedule()).toBe(3);
    expect(faults).toEqual([broken.id]);
    expect(await timesOf(sound)).toHaveLength(3);
  });

  it("a round that may not go on ends after its batch", async () => {
    for (let index = 0; index < 25; index++) await deploy([cron("0 0 * * *")]);
    const made = await scheduleRuns(deps, { made: new Map(), mayGoOn: async () => false, onFault: () => {} });
    expect(made).toBe(20 * 3);
  });
});

it("pausing and deleting a deployment take its runs away", async () => {
  const paused = await deploy([cron("0 * * * *")]);
  const deleted = await deploy([cron("0 * * * *")]);
  await schedule();
  await pauseDeployment(deps, paused.id);
  await deleteDeployment(deps, deleted.id);
  expect(await deps.store.flowRuns.count({})).toBe(0);
});

it("a deployment that is paused or deleted while its runs are planned gets none", async () => {
  const { store } = deps;
  const paused = await deploy([cron("0 * * * *")]);
  const deleted = await deploy([cron("0 * * * *")]);
  const untouched = await deploy([cron("0 0 * * *")]);
  const transaction: typeof store.transaction = async (body) => {
    await pauseDeployment({ ...deps, store }, paused.id);
    await deleteDeployment({ ...deps, store }, deleted.id);
    return store.transaction(body);
  };
  deps = { ...deps, store: { ...store, transaction } };
  expect(await schedule()).toBe(3);
  expect(await timesOf(paused)).toEqual([]);
  expect(await timesOf(untouched)).toHaveLength(3);
});

it("what an earlier round made is offered again only after a change of the deployment", async () => {
  const deployment = await deploy([cron("* * * * *")]);
  const made = new Map();
  const round = () => scheduleRuns(deps, { made, mayGoOn: async () => true, onFault: () => {} });
  expect(await round()).toBe(61);
  expect(await round()).toBe(0);
  clockMs += 120_000;
  expect(await round()).toBe(2);
  expect(await round()).toBe(0);
  await deps.store.transaction(async (tx) => {
    await tx.flowRuns.deleteAutoScheduled([deployment.id]);
    await tx.deployments.update({ ...deployment, updated: deps.now() });
  });
  expect(await round()).toBe(61);
});

it("what could not be written is made by the next round", async () => {
  const { store } = deps;
  const deployment = await deploy([cron("0 0 * * *")]);
  const made = new Map();
  const round = (given: Deps) => scheduleRuns(given, { made, mayGoOn: async () => true, onFault: () => {} });
  const failing = { ...store, transaction: () => Promise.reject(new Error("disk full")) };
  await expect(round({ ...deps, store: failing })).rejects.toThrow("disk full");
  expect(await round(deps)).toBe(3);
  expect(await timesOf(deployment)).toHaveLength(3);
});

it("a schedule that reaches far ahead does not hide that another one runs out", async () => {
  await deploy([cron("* * * * *"), cron("30 0 * * *")]);
  const made = new Map();
  const round = () => scheduleRuns(deps, { made, mayGoOn: async () => true, onFault: () => {} });
  expect(await round()).toBe(64);
  clockMs += 60_000;
  expect(await round()).toBe(1);
});
