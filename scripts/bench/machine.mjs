// What the figures depend on: processor, Node, kernel, and how long the disk takes to make a write durable.
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { availableParallelism, cpus, loadavg, release, type } from "node:os";
import { join } from "node:path";
import { isPinned, scratch } from "./processes.mjs";

const syncs = 200;

export function describeMachine() {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown processor",
    cores: availableParallelism(),
    node: process.version,
    kernel: `${type()} ${release()}`,
    load: loadavg()[0],
    isPinned,
    logLevel: process.env.LOG_LEVEL ?? "info",
    fsync: measureSync(),
  };
}

/** Milliseconds to append a page to a file and sync it. */
function measureSync() {
  const file = openSync(join(scratch, "sync"), "w");
  const page = Buffer.alloc(4096, "x");
  const times = [];
  for (let round = 0; round < syncs; round += 1) {
    const start = performance.now();
    writeSync(file, page);
    fsyncSync(file);
    times.push(performance.now() - start);
  }
  closeSync(file);
  times.sort((a, b) => a - b);
  return { p50: times[syncs / 2], p99: times[Math.floor(syncs * 0.99)] };
}
