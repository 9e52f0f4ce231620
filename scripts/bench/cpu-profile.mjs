// Where our server spends its time in one case, from Node's sampling profiler. Native calls (SQLite, the disk) count as
// own time of the function that calls them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stop } from "./processes.mjs";

const shown = 30;
const root = fileURLToPath(new URL("../..", import.meta.url));
const bundle = readFileSync(join(root, "dist/server.js"), "utf8").split("\n");

/** The options of Node that make it write a profile into the directory when it ends. */
export function profileOptions(dataDir) {
  return ["--cpu-prof", "--cpu-prof-interval=500", `--cpu-prof-dir=${dataDir}`];
}

/** Puts the requests on a server that was started with these options, ends it, and answers lines for people. */
export async function profileServer(server, generate, requests, { durationMs, connections }) {
  const load = (milliseconds) =>
    generate({ port: server.port, requests, durationMs: milliseconds, connections });
  await load(durationMs / 4);
  const from = nowMicros();
  const { requests: answered } = await load(durationMs);
  const to = nowMicros();
  await stop(server.child);
  const [file] = readdirSync(server.dataDir).filter((name) => name.endsWith(".cpuprofile"));
  const profile = JSON.parse(readFileSync(join(server.dataDir, file), "utf8"));
  return summarize(profile, { from, to, requests: answered });
}

/** The clock of the profiler. */
function nowMicros() {
  return Number(process.hrtime.bigint() / 1000n);
}

function summarize({ nodes, ...profile }, { from, to, requests }) {
  const stacks = stacksOf(nodes);
  const own = ownTimes(profile, from, to);
  const sums = { own: new Map(), all: new Map(), file: new Map() };
  for (const [id, micros] of own) {
    const stack = stacks.get(id);
    if (stack[0].functionName === "(idle)") continue;
    add(sums.own, nameOf(stack[0]), micros);
    add(sums.file, fileOf(stack[0]) || nameOf(stack[0]), micros);
    for (const name of new Set(stack.filter(isOurs).map(nameOf))) add(sums.all, name, micros);
  }
  const busy = [...sums.own.values()].reduce((total, micros) => total + micros, 0);
  const lines = (entries) =>
    [...entries]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, shown)
      .map(([name, micros]) => `${percent(micros, busy)} ${perRequest(micros, requests)}  ${name}`);
  return [
    `${requests} requests, ${(busy / requests).toFixed(0)} us each; share of that, us per request`,
    "own time:",
    ...lines(sums.own),
    "with what they call, functions of the bundle:",
    ...lines(sums.all),
    "own time by file:",
    ...lines(sums.file),
  ];
}

/** The frames from each node up to the root. */
function stacksOf(nodes) {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const stacks = new Map();
  for (const { id } of nodes) {
    const stack = [];
    for (let at = id; at !== undefined; at = parents.get(at)) stack.push(frames.get(at));
    stacks.set(id, stack);
  }
  return stacks;
}

function ownTimes({ startTime, samples, timeDeltas }, from, to) {
  const own = new Map();
  let at = startTime;
  for (const [index, node] of samples.entries()) {
    at += timeDeltas[index];
    if (at >= from && at <= to) add(own, node, timeDeltas[index + 1] ?? 0);
  }
  return own;
}

function add(sums, key, micros) {
  sums.set(key, (sums.get(key) ?? 0) + micros);
}

/** Functions without a name are told apart by the beginning of their line. */
function nameOf(frame) {
  const { functionName, lineNumber } = frame;
  const file = fileOf(frame);
  if (!file) return functionName || "(native)";
  const source = functionName || !isOurs(frame) ? functionName : bundle[lineNumber].trim().slice(0, 60);
  return `${source || "(anonymous)"}  ${file}:${lineNumber + 1}`;
}

function isOurs(frame) {
  return fileOf(frame) === "dist/server.js";
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
