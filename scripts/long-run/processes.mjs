// The server and the agents of the long run. Whatever ends it also ends them.
import { spawn } from "node:child_process";
import { mkdirSync, openSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Leaders of process groups: what a member starts ends with it. */
const running = new Set();

process.on("exit", () => {
  for (const child of running) killGroup(child, "SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => process.exit(128 + constants.signals[signal]));

/** The built server on a fixed port, so that it can come back where it was. */
export async function startServer(port, dataDir, logFile) {
  const log = openSync(logFile, "a");
  const child = spawnGroup(process.execPath, ["--enable-source-maps", "dist/server.js"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      BLOCKYARD_DATA_DIR: dataDir,
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", log, log],
  });
  preferOverClients(child);
  await untilHealthy(child, port);
  return child;
}

/** On two cores the imports of Python would decide how long a restart takes. Not everybody may ask for it. */
function preferOverClients({ pid }) {
  try {
    setPriority(pid, constants.priority.PRIORITY_ABOVE_NORMAL);
  } catch {
    // Then it has to do as it is.
  }
}

/** Ends a process with this signal and waits until it is gone. */
export async function end(child, signal) {
  if (isOver(child)) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await gone;
  running.delete(child);
}

/** A real agent; the flow runs that it starts belong to its group. */
export function startAgent({ program, queue, name, folder, env }) {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  const log = openSync(join(folder, `${name}.log`), "a");
  return spawnGroup(program, ["agent", "start", "-q", queue], {
    cwd: home,
    env: { ...process.env, ...env, PREFECT_HOME: join(home, "home") },
    stdio: ["ignore", log, log],
  });
}

function spawnGroup(program, args, options) {
  const child = spawn(program, args, { ...options, detached: true });
  running.add(child);
  return child;
}

/** Ends an agent and what it has started. */
export async function endGroup(child) {
  killGroup(child, "SIGTERM");
  if (!isOver(child))
    await Promise.race([new Promise((resolve) => child.once("exit", resolve)), pause(5000)]);
  killGroup(child, "SIGKILL");
  running.delete(child);
}

function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // All of them are gone.
  }
}

function isOver(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

async function untilHealthy(child, port) {
  const deadlineMs = Date.now() + 60_000;
  while (Date.now() < deadlineMs) {
    if (isOver(child)) throw new Error(`the server ended with exit code ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error("the server did not become healthy");
}
