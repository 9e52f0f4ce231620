// The least work that answers the calls of agents and runs: node:http, prepared statements, one durable transaction for
// what is written. No routing, no checks, no rules, no log. Reads its settings from the file named as the only argument.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import BetterSqlite3 from "better-sqlite3";

const { port, file, samples } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const rowParts = Object.fromEntries(
  Object.entries(samples.getRuns).map(([id, texts]) => [id, toBytes(texts)]),
);
const stateParts = toBytes(samples.setState);
const [open, comma, close, nothing] = ["[", ",", "]", "null"].map((text) => Buffer.from(text));
const db = new BetterSqlite3(file);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.pragma("foreign_keys = ON");

const selectDue = db.prepare(
  "select id, name from flow_runs where work_queue_id = ? and state_type = 'SCHEDULED' and next_scheduled_start_time <= ? order by next_scheduled_start_time, id limit ?",
);
const updateQueue = db.prepare("update work_queues set last_polled = ? where id = ?");
const updateDeployments = db.prepare("update deployments set last_polled = ? where work_queue_id = ?");
const selectRun = db.prepare("select * from flow_runs where id = ?");
const updateRun = db.prepare(
  "update flow_runs set state_id = ?, state_type = ?, state_name = ?, run_count = ?, start_time = ?, end_time = ?, updated = ? where id = ?",
);
const stateRow = db.prepare("select * from flow_run_states limit 1").get();
const insertState = insertInto("flow_run_states", stateRow);
const logRow = db.prepare("select * from logs limit 1").get();
const insertLog = insertInto("logs", logRow);

let polledAt = 0;
const polled = db.transaction((queueId) => {
  updateQueue.run(now(), queueId);
  updateDeployments.run(now(), queueId);
});
const entered = db.transaction((runId, { type, name }) => {
  const { run_count } = selectRun.get(runId);
  const [id, at] = [randomUUID(), now()];
  insertState.run({ ...stateRow, id, type, name, timestamp: at, flow_run_id: runId });
  updateRun.run(id, type, name, run_count, at, at, at, runId);
  return id;
});
const logged = db.transaction((lines) => {
  for (const line of lines) {
    const timestamp = Date.parse(line.timestamp) * 1000;
    insertLog.run({ ...logRow, ...line, id: randomUUID(), created: now(), timestamp });
  }
});

createServer((request, response) => {
  const pieces = [];
  request.on("data", (piece) => pieces.push(piece));
  request.on("end", () => {
    const { url } = request;
    if (request.method === "GET") return answer(response, 200, [Buffer.from("true")]);
    const body = JSON.parse(Buffer.concat(pieces).toString());
    if (url.endsWith("/get_runs")) return getRuns(url, body, response);
    if (url.endsWith("/set_state")) return setState(url, body, response);
    logged(body);
    answer(response, 201, [nothing]);
  });
}).listen(port, "127.0.0.1");

function getRuns(url, { limit, scheduled_before }, response) {
  const queueId = idIn(url);
  const parts = selectDue.all(queueId, Date.parse(scheduled_before) * 1000, limit).flatMap((found, at) => {
    const { before, after } = rowParts[found.id];
    return [at === 0 ? open : comma, before, Buffer.from(found.name), after];
  });
  // As ours does it: more than once a second would tell nobody anything.
  if (now() - polledAt >= 1_000_000) {
    polledAt = now();
    polled(queueId);
  }
  answer(response, 200, [...parts, close]);
}

function setState(url, { state }, response) {
  const id = entered(idIn(url), state);
  answer(response, 201, [stateParts.before, Buffer.from(id), stateParts.after]);
}

function answer(response, status, parts) {
  const body = Buffer.concat(parts);
  response.writeHead(status, { "content-type": "application/json", "content-length": body.length }).end(body);
}

function insertInto(table, row) {
  const columns = Object.keys(row);
  return db.prepare(
    `insert into ${table} (${columns.join(", ")}) values (${columns.map((name) => `@${name}`).join(", ")})`,
  );
}

/** `/api/noun/ID/verb` */
function idIn(url) {
  return url.split("/")[3];
}

function now() {
  return Date.now() * 1000;
}

function toBytes({ before, after }) {
  return { before: Buffer.from(before), after: Buffer.from(after) };
}
