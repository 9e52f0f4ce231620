// A deployment that is run many times a minute, by a script that makes the calls of an agent and of the flow runs that it
// would start, in their order. No process is started for a run: what is loaded is the server.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { cpuMicrosOf } from "./processes.mjs";

const queueName = "sustained";
const pollMs = 5000;
const prefetchMs = 15_000;
const sampleMs = 5000;

/**
 * Runs the deployment `perMinute` times a minute for some minutes and answers how long its queue was meanwhile.
 * @throws Error when a call is refused or a run does not complete
 */
export async function sustainRuns({ port, child }, { perMinute, minutes }) {
  const world = { call: createClient(port), milliseconds: [], samples: [], atWork: new Set(), completed: 0 };
  const deployment = await deploy(world.call);
  const startMs = Date.now();
  const endMs = startMs + minutes * 60_000;
  const cpuBefore = cpuMicrosOf(child.pid);
  const [created] = await Promise.all([
    order(world, deployment, { endMs, everyMs: 60_000 / perMinute }),
    poll(world, endMs),
    sample(world, startMs, endMs),
  ]);
  const cpu = cpuBefore === undefined ? undefined : cpuMicrosOf(child.pid) - cpuBefore;
  await finish(world, created);
  const counted = await world.call("POST", "/flow_runs/count", {
    flow_runs: { deployment_id: { any_: [deployment.id] }, state: { type: { any_: ["COMPLETED"] } } },
  });
  assert.equal(counted, created, "every run completed");
  const calls = world.call.milliseconds.toSorted((a, b) => a - b);
  const quantile = (share) => calls[Math.floor((calls.length - 1) * share)];
  return {
    created,
    samples: world.samples,
    calls: calls.length,
    ...{ p50: quantile(0.5), p99: quantile(0.99), max: quantile(1) },
    busy: cpu && cpu / 1e6 / (minutes * 60),
    isGrowing: isGrowing(world.samples.map(({ queued, working }) => queued + working)),
  };
}

/** Whether the last fifth is clearly longer than the first one, in which a poll's worth of runs waits. */
function isGrowing(lengths) {
  const fifth = Math.ceil(lengths.length / 5);
  const mean = (part) => part.reduce((sum, length) => sum + length, 0) / part.length;
  return mean(lengths.slice(-fifth)) > 1.5 * mean(lengths.slice(0, fifth)) + 5;
}

async function deploy(call) {
  const type = await call("GET", "/block_types/slug/process");
  const [schema] = await call("POST", "/block_schemas/filter", {
    block_schemas: { block_type_id: { any_: [type.id] } },
    limit: 1,
  });
  const document = await call("POST", "/block_documents/", {
    data: { env: {}, stream_output: true },
    block_type_id: type.id,
    block_schema_id: schema.id,
    is_anonymous: true,
  });
  const flow = await call("POST", "/flows/", { name: queueName, tags: [] });
  return call("POST", "/deployments/", {
    name: queueName,
    flow_id: flow.id,
    work_queue_name: queueName,
    infrastructure_document_id: document.id,
    entrypoint: "flow.py:sustained",
    path: "/srv/flows",
  });
}

/** As `deployment run` does, at even distances. */
async function order({ call }, { id }, { endMs, everyMs }) {
  let created = 0;
  for (let atMs = Date.now(); atMs < endMs; atMs += everyMs) {
    await pause(Math.max(0, atMs - Date.now()));
    const body = {
      state: stateOf("SCHEDULED", { scheduled_time: new Date().toISOString() }),
      parameters: {},
    };
    await call("POST", `/deployments/${id}/create_flow_run`, body);
    created += 1;
  }
  return created;
}

/** The loop of an agent. */
async function poll(world, endMs) {
  const { call } = world;
  const cancelling = [{ name: { any_: ["Cancelling"] } }, { type: { any_: ["CANCELLING"] } }];
  while (Date.now() < endMs) {
    const nextMs = Date.now() + pollMs;
    const queue = await call("GET", `/work_queues/name/${queueName}`);
    const scheduled_before = new Date(Date.now() + prefetchMs).toISOString();
    const runs = await call("POST", `/work_queues/${queue.id}/get_runs`, { limit: 100, scheduled_before });
    for (const state of cancelling) {
      const flow_runs = { state, work_queue_name: { any_: [queueName] } };
      await call("POST", "/flow_runs/filter", { flow_runs });
    }
    for (const run of runs) {
      if (!world.atWork.has(run.id)) start(world, run);
    }
    await pause(Math.max(0, nextMs - Date.now()));
  }
}

function start(world, run) {
  world.atWork.add(run.id);
  work(world, run).then(
    () => {
      world.completed += 1;
      world.atWork.delete(run.id);
    },
    (error) => {
      world.fault ??= error;
    },
  );
}

/** What the agent and then the process of one run ask. */
async function work({ call }, { id, deployment_id, flow_id }) {
  await enter(call, `/flow_runs/${id}`, "PENDING");
  const deployment = await call("GET", `/deployments/${deployment_id}`);
  await call("GET", `/flows/${flow_id}`);
  const infrastructure = `/block_documents/${deployment.infrastructure_document_id}?include_secrets=true`;
  await call("GET", infrastructure);
  await call("PATCH", `/flow_runs/${id}`, { infrastructure_pid: "host:4711" });

  await call("GET", `/flow_runs/${id}`);
  await call("GET", `/deployments/${deployment_id}`);
  await call("PATCH", `/flow_runs/${id}`, {
    flow_version: "1",
    empirical_policy: { retries: 0, retry_delay: 0 },
  });
  await enter(call, `/flow_runs/${id}`, "RUNNING");
  await call("GET", `/flow_runs/${id}`);
  const task = await call("POST", "/task_runs/", {
    name: "copy-0",
    flow_run_id: id,
    task_key: "copy",
    dynamic_key: "0",
    state: stateOf("PENDING"),
  });
  await call("GET", "/health");
  await enter(call, `/task_runs/${task.id}`, "RUNNING");
  await call("GET", `/task_runs/${task.id}`);
  await enter(call, `/task_runs/${task.id}`, "COMPLETED");
  await enter(call, `/flow_runs/${id}`, "COMPLETED");
  await call("POST", "/logs/", linesOf(id, task.id));
}

/** Proposes a state again for as long as the server says to wait. */
async function enter(call, path, type) {
  for (;;) {
    const body = { state: stateOf(type, { transition_id: randomUUID() }), force: false };
    const { status, details } = await call("POST", `${path}/set_state`, body);
    if (status === "ACCEPT") return;
    assert.equal(status, "WAIT", `${type} of ${path}: ${JSON.stringify(details)}`);
    await pause(details.delay_seconds * 1000);
  }
}

async function sample({ call, samples, atWork }, startMs, endMs) {
  for (let atMs = startMs + sampleMs; atMs <= endMs; atMs += sampleMs) {
    await pause(atMs - Date.now());
    const state = { type: { any_: ["SCHEDULED"] } };
    const flow_runs = { state, work_queue_name: { any_: [queueName] } };
    const queued = await call("POST", "/flow_runs/count", { flow_runs });
    samples.push({ seconds: Math.round((Date.now() - startMs) / 1000), queued, working: atWork.size });
  }
}

/** The runs that were ordered after the last poll, and those at work. */
async function finish(world, created) {
  await poll(world, Date.now() + 1);
  const deadlineMs = Date.now() + 30_000;
  while (world.completed < created && !world.fault && Date.now() < deadlineMs) await pause(100);
  if (world.fault) throw world.fault;
}

function stateOf(type, state_details = {}) {
  return { type, name: type[0] + type.slice(1).toLowerCase(), message: null, data: null, state_details };
}

function linesOf(flow_run_id, task_run_id) {
  const timestamp = new Date().toISOString();
  const line = { level: 20, timestamp, flow_run_id };
  return [
    {
      ...line,
      name: "prefect.flow_runs",
      message: "Created task run 'copy-0' for task 'copy'",
      task_run_id: null,
    },
    { ...line, name: "prefect.task_runs", message: "Finished in state Completed()", task_run_id },
    {
      ...line,
      name: "prefect.flow_runs",
      message: "Finished in state Completed('All states completed.')",
      task_run_id: null,
    },
  ];
}

/** Answers parsed bodies, and keeps how long each call took. */
function createClient(port) {
  const milliseconds = [];
  const call = async (method, path, body) => {
    const startedAt = performance.now();
    const headers = { "x-prefect-api-version": "0.8.4" };
    if (body !== undefined) headers["content-type"] = "application/json";
    const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    milliseconds.push(performance.now() - startedAt);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
    return text === "" ? undefined : JSON.parse(text);
  };
  return Object.assign(call, { milliseconds });
}
