import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathOfVenv, prepareVenv } from "../prepare-clients.mjs";
import { step } from "../run-stages.mjs";
import { readRequests } from "../server-log.mjs";

const requirements = "scripts/fuzz/requirements.txt";
// Two at once, for most of the time goes into making requests up.
const seeds = [20_260_201, 20_260_202];
const leastRequests = 10_000;
// Of each operation whose requests can vary, and for each seed. More than what makes 10,000 of them together.
const examples = 60;

/**
 * Sends requests that schemathesis makes up from the OpenAPI document to every route of a built server with an empty
 * database, and holds the answers to that document. Blocks hold canaries that no answer may show unasked.
 */
export async function runFuzz(scratch) {
  const python = await prepareVenv(step, pathOfVenv("fuzz", requirements), requirements);
  const folder = join(scratch, "fuzz");
  mkdirSync(folder);
  const log = join(folder, "server.log");
  const isClean = await step("node", ["scripts/with-server.mjs", "bash", "-c", script(folder, python)], {
    SERVER_LOG: log,
    SCHEMATHESIS_HOOKS: resolve("scripts/fuzz/hooks.py"),
    PYTHONDONTWRITEBYTECODE: "1",
  });
  const read = (seed, name) => readJson(join(folder, `${seed}-${name}.json`));
  const summaries = seeds.map((seed) => read(seed, "summary"));
  const reports = seeds.map((seed) => read(seed, "report"));
  return judge(isClean, addUp(summaries), reports, readRequests(log));
}

/** In the scratch folder, for a fuzzer leaves notes of its own behind. What each prints is shown when all are done. */
function script(folder, python) {
  const program = join(python, "../schemathesis");
  const config = resolve("scripts/fuzz/schemathesis.toml");
  const runs = seeds.map((seed) => {
    const env = `FUZZ_NAME=f${seed} FUZZ_SUMMARY=${seed}-summary.json`;
    const options = `--seed ${seed} --max-examples ${examples} --report json --report-json-path ${seed}-report.json`;
    return `${env} "${program}" --config-file "${config}" run "$PREFECT_API_URL/openapi.json" ${options} >${seed}.txt 2>&1 & pids="$pids $!"`;
  });
  return [
    `cd "${folder}"`,
    "pids= status=0",
    ...runs,
    "for pid in $pids; do wait $pid || status=1; done",
    `cat ${seeds.map((seed) => `${seed}.txt`).join(" ")}; exit "$status"`,
  ].join("\n");
}

function addUp(summaries) {
  const counts = {};
  const statuses = {};
  for (const summary of summaries) {
    addTo(counts, summary.counts ?? {});
    for (const [operation, byStatus] of Object.entries(summary.statuses ?? {})) {
      statuses[operation] ??= {};
      addTo(statuses[operation], byStatus);
    }
  }
  return { counts, statuses };
}

function addTo(sums, values) {
  for (const [key, value] of Object.entries(values)) sums[key] = (sums[key] ?? 0) + value;
}

function judge(isClean, { counts, statuses }, reports, requests) {
  for (const [operation, byStatus] of Object.entries(statuses)) console.log(toLine(operation, byStatus));
  for (const [name, value] of Object.entries(counts)) console.log(`${value} ${name}`);
  const serverErrors = requests.map(({ status }) => status).filter((status) => status >= 500);
  console.log(
    `${requests.length} answers in the server's log, ${serverErrors.length} of 500 and above: ${serverErrors}`,
  );

  const faults = reports.flatMap(({ failures = [], errors = [] }) => [...failures, ...errors]);
  const findings = faults.reduce((sum, { count = 1 }) => sum + count, 0);
  // What has to be true for the run to mean anything.
  const expectations = [
    [`at least ${leastRequests} requests`, counts.requests >= leastRequests],
    ["every request is in the server's log", requests.length >= counts.requests],
    [
      "every operation was called",
      reports.every(({ operations }) => operations?.total === Object.keys(statuses).length),
    ],
    ["secrets were shown where they were asked for", counts["answers with secrets that were asked for"] > 0],
    ["documents were read after a change", counts["documents read after a change"] > 0],
    ["the run ended well", isClean || findings > 0],
  ];
  const missed = expectations.filter(([, isMet]) => !isMet).map(([name]) => name);
  for (const name of missed) console.log(`not so: ${name}`);
  const passed = Object.keys(statuses).length + expectations.length - missed.length;
  return { passed, failed: findings + serverErrors.length + missed.length };
}

function toLine(operation, byStatus) {
  const entries = Object.entries(byStatus);
  const all = entries.reduce((sum, [, times]) => sum + times, 0);
  const good = entries.reduce((sum, [status, times]) => sum + (status.startsWith("2") ? times : 0), 0);
  const others = entries.map(([status, times]) => `${status}: ${times}`).join(", ");
  return `${String(all).padStart(5)} ${operation}  ${Math.round((100 * good) / all)} % done (${others})`;
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}
