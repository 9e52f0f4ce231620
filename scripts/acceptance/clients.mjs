import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { freePort } from "../free-port.mjs";
import { cacheDir, preparePythonClients, prepareVenv } from "../prepare-clients.mjs";
import { step, stepWithOutput } from "../run-stages.mjs";

const allowedLines = ".ci/p3-stderr-allowed.txt";

/** The real Prefect clients: 2.20 with blocks, deployments, agent and runs, and 3.x, which must have nothing to complain about. */
export async function runClients(suite, scratch) {
  // The suite makes what it needs where it does not find it, which takes it many minutes.
  const home = process.env.CLIENTS_HOME ?? join(cacheDir, "blockyard-clients");
  linkVenv(join(home, "p2"), dirname(dirname(await preparePythonClients(step))));
  const python3x = await prepareVenv(step, join(home, "p3"), ".ci/p3-requirements.txt");
  const env = { CLIENTS_HOME: home, S3_PORT: process.env.S3_PORT ?? String(await freePort()) };
  const script = join(suite, "run.sh");
  const results = [
    await runClient2(script, env),
    await runClient3(script, python3x, { ...env, STDERR_FILE: join(scratch, "p3-stderr.txt") }),
  ];
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return { passed: sum("passed"), failed: sum("failed") };
}

/** The 2.20 client of the browser tests is the same: one environment serves both. */
function linkVenv(path, venv) {
  if (existsSync(join(path, ".ready"))) return;
  rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(venv, path);
}

async function runClient2(script, env) {
  const { isOk, output } = await runWithServer(["bash", script, ..."abcdefgh"], env);
  const passed = countLines(output, /^\[ *[0-9.]+s\] ok /gm);
  const failed = countLines(output, /^\[ *[0-9.]+s\] BAD |^CHECK FAILED/gm);
  return { passed, failed: failed || (isOk && passed > 0 ? 0 : 1) };
}

/** Counts the blocks of the suite, the events of our own script, and the check of what both print as complaints. */
async function runClient3(script, python, env) {
  const commands = `exec 2>"$STDERR_FILE"; bash "$1" p3; PREFECT_HOME="$CLIENTS_HOME/home3" "$2" "$3"`;
  const args = ["bash", "-c", commands, "p3", script, python, "e2e/clients/emit_events.py"];
  const { output } = await runWithServer(args, env);
  const unexpected = readUnexpected(env.STDERR_FILE);
  for (const line of unexpected) console.log(`p3 printed on standard error: ${line}`);
  const passed = countLines(output, /^OK$/gm);
  return { passed: passed + (unexpected.length === 0 ? 1 : 0), failed: 2 - passed + unexpected.length };
}

function runWithServer(command, env) {
  return stepWithOutput("node", ["scripts/with-server.mjs", ...command], env);
}

/** The lines that no pattern of the committed list matches. */
function readUnexpected(file) {
  if (!existsSync(file)) return ["(nothing was run)"];
  const linesOf = (path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  const patterns = linesOf(allowedLines)
    .filter((line) => !line.startsWith("#"))
    .map((line) => new RegExp(`^(?:${line})$`));
  return linesOf(file).filter((line) => !patterns.some((pattern) => pattern.test(line)));
}

function countLines(output, pattern) {
  return output.match(pattern)?.length ?? 0;
}
