// The calls that agents and flow runs make most, and what they must be answered.
import assert from "node:assert/strict";
import { createCall, cut, numbered, placeholder } from "./requests.mjs";

const dayMs = 86_400_000;
const waiting = "bench-waiting";
const moving = "bench-moving";
/** Far more than there are connections: a run is asked for its next state long after the previous one was answered. */
const movingRuns = 300;
const askedRuns = 10;
const linesPerRequest = 1000;

/** Fills a server with one deployment that has this many scheduled runs, and another whose runs change their states. */
export async function seedRuns({ port }, generate, scheduled) {
  const call = createCall(port);
  const flow = await read(call, "/api/flows/", { name: "bench" }, 201);
  const make = async (name, count, parts) => {
    const body = {
      name,
      flow_id: flow.id,
      work_queue_name: name,
      entrypoint: "flow.py:bench",
      path: "/srv/flows",
    };
    const { id } = await read(call, "/api/deployments/", body, 201);
    const request = {
      method: "POST",
      path: `/api/deployments/${id}/create_flow_run`,
      body: JSON.stringify(parts),
    };
    await generate({ port, requests: [request], connections: 8, count });
    const found = await read(call, "/api/flow_runs/count", {
      flow_runs: { work_queue_name: { any_: [name] } },
    });
    assert.equal(found, count);
  };
  const startsAt = (ms) => new Date(Date.now() + ms).toISOString();
  await make(waiting, scheduled, newRun(startsAt(dayMs)));
  await make(moving, movingRuns, newRun(startsAt(-1000)));
}

/** The cases for a server that was filled; each was answered correctly once. */
export async function prepareRunCases({ port }) {
  const call = createCall(port);
  const queue = await (await fetch(`http://127.0.0.1:${port}/api/work_queues/name/${waiting}`)).json();
  const runs = await read(call, "/api/flow_runs/filter", {
    flow_runs: { work_queue_name: { any_: [moving] } },
    limit: 200,
  });
  const [checked, ...others] = runs.map(({ id }) => id);
  const cases = {
    get_runs: { status: 200, requests: [getRunsRequest(queue.id)] },
    set_state: { status: 201, continues: true, requests: setStateRequests(others) },
    "logs, 1,000 lines": { status: 201, requests: [logsRequest(checked)] },
  };
  const answers = {
    getRuns: await checkGetRuns(call, cases.get_runs.requests[0]),
    setState: await checkSetState(call, checked),
    logs: await checkLogs(call, cases["logs, 1,000 lines"].requests[0], checked),
  };
  return { cases, samples: samplesOf(answers, queue.id) };
}

/** @throws Error when the floor answers another status or hardly as many bytes as ours did. */
export async function checkRunFloor({ port }, { cases, samples }) {
  const call = createCall(port);
  const others = Object.entries(cases).filter(([name]) => name !== "set_state");
  for (const [name, { requests, status }] of others) {
    const answer = await call(numbered(requests[0], 1));
    assert.equal(answer.status, status, `the floor answers ${name}`);
    // Lengths of time in the answer have more or fewer digits.
    const difference = Math.abs(answer.text.length - samples.sizes[name]);
    assert.ok(difference <= samples.sizes[name] / 50, `the size of the floor's answer to ${name}`);
  }
}

function newRun(scheduledTime) {
  const details = { scheduled_time: scheduledTime };
  const state = { type: "SCHEDULED", name: "Scheduled", message: null, data: null, state_details: details };
  return { name: `run-${placeholder}`, state, parameters: { name: "Marvin", n: 3 }, tags: ["bench"] };
}

function getRunsRequest(queueId) {
  const body = { limit: askedRuns, scheduled_before: new Date(Date.now() + 10 * dayMs).toISOString() };
  return { method: "POST", path: `/api/work_queues/${queueId}/get_runs`, body: JSON.stringify(body) };
}

/** All runs become pending, then all running, then all completed, and so on. */
function setStateRequests(ids) {
  return ["PENDING", "RUNNING", "COMPLETED"].flatMap((type) => ids.map((id) => setStateRequest(id, type)));
}

/** As the client sends it. */
function setStateRequest(id, type) {
  const details = { flow_run_id: id, transition_id: `00000000-0000-4000-8000-000${placeholder}` };
  const name = type[0] + type.slice(1).toLowerCase();
  const state = { type, name, message: null, data: null, state_details: details };
  return {
    method: "POST",
    path: `/api/flow_runs/${id}/set_state`,
    body: JSON.stringify({ state, force: false }),
  };
}

function logsRequest(flowRunId) {
  const startMs = Date.now();
  const lines = Array.from({ length: linesPerRequest }, (_, at) => ({
    name: "prefect.flow_runs",
    level: 20,
    message: `${placeholder} row ${at} of the orders was copied to the warehouse without a change of its columns`,
    timestamp: new Date(startMs + at).toISOString(),
    flow_run_id: flowRunId,
    task_run_id: null,
  }));
  return { method: "POST", path: "/api/logs/", body: JSON.stringify(lines) };
}

async function checkGetRuns(call, request) {
  const { status, text } = await call(request);
  assert.equal(status, 200, text);
  const runs = JSON.parse(text);
  assert.equal(runs.length, askedRuns);
  const keys = runs.map((run) => [run.next_scheduled_start_time, run.id].join());
  assert.deepEqual(keys, keys.toSorted(), "by time, then id");
  assert.ok(runs.every((run) => run.state_type === "SCHEDULED" && run.work_queue_name === waiting));
  return text;
}

async function checkSetState(call, id) {
  const texts = [];
  for (const [at, request] of setStateRequests([id]).entries()) {
    const { status, text } = await call(numbered(request, at + 1));
    assert.equal(status, 201, text);
    assert.equal(JSON.parse(text).status, "ACCEPT");
    texts.push(text);
  }
  const run = JSON.parse((await call({ method: "GET", path: `/api/flow_runs/${id}` })).text);
  assert.deepEqual([run.state_type, run.run_count], ["COMPLETED", 1]);
  return texts[1];
}

async function checkLogs(call, request, flowRunId) {
  const { status, text } = await call(numbered(request, 1));
  assert.equal(status, 201, text);
  const logs = { flow_run_id: { any_: [flowRunId] } };
  const stored = await read(call, "/api/logs/filter", {
    logs,
    limit: 200,
    offset: 800,
    sort: "TIMESTAMP_ASC",
  });
  assert.equal(stored.length, 200);
  assert.equal(stored.at(-1).message, JSON.parse(numbered(request, 1).body).at(-1).message);
  return text;
}

/** Answers of ours, cut where the floor puts in what it has read. */
function samplesOf({ getRuns, setState, logs }, queueId) {
  const rows = JSON.parse(getRuns).map((run) => [run.id, cut(JSON.stringify(run), run.name)]);
  return {
    queueId,
    getRuns: Object.fromEntries(rows),
    setState: cut(setState, JSON.parse(setState).state.id),
    sizes: { get_runs: getRuns.length, "logs, 1,000 lines": logs.length },
  };
}

async function read(call, path, body, wanted = 200) {
  const { status, text } = await call({ method: "POST", path, body: JSON.stringify(body) });
  assert.equal(status, wanted, `${path}: ${text}`);
  return JSON.parse(text);
}
