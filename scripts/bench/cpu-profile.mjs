// Where our server spends its time in one case: functions by their own time, from Node's sampling profiler.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stop } from "./processes.mjs";

const shown = 30;
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Puts load on one server for a while and answers lines that name what took its time. */
export async function profileCase(startServer, generate, job, { durationMs, connections }) {
  const server = await startServer();
  const requestsOf = async (milliseconds) =>
    generate({ port: server.port, requests: job(server), durationMs: milliseconds, connections });
  await requestsOf(durationMs / 4);
  const from = nowMicros();
  const { requests } = await requestsOf(durationMs);
  const to = nowMicros();
  await stop(server.child);
  const [file] = readdirSync(server.dataDir).filter((name) => name.endsWith(".cpuprofile"));
  const profile = JSON.parse(readFileSync(join(server.dataDir, file), "utf8"));
  return summarize(profile, { from, to, requests });
}

/** The options of Node that make it write a profile into the directory when it ends. */
export function profileOptions(dataDir) {
  return ["--cpu-prof", "--cpu-prof-interval=500", `--cpu-prof-dir=${dataDir}`];
}

/** The clock of the profiler. */
function nowMicros() {
  return Number(process.hrtime.bigint() / 1000n);
}

function summarize(profile, { from, to, requests }) {
  const ownMicros = ownTimes(profile, from, to);
  const functions = sumBy(profile.nodes, ownMicros, nameOf);
  const files = sumBy(
    profile.nodes,
    ownMicros,
    ({ callFrame }) => fileOf(callFrame) || callFrame.functionName,
  );
  const busy = to - from - (functions.get("(idle)") ?? 0);
  const lines = (entries) =>
    [...entries]
      .filter(([name]) => name !== "(idle)")
      .sort(([, a], [, b]) => b - a)
      .slice(0, shown)
      .map(([name, micros]) => `${percent(micros, busy)} ${perRequest(micros, requests)}  ${name}`);
  return [
    `${requests} requests, ${(busy / requests).toFixed(0)} us busy each; share of the busy time, us per request`,
    ...lines(functions),
    "by file:",
    ...lines(files),
  ];
}

function ownTimes({ startTime, samples, timeDeltas }, from, to) {
  const own = new Map();
  let at = startTime;
  for (const [index, node] of samples.entries()) {
    at += timeDeltas[index];
    if (at < from || at > to) continue;
    own.set(node, (own.get(node) ?? 0) + (timeDeltas[index + 1] ?? 0));
  }
  return own;
}

function sumBy(nodes, own, keyOf) {
  const sums = new Map();
  for (const node of nodes) {
    const micros = own.get(node.id);
    if (micros !== undefined) sums.set(keyOf(node), (sums.get(keyOf(node)) ?? 0) + micros);
  }
  return sums;
}

function nameOf({ callFrame }) {
  const file = fileOf(callFrame);
  const name = callFrame.functionName || "(anonymous)";
  return file ? `${name}  ${file}:${callFrame.lineNumber + 1}` : name;
}

function fileOf({ url }) {
  return url.replace("file://", "").replace(root, "").replace("node_modules/", "");
}

function percent(part, whole) {
  return `${((100 * part) / whole).toFixed(1).padStart(5)} %`;
}

function perRequest(micros, requests) {
  return (micros / requests).toFixed(1).padStart(7);
}
