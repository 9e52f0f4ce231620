// All tests of the project itself.
// usage: test.mjs [check] [unit] [build] [fuzz] [browser] [types] [long-run]; all but the last two when none is named.
// Those need the build. `types` does in the browser with every other built-in type what `browser` does with twelve;
// `long-run` is ten minutes of schedules, agents and a server that is killed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runFuzz } from "./fuzz/fuzz.mjs";
import { runLongRun } from "./long-run/long-run.mjs";
import { prepareChromium } from "./prepare-chromium.mjs";
import { preparePythonClients } from "./prepare-clients.mjs";
import { count, runStages, step } from "./run-stages.mjs";

const scratch = mkdtempSync(join(tmpdir(), "blockyard-test-"));
const stages = { check, unit, build, fuzz: () => runFuzz(scratch), browser };
const stagesOnDemand = { types, "long-run": () => runLongRun(scratch) };
const isStage = (argument) => argument in stages || argument in stagesOnDemand;
const wanted = process.argv.slice(2).filter(isStage);
const playwrightArguments = process.argv.slice(2).filter((argument) => !isStage(argument));

process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
await runStages(wanted.length > 0 ? { ...stages, ...stagesOnDemand } : stages, wanted);

async function check() {
  const results = [
    await step("biome", ["ci", "."]),
    await step("next", ["typegen"]),
    await step("tsc", ["--noEmit"]),
    await step("knip", []),
  ];
  return count(results);
}

async function unit() {
  const report = join(scratch, "unit.json");
  const isOk = await step("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const result = readReport(report);
  const { numPassedTests = 0, numFailedTests = 0, numFailedTestSuites = 0 } = result;
  // A test that is skipped did not pass.
  const { numPendingTests = 0, numTodoTests = 0 } = result;
  const failed = (numFailedTests || numFailedTestSuites) + numPendingTests + numTodoTests;
  return settle(isOk, numPassedTests, failed);
}

async function build() {
  return count([await step("node", ["scripts/bootstrap.mjs", "build"])]);
}

async function browser() {
  return runPlaywright(playwrightArguments, { CLIENT_PYTHON: await preparePythonClients(step) });
}

async function types() {
  return runPlaywright(["e2e/type-matrix.spec.ts"], { BLOCKYARD_TYPES: "others" });
}

async function runPlaywright(options, env) {
  const chromium = await prepareChromium(step);
  const report = join(scratch, "playwright.json");
  rmSync(report, { force: true });
  const isOk = await step("playwright", ["test", ...options], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    ...env,
  });
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(report).stats ?? {};
  // A test that passes only at the second try, or was skipped, did not pass.
  return settle(isOk, expected, unexpected + flaky + skipped);
}

/** A runner that failed without naming a failed test (it crashed, it found none) counts as one failure. */
function settle(isOk, passed, failed) {
  return { passed, failed: isOk && passed > 0 ? failed : Math.max(1, failed) };
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}
