import { readFileSync } from "node:fs";

/** What a server logged about each request that it answered: status, durationMs and more. */
export function readRequests(log) {
  const lines = readFileSync(log, "utf8").split("\n");
  const entries = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  return entries.filter(({ msg }) => msg === "request");
}
