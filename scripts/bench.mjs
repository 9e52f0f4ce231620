// usage: npm run bench -- [--quick] [--json FILE] [--cpu-profile CASE]
// Measures the built server beside a floor that does the least possible work, see docs/performance.md.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkFloor, prepareCases } from "./bench/cases.mjs";
import { profileCase, profileOptions } from "./bench/cpu-profile.mjs";
import { describeMachine } from "./bench/machine.mjs";
import { measureInterleaved } from "./bench/measure.mjs";
import { stop } from "./bench/processes.mjs";
import { heading, printTable, show } from "./bench/report.mjs";
import { copyData, seed, startBare, startFloor, startGenerator, startOurs } from "./bench/servers.mjs";

/** Share of the floor's requests per second that each case should reach. */
const targetRatios = { load: 0.4, filter: 0.4, create: 0.4 };
const targetP99Ms = 20;
/** How much dearer a request may be at 100,000 documents than at 100. */
const targetGrowth = 1.5;
const connections = 8;
const documents = 10_000;
const sizes = [100, 10_000, 100_000];

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "string" },
    "cpu-profile": { type: "string" },
  },
});
const pace = options.quick ? { rounds: 3, durationMs: 700 } : { rounds: 5, durationMs: 2000 };
const generate = startGenerator();

if (options["cpu-profile"]) await profile(options["cpu-profile"]);
else await bench();
process.exit(0);

async function bench() {
  const machine = describeMachine();
  printMachine(machine);
  const seeded = await seed(documents);
  const ours = await startOurs(copyData(seeded, "ours"));
  const prepared = await prepareCases(ours, documents);
  const floor = await startFloor(copyData(seeded, "floor"), prepared.samples);
  await checkFloor(floor, prepared);

  const ceiling = await measureCeiling(prepared);
  const cases = {};
  for (const [name, { requests, status }] of Object.entries(prepared.cases)) {
    const targets = [ours, floor].map((server) => ({ server, requests, status }));
    const [oursResult, floorResult] = await measureInterleaved(generate, targets, { connections, ...pace });
    cases[name] = { ours: oursResult, floor: floorResult, ratio: oursResult.rate / floorResult.rate };
  }
  await stop(ours.child);
  await stop(floor.child);
  printCases(cases, ceiling);
  const growth = options.quick ? undefined : await measureGrowth();
  if (growth) printGrowth(growth);
  if (options.json) writeFileSync(options.json, JSON.stringify({ machine, ceiling, cases, growth }, null, 2));
}

/** What the generator reaches against a server that does nothing, with answers as large as those of load and filter. */
async function measureCeiling({ samples }) {
  const ceiling = {};
  for (const name of ["load", "filter"]) {
    const server = await startBare(samples.sizes[name]);
    const target = { server, requests: [{ method: "GET", path: "/" }], status: 200 };
    [ceiling[name]] = await measureInterleaved(generate, [target], {
      connections,
      rounds: 3,
      durationMs: 700,
    });
    await stop(server.child);
  }
  return ceiling;
}

async function measureGrowth() {
  const servers = [];
  for (const size of sizes) {
    const server = await startOurs(copyData(await seed(size), `growth-${size}`));
    servers.push({ server, ...(await prepareCases(server, size)) });
  }
  const { load, filter, create } = servers[0].cases;
  const names = Object.keys({ load, filter, ...servers[0].variants, create });
  const growth = {};
  for (const name of names) {
    const targets = servers.map(({ server, cases, variants }) => ({
      server,
      ...(cases[name] ?? variants[name]),
    }));
    const limits = { connections, rounds: 3, durationMs: 1000, ...(name === "create" ? { count: 500 } : {}) };
    growth[name] = await measureInterleaved(generate, targets, limits);
  }
  for (const { server } of servers) await stop(server.child);
  return growth;
}

async function profile(name) {
  const start = async () => {
    const dataDir = copyData(await seed(documents), "profile");
    return startOurs(dataDir, profileOptions(dataDir));
  };
  let prepared;
  const startPrepared = async () => {
    const server = await start();
    prepared = await prepareCases(server, documents);
    return server;
  };
  const job = () => ({ ...prepared.cases, ...prepared.variants })[name].requests;
  const lines = await profileCase(startPrepared, generate, job, { durationMs: 8000, connections });
  heading(`Profile of ${name}`);
  for (const line of lines) console.log(line);
}

function printMachine({ cpu, cores, node, kernel, load, isPinned, fsync }) {
  const pinning = isPinned ? "server on one core, generator on another" : "not pinned to cores";
  console.log(`${cpu}, ${cores} cores (${pinning}), Node ${node}, ${kernel}, load ${load.toFixed(2)}`);
  console.log(`write and fsync of 4 KiB: p50 ${show.ms(fsync.p50)} ms, p99 ${show.ms(fsync.p99)} ms`);
}

function printCases(cases, ceiling) {
  heading(
    `${documents} documents, ${connections} connections, ${pace.rounds} rounds of ${pace.durationMs} ms each, interleaved`,
  );
  const header = [
    "case",
    "",
    "req/s",
    "spread",
    "p50 ms",
    "p99 ms",
    "max ms",
    "CPU us",
    "bytes",
    "ratio",
    "",
  ];
  const rows = Object.entries(cases).flatMap(([name, { ours, floor, ratio }]) => [
    [name, "ours", ...cells(ours), show.ratio(ratio), judge(name, ours, ratio)],
    ["", "floor", ...cells(floor), "", ""],
  ]);
  const bare = Object.entries(ceiling).map(([name, result]) => ["bare http", name, ...cells(result), "", ""]);
  printTable(header, [...rows, ...bare]);
}

function cells(result) {
  const { rate, spread, p50, p99, max, cpuMicros, bytes } = result;
  return [
    show.rate(rate),
    show.share(spread),
    show.ms(p50),
    show.ms(p99),
    show.ms(max),
    show.micros(cpuMicros),
    show.micros(bytes),
  ];
}

function judge(name, { p99 }, ratio) {
  const isSlow = ratio < (targetRatios[name] ?? 0);
  const marks = [
    isSlow && `below target ${targetRatios[name]}`,
    p99 > targetP99Ms && `p99 over ${targetP99Ms} ms`,
  ];
  return marks.filter(Boolean).join(", ");
}

function printGrowth(growth) {
  heading(`Time per request by number of documents (us), and what it is of that at ${sizes[0]}`);
  const header = ["case", ...sizes.flatMap((size) => [size.toLocaleString("en"), ""]), ""];
  const rows = Object.entries(growth).map(([name, results]) => {
    const ratios = results.map(({ rate }) => results[0].rate / rate);
    const marks = ratios.at(-1) > targetGrowth ? `over target ${targetGrowth}` : "";
    return [
      name,
      ...results.flatMap(({ rate }, at) => [show.micros(1e6 / rate), `x${show.ratio(ratios[at])}`]),
      marks,
    ];
  });
  printTable(header, rows);
}
