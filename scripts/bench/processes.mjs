// The processes of the bench and its scratch directory. Whatever ends the bench also ends them and removes it.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, constants, tmpdir } from "node:os";
import { join } from "node:path";

/** Everything that the bench writes is below this directory. */
export const scratch = mkdtempSync(join(tmpdir(), "blockyard-bench-"));
const running = new Set();

process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(scratch, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => process.exit(128 + constants.signals[signal]));

/** Servers run on the first core and the generator on the second one, where there are two and something can pin. */
export const isPinned = availableParallelism() > 1 && spawnSync("taskset", ["-V"]).status === 0;

/** Starts `node ...args` on one core. It is killed with the bench. */
export function startNode(args, { core, ...options }) {
  const [program, ...rest] = [
    ...(isPinned ? ["taskset", "-c", String(core)] : []),
    process.execPath,
    ...args,
  ];
  const child = spawn(program, rest, options);
  running.add(child);
  child.on("exit", () => running.delete(child));
  return child;
}

/** Ends a process as an operator would, and waits until it is gone. */
export async function stop(child) {
  child.kill("SIGTERM");
  await exitOf(child);
}

/** @throws Error when the exit code is not 0 */
export async function runToEnd(child, what) {
  const code = await exitOf(child);
  if (code !== 0) throw new Error(`${what} ended with exit code ${code}`);
}

export async function untilItAnswers(child, url) {
  const deadlineMs = Date.now() + 60_000;
  while (Date.now() < deadlineMs) {
    if (isOver(child)) throw new Error(`the server ended with exit code ${child.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within a minute`);
}

/** Microseconds of processor time that a process has used so far; undefined where /proc does not tell. */
export function cpuMicrosOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // In ticks of 10 ms: 100 per second is the value of every Linux that Node runs on.
    return (Number(fields[11]) + Number(fields[12])) * 10_000;
  } catch {
    return undefined;
  }
}

function isOver(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

function exitOf(child) {
  if (isOver(child)) return child.exitCode ?? child.signalCode;
  return new Promise((resolve) => child.on("exit", (code, signal) => resolve(code ?? signal)));
}
