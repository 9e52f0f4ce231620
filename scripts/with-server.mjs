// usage: with-server.mjs COMMAND [ARG ...]: runs the command with PREFECT_API_URL of a built server that is started on a
// free port with an empty data directory, and stops it afterwards. With SERVER_LOG=FILE the server logs every request,
// into that file.
import { spawn } from "node:child_process";
import { mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.mjs";

const [program, ...args] = process.argv.slice(2);
if (!program) {
  console.error("usage: with-server.mjs COMMAND [ARG ...]");
  process.exit(2);
}

const data = mkdtempSync(join(tmpdir(), "blockyard-data-"));
const port = await freePort();
const log = process.env.SERVER_LOG;
const server = spawn(process.execPath, ["scripts/bootstrap.mjs", "start"], {
  env: { ...process.env, PORT: String(port), BLOCKYARD_DATA_DIR: data, LOG_LEVEL: log ? "info" : "warn" },
  stdio: ["ignore", log ? openSync(log, "a") : "inherit", "inherit"],
});
let child;
// A signal ends the command; what follows then stops the server and removes its data as after any other end.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"])
  process.on(signal, () => (child ?? server).kill(signal));
let code = 1;
try {
  await untilHealthy();
  child = spawn(program, args, {
    env: { ...process.env, PREFECT_API_URL: `http://127.0.0.1:${port}/api` },
    stdio: "inherit",
  });
  code = await exitOf(child);
} finally {
  server.kill("SIGTERM");
  await exitOf(server);
  rmSync(data, { recursive: true, force: true });
}
process.exit(code);

async function untilHealthy() {
  const deadlineMs = Date.now() + 300_000;
  while (Date.now() < deadlineMs) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Error(`the server ended with exit code ${server.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the server did not become healthy");
}

function exitOf(started) {
  if (started.exitCode !== null || started.signalCode !== null) return started.exitCode ?? 1;
  return new Promise((resolve) => started.on("exit", (exit) => resolve(exit ?? 1)));
}
