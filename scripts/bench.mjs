// usage: npm run bench -- [--quick] [--page] [--runs] [--json FILE] [--cpu-profile CASE]
// Measures the built server beside a floor that does the least possible work, see docs/performance.md.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkFloor, prepareCases } from "./bench/cases.mjs";
import { profileOptions, profileServer } from "./bench/cpu-profile.mjs";
import { measureFormPage } from "./bench/form-page.mjs";
import { describeMachine } from "./bench/machine.mjs";
import { measureInterleaved } from "./bench/measure.mjs";
import { stop } from "./bench/processes.mjs";
import {
  printCases,
  printFormPage,
  printGrowth,
  printMachine,
  printProfile,
  printSustained,
} from "./bench/report.mjs";
import { checkRunFloor, prepareRunCases, seedRuns } from "./bench/run-cases.mjs";
import {
  copyData,
  seed,
  startBare,
  startFloor,
  startGenerator,
  startOurs,
  startRunFloor,
} from "./bench/servers.mjs";
import { sustainRuns } from "./bench/sustained-runs.mjs";
import { prepareChromium } from "./prepare-chromium.mjs";
import { step } from "./run-stages.mjs";

const targets = {
  /** Share of the floor's requests per second that each case should reach at least. */
  ratio: { load: 0.4, filter: 0.4, create: 0.4, set_state: 0.4, "logs, 1,000 lines": 0.4 },
  p99Ms: 20,
  /** Of requests that are a thousand rows each, eight at once. */
  slowP99Ms: { "logs, 1,000 lines": 400 },
  /** How much dearer a request may be with the most documents than with the fewest. */
  growth: 1.5,
  /** Until the longest form answers to keys, at the median. */
  interactiveMs: 1000,
};
const connections = 8;
const documents = 10_000;
const scheduledRuns = 10_000;

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    page: { type: "boolean", default: false },
    runs: { type: "boolean", default: false },
    json: { type: "string" },
    "cpu-profile": { type: "string" },
  },
});
const pace = options.quick
  ? { rounds: 3, durationMs: 700, growthDurationMs: 500, sizes: [100, 10_000], pages: 5, minutes: 1 }
  : {
      rounds: 5,
      durationMs: 2000,
      growthDurationMs: 1000,
      sizes: [100, 10_000, 100_000],
      pages: 11,
      minutes: 5,
    };
const generate = startGenerator();

if (options["cpu-profile"]) await profile(options["cpu-profile"]);
else if (options.page) await benchPage();
else if (options.runs) await benchRuns();
else await bench();
process.exit(0);

async function bench() {
  const machine = describeMachine();
  printMachine(machine);
  const { cases: documentCases, ceiling } = await measureCases();
  const cases = { ...documentCases, ...(await measureRunCases()) };
  printCases({ cases, ceiling }, { targets, documents, scheduledRuns, connections, pace });
  const growth = await measureGrowth();
  printGrowth(growth, { targets, sizes: pace.sizes });
  const page = await benchPage();
  if (options.json)
    writeFileSync(options.json, JSON.stringify({ machine, ceiling, cases, growth, page }, null, 2));
}

/** Whether a queue grows when its runs come faster than any agent on this machine could start processes. */
async function benchRuns() {
  printMachine(describeMachine());
  const pressure = { perMinute: 100, minutes: pace.minutes };
  const server = await startOurs(copyData(await seed(100), "sustained"));
  const result = await sustainRuns(server, pressure);
  await stop(server.child);
  printSustained(result, pressure);
  if (options.json) writeFileSync(options.json, JSON.stringify(result, null, 2));
}

/** The generator has nothing to do meanwhile: its core is the browser's. */
async function benchPage() {
  const executablePath = await prepareChromium(step);
  const server = await startOurs(copyData(await seed(100), "page"));
  const page = await measureFormPage(server, { rounds: pace.pages, executablePath });
  await stop(server.child);
  printFormPage(page, { targets, rounds: pace.pages });
  return page;
}

async function measureCases() {
  const seeded = await seed(documents);
  const ours = await startOurs(copyData(seeded, "ours"));
  const prepared = await prepareCases(ours, documents);
  const floor = await startFloor(copyData(seeded, "floor"), prepared.samples);
  await checkFloor(floor, prepared);

  const ceiling = await measureCeiling(prepared.samples.sizes);
  return { cases: await measurePair(ours, floor, prepared.cases), ceiling };
}

/** What agents and runs ask, on a database of their own. */
async function measureRunCases() {
  const dataDir = copyData(await seed(100), "runs");
  const filled = await startOurs(dataDir);
  await seedRuns(filled, generate, scheduledRuns);
  const prepared = await prepareRunCases(filled);
  await stop(filled.child);
  const floor = await startRunFloor(copyData(dataDir, "runs-floor"), prepared.samples);
  await checkRunFloor(floor, prepared);
  return measurePair(await startOurs(dataDir), floor, prepared.cases);
}

/** Measures every case with both servers in turn, and stops them. */
async function measurePair(ours, floor, asked) {
  const cases = {};
  for (const [name, requests] of Object.entries(asked)) {
    const pair = [ours, floor].map((server) => ({ server, ...requests }));
    const { rounds, durationMs } = pace;
    const results = await measureInterleaved(generate, pair, { rounds, limits: { connections, durationMs } });
    cases[name] = { ours: results[0], floor: results[1], ratio: results[0].rate / results[1].rate };
  }
  await stop(ours.child);
  await stop(floor.child);
  return cases;
}

/** What the generator reaches against a server that does nothing, with answers as large as those of load and filter. */
async function measureCeiling(answerSizes) {
  const ceiling = {};
  for (const name of ["load", "filter"]) {
    const server = await startBare(answerSizes[name]);
    const target = { server, requests: [{ method: "GET", path: "/" }], status: 200 };
    const plan = { rounds: 3, limits: { connections, durationMs: 700 } };
    [ceiling[name]] = await measureInterleaved(generate, [target], plan);
    await stop(server.child);
  }
  return ceiling;
}

async function measureGrowth() {
  const servers = [];
  for (const size of pace.sizes) {
    const server = await startOurs(copyData(await seed(size), `growth-${size}`));
    servers.push({ server, ...(await prepareCases(server, size)) });
  }
  const { load, filter, create } = servers[0].cases;
  const variants = options.quick ? {} : servers[0].variants;
  const growth = {};
  // Create comes last, and ends early: it makes the small databases grow.
  for (const name of Object.keys({ load, filter, ...variants, create })) {
    const asked = servers.map(({ server, ...known }) => ({
      server,
      ...{ ...known.cases, ...known.variants }[name],
    }));
    const limits = { connections, durationMs: pace.growthDurationMs };
    if (name === "create") limits.count = 500;
    growth[name] = await measureInterleaved(generate, asked, { rounds: 3, limits });
  }
  for (const { server } of servers) await stop(server.child);
  return growth;
}

async function profile(name) {
  const dataDir = copyData(await seed(documents), "profile");
  const server = await startOurs(dataDir, profileOptions(dataDir));
  const { cases, variants } = await prepareCases(server, documents);
  const asked = { ...cases, ...variants }[name];
  if (!asked)
    throw new Error(`No case "${name}". Cases: ${Object.keys({ ...cases, ...variants }).join("; ")}`);
  const limits = { durationMs: 8000, connections };
  printProfile(name, await profileServer(server, generate, asked.requests, limits));
}
