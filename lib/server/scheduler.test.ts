import { afterEach, beforeEach, expect, it } from "vitest";
import { openSqlite } from "@/db/sqlite";
import { openStore } from "@/db/stores/open-store";
import type { Deployment, Schedule } from "@/lib/deployments/model";
import { createLogger } from "@/lib/log/logger";
import { createScheduler, type Scheduler } from "@/lib/server/scheduler";
import { aDeployment, aDeploymentSchedule, aFlow } from "@/lib/testing/deployment-builders";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";
import { createClock } from "@/lib/time";

let opened: TestStore;
let other: ReturnType<typeof openSqlite>;
let clockMs: number;
let lines: string[];

beforeEach(async () => {
  opened = await openTestStore();
  other = openSqlite({ file: opened.file });
  clockMs = Date.UTC(2026, 10, 22, 12, 0, 30);
  lines = [];
});

afterEach(() => other.close());

/** Servers share the file and the time, nothing else. */
function aServer(store = opened.store): Scheduler {
  const log = createLogger("info", { write: (line) => lines.push(line) });
  return createScheduler({ ...opened.deps, store, now: createClock(() => clockMs), log });
}

const aSecondServer = () => aServer(openStore(other, opened.cipher));

async function deploy(cron = "0 0 * * *"): Promise<Deployment> {
  const flow = aFlow();
  const deployment = aDeployment({ flowId: flow.id, updated: createClock(() => clockMs)() });
  const schedule: Schedule = { kind: "cron", cron, timezone: null, dayOr: true };
  await opened.store.transaction(async (tx) => {
    await tx.flows.insert(flow);
    await tx.deployments.insert(deployment);
    const schedules = [aDeploymentSchedule({ deploymentId: deployment.id, schedule })];
    await tx.deployments.replaceSchedules(deployment.id, schedules);
  });
  return deployment;
}

function runsOf(...deployments: readonly Deployment[]): Promise<number> {
  return opened.store.flowRuns.count({ deployments: { ids: deployments.map(({ id }) => id) } });
}

async function wait(scheduler: Scheduler, seconds: number): Promise<void> {
  clockMs += seconds * 1000;
  await scheduler.tick();
}

it("begins with all deployments, takes changed ones every round and offers all again after ten minutes", async () => {
  const old = await deploy();
  clockMs += 3_600_000;
  const scheduler = aServer();
  await scheduler.tick();
  expect(await runsOf(old)).toBe(3);

  const created = await deploy();
  await wait(scheduler, 5);
  expect(await runsOf(created)).toBe(3);

  await opened.store.transaction((tx) => tx.flowRuns.deleteAutoScheduled([old.id]));
  await wait(scheduler, 5);
  expect(await runsOf(old)).toBe(0);
  await wait(scheduler, 600);
  expect(await runsOf(old)).toBe(3);
});

it("marks runs that nobody took, and later ones are made in their place", async () => {
  const deployment = await deploy("* * * * *");
  const scheduler = aServer();
  await scheduler.tick();
  const before = await runsOf(deployment);
  await wait(scheduler, 50);
  const late = await opened.store.flowRuns.count({ flowRuns: { state: { names: ["Late"] } } });
  expect(late).toBe(1);
  await wait(scheduler, 20);
  expect(await runsOf(deployment)).toBe(before + 1);
});

it("of two servers on one database one schedules; the other takes over when that one falls silent", async () => {
  const [first, second] = [aServer(), aSecondServer()];
  await first.tick();
  const deployment = await deploy();
  await second.tick();
  expect(await runsOf(deployment)).toBe(0);
  await wait(second, 9);
  expect(await runsOf(deployment)).toBe(0);
  await wait(second, 2);
  expect(await runsOf(deployment)).toBe(3);
  await wait(first, 1);
  const later = await deploy();
  await wait(first, 1);
  expect(await runsOf(later)).toBe(0);
});

it("a server that stops lets another one take over at once", async () => {
  const [first, second] = [aServer(), aSecondServer()];
  await first.tick();
  const deployment = await deploy();
  await first.stop();
  await second.tick();
  expect(await runsOf(deployment)).toBe(3);
});

it("a server that takes over makes no run again", async () => {
  const deployments = [await deploy("0 * * * *"), await deploy("*/5 * * * *")];
  const [first, second] = [aServer(), aSecondServer()];
  await first.tick();
  const before = await runsOf(...deployments);
  expect(before).toBeGreaterThan(10);
  await wait(second, 11);
  expect(await runsOf(...deployments)).toBe(before);
});

it("an error ends the round with a line in the log, and the next round works", async () => {
  const deployment = await deploy();
  const broken = aServer({ ...opened.store, transaction: () => Promise.reject(new Error("disk full")) });
  await broken.tick();
  expect(lines.join()).toContain("scheduler round failed");
  expect(lines.join()).toContain("disk full");
  await broken.stop();
  await aServer().tick();
  expect(await runsOf(deployment)).toBe(3);
});

it("after its stop nothing is scheduled any more", async () => {
  const scheduler = aServer();
  await scheduler.stop();
  const deployment = await deploy();
  await scheduler.tick();
  expect(await runsOf(deployment)).toBe(0);
});
