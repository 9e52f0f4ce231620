// Rounds of load, one server after another, so that a disturbance of the machine meets all of them alike.
import { cpuMicrosOf } from "./processes.mjs";

/**
 * Loads every target in every round and sums up each one. A target: { server, requests, status, continues }.
 * @throws Error when any answer has another status
 */
export async function measureInterleaved(generate, targets, { rounds, limits }) {
  const results = targets.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [at, target] of targets.entries()) {
      const result = await measureOnce(generate, target, limits);
      // The first round warms up.
      if (round >= 0) results[at].push(result);
    }
  }
  return results.map(summarize);
}

async function measureOnce(generate, { server, requests, status, continues }, limits) {
  const before = cpuMicrosOf(server.child.pid);
  const result = await generate({ port: server.port, requests, continues, ...limits });
  const after = cpuMicrosOf(server.child.pid);
  const { [status]: expected = 0, ...others } = result.statuses;
  if (expected !== result.requests || expected === 0)
    throw new Error(`${server.name} answered ${JSON.stringify(others)} instead of ${status} only`);
  return { ...result, cpu: before === undefined ? undefined : after - before };
}

function summarize(rounds) {
  const rates = rounds.map(({ requests, seconds }) => requests / seconds);
  const requests = sum(rounds.map((round) => round.requests));
  const rate = median(rates);
  const cpu = rounds[0].cpu === undefined ? undefined : sum(rounds.map((round) => round.cpu));
  return {
    rate,
    p50: median(rounds.map((round) => round.p50)),
    p99: median(rounds.map((round) => round.p99)),
    max: Math.max(...rounds.map((round) => round.max)),
    /** Half the distance between the best and the worst round, as a share of the median. */
    spread: (Math.max(...rates) - Math.min(...rates)) / 2 / rate,
    cpuMicros: cpu && cpu / requests,
    busy: cpu && cpu / 1e6 / sum(rounds.map((round) => round.seconds)),
    bytes: sum(rounds.map((round) => round.bytes)) / requests,
    requests,
  };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
