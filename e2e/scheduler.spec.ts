import { rm } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { makeDataDir, type RunningServer, startServer } from "./support/server.ts";

type Run = { readonly idempotency_key: string; readonly expected_start_time: string };

async function post(server: RunningServer, path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${server.apiUrl}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

async function deploy(server: RunningServer, name: string): Promise<void> {
  const flow = (await post(server, "/flows/", { name: "scheduled" })) as { readonly id: string };
  const schedule = { cron: "* * * * *", timezone: "UTC" };
  await post(server, "/deployments/", {
    name,
    flow_id: flow.id,
    schedules: [{ schedule, active: true }],
    work_queue_name: "nobody-asks",
  });
}

async function runsOf(server: RunningServer, name: string): Promise<readonly Run[]> {
  return (await post(server, "/flow_runs/filter", {
    deployments: { name: { any_: [name] } },
    sort: "EXPECTED_START_TIME_ASC",
    limit: 200,
  })) as readonly Run[];
}

/** An hour of them, minute by minute, each once. */
async function expectAnHourOfRuns(server: RunningServer, name: string): Promise<void> {
  await expect.poll(async () => (await runsOf(server, name)).length, { timeout: 30_000 }).toBeGreaterThan(59);
  const runs = await runsOf(server, name);
  expect(new Set(runs.map((run) => run.idempotency_key)).size).toBe(runs.length);
  const minutes = runs.map((run) => Date.parse(run.expected_start_time) / 60_000);
  expect(minutes).toEqual(minutes.map((_, index) => (minutes[0] ?? 0) + index));
}

test("a server that is killed is followed by another one, and no run is made twice", async () => {
  test.setTimeout(180_000);
  const dataDir = await makeDataDir();
  const first = await startServer({ dataDir });
  const second = await startServer({ dataDir });
  await deploy(second, "before");
  await expectAnHourOfRuns(second, "before");

  await first.kill();
  await deploy(second, "while-one-is-dead");
  await expectAnHourOfRuns(second, "while-one-is-dead");

  const again = await startServer({ dataDir });
  expect(await second.stop()).toBe(0);
  await deploy(again, "after-the-other-stopped");
  await expectAnHourOfRuns(again, "after-the-other-stopped");
  await expectAnHourOfRuns(again, "before");
  await expectAnHourOfRuns(again, "while-one-is-dead");

  await again.kill();
  const alone = await startServer({ dataDir, env: { BLOCKYARD_SCHEDULER: "off" } });
  await deploy(alone, "nobody-schedules");
  await expectAnHourOfRuns(alone, "before");
  expect(await runsOf(alone, "nobody-schedules")).toEqual([]);
  expect(await alone.stop()).toBe(0);
  await rm(dataDir, { recursive: true, force: true });
});
