// What the bench prints: tables for people, with marks where a figure misses its target.

/** A process that waits for nothing but its core uses about all of it; below this something else had the core. */
const undisturbedShare = 0.85;

export function printMachine({ cpu, cores, node, kernel, load, isPinned, logLevel, fsync }) {
  const pinning = isPinned ? "servers on one core, generator on another" : "not pinned to cores";
  console.log(`${cpu}, ${cores} cores, ${pinning}; Node ${node}, ${kernel}, load average ${load.toFixed(2)}`);
  console.log(`write and fsync of 4 KiB: p50 ${show.ms(fsync.p50)} ms, p99 ${show.ms(fsync.p99)} ms`);
  console.log(
    `log level ${logLevel}, into a file; documents are seeded through createBlockDocument before the start`,
  );
}

export function printCases({ cases, ceiling }, { targets, documents, scheduledRuns, connections, pace }) {
  console.log(
    `\n${count(documents)} documents or ${count(scheduledRuns)} scheduled runs, ${connections} connections, ${pace.rounds} rounds of ${pace.durationMs} ms each, interleaved`,
  );
  const header = [
    "case",
    "server",
    "req/s",
    "spread",
    "p50 ms",
    "p99 ms",
    "max ms",
    "CPU us",
    "busy",
    "bytes",
    "ratio",
  ];
  const rows = Object.entries(cases).flatMap(([name, { ours, floor, ratio }]) => [
    [name, "ours", ...cells(ours), show.ratio(ratio), judge(name, ours, ratio, targets)],
    ["", "floor", ...cells(floor), "", ""],
  ]);
  const bare = Object.entries(ceiling).map(([name, result]) => [
    `ceiling ${name}`,
    "bare",
    ...cells(result),
    "",
    "",
  ]);
  printTable([...header, ""], [...rows, ...bare]);
  console.log("CPU us: processor time of the server per request. busy: its share of a core.");
  console.log(
    "ceiling: the generator against node:http with ready bytes; the floor should stay well below it.",
  );
  const readers = [cases.load, cases.filter].flatMap(({ ours, floor }) => [ours, floor]);
  if (readers.some(({ busy }) => busy < undisturbedShare))
    console.log(
      "DISTURBED: a server that only reads had less than its core. Repeat this on a quiet machine.",
    );
}

export function printGrowth(growth, { targets, sizes }) {
  console.log(`\nTime per request (us) by number of documents, and what it is of that at ${count(sizes[0])}`);
  const header = ["case", ...sizes.flatMap((size) => [count(size), ""]), ""];
  const rows = Object.entries(growth).map(([name, results]) => {
    const factors = results.map(({ rate }) => results[0].rate / rate);
    const times = results.flatMap(({ rate }, at) => [show.micros(1e6 / rate), `x${show.ratio(factors[at])}`]);
    return [name, ...times, factors.at(-1) > targets.growth ? `over ${targets.growth}` : ""];
  });
  printTable(header, rows);
}

export function printFormPage(times, { targets, rounds }) {
  console.log(
    `\nKubernetes Job form, from the start of the navigation until it answers to keys (ms), ${rounds} visits`,
  );
  const kinds = { cold: "first visit", warm: "again, with a cache" };
  const rows = Object.entries(kinds).flatMap(([kind, words]) =>
    ["form", "floor"].map((name) => {
      const sorted = times[name][kind].toSorted((a, b) => a - b);
      const median = sorted[Math.floor(sorted.length / 2)];
      const isOver = name === "form" && median > targets.interactiveMs;
      const figures = [median, sorted[0], sorted.at(-1)].map((value) => value.toFixed(0));
      return [words, name, ...figures, isOver ? `over ${targets.interactiveMs} ms` : ""];
    }),
  );
  printTable(["visit", "page", "median", "min", "max", ""], rows);
  console.log(
    `target: ${targets.interactiveMs} ms at the median. floor: a page of one input and one line of script.`,
  );
}

export function printSustained({ samples, created, isGrowing, ...figures }, { perMinute, minutes }) {
  console.log(`\n${perMinute} flow runs a minute for ${minutes} minutes: ${created} made, all completed`);
  const rows = samples.map(({ seconds, queued, working }) => [seconds, queued, working]);
  printTable(["second", "scheduled", "at work"], rows);
  console.log(
    `${count(figures.calls)} calls, p50 ${show.ms(figures.p50)} ms, p99 ${show.ms(figures.p99)} ms, max ${show.ms(figures.max)} ms, server busy ${show.share(figures.busy)}`,
  );
  console.log(
    isGrowing ? "GROWS: the queue is longer at the end than at the beginning." : "The queue does not grow.",
  );
}

export function printProfile(name, lines) {
  console.log(`\nprofile of ${name}`);
  for (const line of lines) console.log(line);
}

/** Rows of cells below a header; the first column is flush left, the others flush right. */
function printTable(header, rows) {
  const texts = [header, ...rows].map((cells) => cells.map(String));
  const widths = header.map((_, column) => Math.max(...texts.map((row) => row[column].length)));
  for (const [at, row] of texts.entries()) {
    const padded = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
    );
    console.log(`  ${padded.join("  ").trimEnd()}`);
    if (at === 0) console.log(`  ${"-".repeat(padded.join("  ").trimEnd().length)}`);
  }
}

function cells({ rate, spread, p50, p99, max, cpuMicros, busy, bytes }) {
  return [
    show.rate(rate),
    show.spread(spread),
    show.ms(p50),
    show.ms(p99),
    show.ms(max),
    show.micros(cpuMicros),
    show.share(busy),
    show.micros(bytes),
  ];
}

function judge(name, { p99 }, ratio, targets) {
  const wanted = targets.ratio[name] ?? 0;
  const mostMs = targets.slowP99Ms[name] ?? targets.p99Ms;
  const marks = [ratio < wanted ? `below target ${wanted}` : "", p99 > mostMs ? `p99 over ${mostMs} ms` : ""];
  return marks.filter(Boolean).join(", ");
}

function count(number) {
  return number.toLocaleString("en");
}

const show = {
  rate: (value) => (value >= 1000 ? String(Math.round(value)) : value.toFixed(1)),
  ms: (value) => value.toFixed(value < 1 ? 2 : 1),
  micros: (value) => (value === undefined ? "-" : value.toFixed(0)),
  spread: (value) => `±${(100 * value).toFixed(0)} %`,
  share: (value) => (value === undefined ? "-" : `${(100 * value).toFixed(0)} %`),
  ratio: (value) => value.toFixed(2),
};
