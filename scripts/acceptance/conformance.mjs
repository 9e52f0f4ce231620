import { join } from "node:path";
import { pathOfVenv, prepareVenv } from "../prepare-clients.mjs";
import { step, stepWithOutput } from "../run-stages.mjs";
import { readRequests } from "../server-log.mjs";

const requirements = ".ci/conformance-requirements.txt";
const runs = 2;

/**
 * The black-box tests of the API, twice on the same server and with four clients at once. They repeat a request that was
 * answered with 503, so these are counted in the server's log: like every answer of 500 and above they are a failure.
 */
export async function runConformance(suite, scratch) {
  const python = await prepareVenv(step, pathOfVenv("conformance", requirements), requirements);
  const log = join(scratch, "server.log");
  const pytest = `"$1" -m pytest -q --tb=short -p no:cacheprovider -n 4 -m "not only3 and not quirk" "$2"`;
  const script = `export BASE_URL="$PREFECT_API_URL"; ${Array(runs).fill(pytest).join("; ")}`;
  const { output } = await stepWithOutput(
    "node",
    ["scripts/with-server.mjs", "bash", "-c", script, "conformance", python, suite],
    { SERVER_LOG: log, PYTHONDONTWRITEBYTECODE: "1" },
  );
  const results = [...output.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)];
  const sum = (column) => results.reduce((total, match) => total + Number(match[column]), 0);
  const statuses = readRequests(log).map(({ status }) => status);
  const serverErrors = statuses.filter((status) => status >= 500);
  console.log(
    `${statuses.length} requests, ${serverErrors.length} answers of 500 and above: ${serverErrors}`,
  );
  // A log that tells of fewer requests than there are tests is not the log of this run.
  const isLogWhole = statuses.length > sum(1);
  const faults = [results.length !== runs, sum(1) === 0, !isLogWhole].filter(Boolean).length;
  return { passed: sum(1), failed: sum(2) + sum(3) + serverErrors.length + faults };
}
