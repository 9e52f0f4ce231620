import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import BetterSqlite3 from "better-sqlite3";
import { freePort } from "../free-port.mjs";
import { preparePythonClients } from "../prepare-clients.mjs";
import { step } from "../run-stages.mjs";
import { judge } from "./judge.mjs";
import { end, endGroup, startAgent, startServer } from "./processes.mjs";
import { startRecorder } from "./recorder.mjs";
import { report } from "./report.mjs";

const flowFile = fileURLToPath(new URL("./tick.py", import.meta.url));
const queue = "long-run";
const agentNames = ["agent-1", "agent-2"];
/** It takes about two seconds. */
const backWithinMs = 5000;
const minuteMs = 60_000;
/** Fewer are for trying it out. */
const minutes = Number(process.env.LONG_RUN_MINUTES ?? 10);

/** Due at different seconds, so that two cores can start the processes one after another. */
const schedules = [
  { name: "every-minute", second: 0, options: ["--cron", "* * * * *"] },
  ...[20, 40].map((second) => ({
    name: `interval-${second}`,
    second,
    options: ["--interval", "60", "--anchor-date", `2026-01-01T00:00:${second}+00:00`],
  })),
];

/** When the server is killed: once while a run is at work, once while the process of a granted run starts. */
const kills = [
  { share: 0.3, plusMs: 1000 },
  { share: 0.7, plusMs: 9000 },
].map(({ share, plusMs }) => Math.round(share * minutes) * minuteMs + plusMs);

/**
 * Three deployments due every minute for ten minutes, two real agents on one queue, and a server that is killed twice.
 * What an outage does to runs that met it is counted and printed; everything else must be as if it had not been.
 */
export async function runLongRun(scratch) {
  const prefect = join(dirname(await preparePythonClients(step)), "prefect");
  const folder = join(scratch, "long-run");
  const dataDir = join(folder, "data");
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const start = () => startServer(port, dataDir, join(folder, "server.log"));
  const world = { start, server: await start(), recorder: await startRecorder(port) };
  const env = {
    PREFECT_API_URL: world.recorder.apiUrl,
    PREFECT_AGENT_QUERY_INTERVAL: "5",
    PYTHONWARNINGS: "ignore",
  };
  await deploy(prefect, folder, env);
  const agents = agentNames.map((name) => startAgent({ program: prefect, queue, name, folder, env }));

  const firstMinuteMs = nextMinute(Date.now() + 20_000);
  const endMs = firstMinuteMs + minutes * minuteMs;
  const outages = [];
  for (const atMs of kills) outages.push(await killAndRestart(world, firstMinuteMs + atMs));
  await pause(endMs - Date.now());
  await untilQuiet(dataDir, endMs);
  const lostAgents = agents.filter(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null);
  for (const agent of agents) await endGroup(agent);
  await world.recorder.hangUp();
  await end(world.server, "SIGTERM");

  const { written, statuses } = world.recorder;
  const result = judge({ dataDir, written, outages, firstMinuteMs, endMs, schedules });
  result.checks.push(...outages.map(checkRestart), {
    name: "both agents are still there",
    faults: lostAgents.map(({ exitCode }) => `one ended with exit code ${exitCode}`),
  });
  return report(result, { folder, logs: ["server", ...agentNames], statuses });
}

async function deploy(prefect, folder, env) {
  const cwd = join(folder, "source");
  mkdirSync(cwd);
  copyFileSync(flowFile, join(cwd, "tick.py"));
  for (const { name, options } of schedules) {
    const what = ["tick.py:tick_flow", "-n", name, "-q", queue, ...options];
    await promisify(execFile)(prefect, ["deployment", "build", ...what, "-a", "-o", `${name}.yaml`], {
      cwd,
      env: { ...process.env, ...env, PREFECT_HOME: join(folder, "home") },
    });
  }
}

/** Answers when the server was gone. Clients meet nobody in the meantime. */
async function killAndRestart(world, atMs) {
  await pause(atMs - Date.now());
  const fromMs = Date.now();
  const gone = end(world.server, "SIGKILL");
  await world.recorder.hangUp();
  await gone;
  world.server = await world.start();
  await world.recorder.listen();
  return { fromMs, toMs: Date.now() };
}

function checkRestart({ fromMs, toMs }, at) {
  const tookMs = toMs - fromMs;
  return {
    name: `back ${tookMs} ms after kill ${at + 1}`,
    faults: tookMs > backWithinMs ? [`that is more than ${backWithinMs} ms`] : [],
  };
}

/** Until the runs of the judged minutes have ended, or half a minute has gone by: those of an outage never end. */
async function untilQuiet(dataDir, endMs) {
  const db = new BetterSqlite3(join(dataDir, "blockyard.db"), { readonly: true });
  const open = db
    .prepare(
      "select count(*) from flow_runs where expected_start_time < ? and state_type in ('SCHEDULED', 'PENDING', 'RUNNING')",
    )
    .pluck();
  while (Date.now() < endMs + minuteMs / 2 && open.get(endMs * 1000) > 0) await pause(500);
  db.close();
}

function nextMinute(ms) {
  return Math.ceil(ms / minuteMs) * minuteMs;
}
