import { spawn } from "node:child_process";

/**
 * Runs the wanted stages, all of them when none is wanted, one after another (they share two cores). Prints one line at
 * the end that adds them up, and ends the process.
 */
export async function runStages(stages, wanted) {
  const total = { passed: 0, failed: 0 };
  for (const [name, stage] of Object.entries(stages)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n== ${name}`);
    const startedMs = Date.now();
    const { passed, failed } = await stage().catch(reportCrash);
    total.passed += passed;
    total.failed += failed;
    console.log(
      `== ${name}: ${passed} ok, ${failed} not ok, ${Math.round((Date.now() - startedMs) / 1000)} s`,
    );
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
}

/** A stage that could not run at all counts as one failure, and the others still run. */
function reportCrash(error) {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1 };
}

/** True when the program ended well. */
export function step(program, args, extraEnv = {}) {
  const child = start(program, args, extraEnv, "inherit");
  return untilEnd(child, program);
}

/** Like `step`, and keeps what the program prints on standard output. */
export async function stepWithOutput(program, args, extraEnv = {}) {
  const child = start(program, args, extraEnv, "pipe");
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  return { isOk: await untilEnd(child, program), output };
}

function start(program, args, extraEnv, stdout) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...extraEnv };
  return spawn(program, args, { env, stdio: ["ignore", stdout, "inherit"] });
}

function untilEnd(child, program) {
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(`Cannot run ${program}: ${error.message}`);
      resolve(false);
    });
    child.on("close", (code) => resolve(code === 0));
  });
}

export function count(results) {
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}
