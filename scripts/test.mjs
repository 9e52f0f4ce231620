// All tests of the project itself.
// usage: test.mjs [check] [unit] [build] [fuzz] [browser]; all of them when none is named.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runFuzz } from "./fuzz/fuzz.mjs";
import { prepareChromium } from "./prepare-chromium.mjs";
import { preparePythonClients } from "./prepare-clients.mjs";
import { count, runStages, step } from "./run-stages.mjs";

const scratch = mkdtempSync(join(tmpdir(), "blockyard-test-"));
const stages = { check, unit, build, fuzz: () => runFuzz(scratch), browser };
const wanted = process.argv.slice(2).filter((argument) => argument in stages);
const playwrightArguments = process.argv.slice(2).filter((argument) => !(argument in stages));

process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
await runStages(stages, wanted);

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
  const chromium = await prepareChromium(step);
  const python = await preparePythonClients(step);
  const report = join(scratch, "browser.json");
  const isOk = await step("playwright", ["test", ...playwrightArguments], {
    CHROMIUM_PATH: chromium,
    CLIENT_PYTHON: python,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
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
