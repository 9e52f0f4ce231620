import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Prints what the run came to and answers the counts of a stage. With a fault, also the last words of everybody. */
export function report({ runs, accepted, excused, checks }, { folder, logs, statuses }) {
  console.log(`${runs} runs, ${accepted} accepted states, answers by status ${JSON.stringify(statuses)}`);
  const refused = readAll(folder, logs).match(/^httpx\.(ConnectError|ReadError)\b/gm)?.length ?? 0;
  console.log(
    `${excused.length} runs met an outage and did not complete with their line; ${refused} broken connections in the output of agents and runs`,
  );
  for (const line of excused) console.log(`  ${line}`);
  for (const { name, faults } of checks) {
    console.log(`${faults.length === 0 ? "ok" : "NOT OK"} ${name}`);
    for (const fault of faults) console.log(`  ${fault}`);
  }
  const failed = checks.filter(({ faults }) => faults.length > 0).length;
  if (failed > 0) for (const name of logs) console.log(`-- ${name}\n${lastLines(folder, name)}`);
  return { passed: checks.length - failed, failed };
}

function readAll(folder, logs) {
  return logs.map((name) => readFileSync(join(folder, `${name}.log`), "utf8")).join("\n");
}

function lastLines(folder, name) {
  return readAll(folder, [name]).trimEnd().split("\n").slice(-60).join("\n");
}
