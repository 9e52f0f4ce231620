// The client process: gets jobs from the bench, puts load on a server and reports what it saw.
// A job: { port, connections, requests: [{ method, path, body }], durationMs, count }. It ends after `count` answers or
// after the duration, whichever is first. `#########` in a body is replaced by a number that no other request has. A job
// that `continues` begins with the request after the last one that the server was sent by such a job.
import { runConnection } from "./http-connection.mjs";
import { placeholder } from "./requests.mjs";

/** By port. */
const sentBefore = new Map();
// The checks before the load use smaller ones.
let lastNumber = 1000;

process.on("message", (job) => {
  run(job).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: error.message }),
  );
});
process.on("disconnect", () => process.exit(0));

async function run({ port, connections, requests, continues, durationMs = Infinity, count = Infinity }) {
  const prepared = requests.map((request) => prepare(request, port));
  const milliseconds = [];
  const statuses = {};
  const first = (continues && sentBefore.get(port)) || 0;
  let bytes = 0;
  let sent = 0;

  const startedAt = performance.now();
  const nextRequest = () => {
    if (sent >= count || performance.now() - startedAt >= durationMs) return undefined;
    sent += 1;
    return prepared[(first + sent - 1) % prepared.length]();
  };
  const onAnswer = (status, size, took) => {
    milliseconds.push(took);
    statuses[status] = (statuses[status] ?? 0) + 1;
    bytes += size;
  };
  await Promise.all(Array.from({ length: connections }, () => runConnection(port, nextRequest, onAnswer)));
  const seconds = (performance.now() - startedAt) / 1000;
  if (continues) sentBefore.set(port, first + sent);
  return { requests: milliseconds.length, seconds, bytes, statuses, ...quantilesOf(milliseconds) };
}

/** A function that answers the bytes of the request, with a fresh number where it has a placeholder. */
function prepare({ method, path, body }, port) {
  const headers = [
    `${method} ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    "accept: */*",
    "x-prefect-api-version: 0.8.4",
    ...(body === undefined ? [] : ["content-type: application/json", `content-length: ${body.length}`]),
  ];
  const bytes = Buffer.from(`${headers.join("\r\n")}\r\n\r\n${body ?? ""}`, "latin1");
  const places = placesOf(bytes);
  if (places.length === 0) return () => bytes;
  return () => {
    lastNumber += 1;
    const copy = Buffer.from(bytes);
    for (const at of places) copy.write(String(lastNumber).padStart(placeholder.length, "0"), at, "latin1");
    return copy;
  };
}

function placesOf(bytes) {
  const places = [];
  for (let at = bytes.indexOf(placeholder); at >= 0; at = bytes.indexOf(placeholder, at + 1)) places.push(at);
  return places;
}

function quantilesOf(milliseconds) {
  const sorted = Float64Array.from(milliseconds).sort();
  const quantile = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: quantile(0.5), p99: quantile(0.99), max: quantile(1) };
}
