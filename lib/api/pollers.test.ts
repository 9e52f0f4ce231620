import { expect, test } from "vitest";
import { openSqlite } from "@/db/sqlite";
import { openStore } from "@/db/stores/open-store";
import { createApi } from "@/lib/api/app";
import { parseConfig } from "@/lib/config/schema";
import type { FlowRunId } from "@/lib/ids";
import { createLogger } from "@/lib/log/logger";
import { anId } from "@/lib/testing/builders";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { aWorkPool, aWorkQueue } from "@/lib/testing/queue-builders";
import { aFlowRun, aState } from "@/lib/testing/run-builders";
import { testCipher } from "@/lib/testing/template-db";
import { callerOf, openTestApi, type TestApi } from "@/lib/testing/test-api";
import { createClock } from "@/lib/time";

type Call = TestApi["call"];

async function insertDueRuns(
  { store }: TestApi,
  amount: number,
): Promise<{ queueId: string; ids: FlowRunId[] }> {
  const flow = aFlow();
  const pool = aWorkPool();
  const queue = aWorkQueue({ workPoolId: pool.id });
  const ofQueue = { workQueueId: queue.id, workQueueName: queue.name };
  const deployment = aDeployment({ flowId: flow.id, ...ofQueue });
  const ids: FlowRunId[] = [];
  await store.transaction(async (tx) => {
    await tx.flows.insert(flow);
    await tx.workPools.insert(pool);
    await tx.workQueues.insert(queue);
    await tx.deployments.insert(deployment);
    for (let index = 0; index < amount; index += 1) {
      const state = aState();
      const due = { expectedStartTime: state.timestamp, nextScheduledStartTime: state.timestamp };
      const details = { ...state.details, scheduledTime: state.timestamp };
      const run = aFlowRun({
        flowId: flow.id,
        deploymentId: deployment.id,
        ...ofQueue,
        ...due,
        state: { ...state, details },
      });
      await tx.flowRuns.insert(run);
      ids.push(run.id);
    }
  });
  return { queueId: queue.id, ids };
}

/**
 * An agent: asks for runs, takes what it gets, and starts what it was granted, until there are none. Pairs of agents begin
 * with the same run, and each asks anew when another one was faster, or the test would last a minute.
 */
async function poll(call: Call, queueId: string, agent: number, started: string[]): Promise<void> {
  for (;;) {
    const asked = { limit: 20, scheduled_before: "2026-02-02T00:00:00Z" };
    const due = await call("POST", `/work_queues/${queueId}/get_runs`, asked);
    expect(due.status).toBe(200);
    if (due.json.length === 0) return;
    const first = Math.floor(agent / 2) % due.json.length;
    for (const { id } of due.json.slice(first)) {
      const reply = await call("POST", `/flow_runs/${id}/set_state`, { state: { type: "PENDING" } });
      expect(["ACCEPT", "ABORT"]).toContain(reply.json.status);
      if (reply.json.status === "ABORT") break;
      started.push(id);
    }
  }
}

test("of 1000 runs that 20 agents ask for at once each is started exactly once", {
  timeout: 60_000,
}, async () => {
  const api = await openTestApi();
  const { queueId, ids } = await insertDueRuns(api, 1000);
  const started: string[] = [];
  await Promise.all(Array.from({ length: 20 }, (_, agent) => poll(api.call, queueId, agent, started)));
  expect(started.toSorted()).toEqual(ids.toSorted());
});

test("two servers on one database start each run exactly once", { timeout: 60_000 }, async () => {
  const api = await openTestApi();
  const { queueId, ids } = await insertDueRuns(api, 200);
  const dialect = openSqlite({ file: api.file });
  const store = openStore(dialect, testCipher());
  const deps = { store, now: createClock(() => Date.UTC(2026, 1, 1)), newId: anId };
  const log = createLogger("error", { write: () => {} });
  const other = callerOf(createApi({ ...deps, config: parseConfig({}), log, close: async () => {} }));
  const started: string[] = [];
  try {
    const calls = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? api.call : other));
    await Promise.all(calls.map((call, agent) => poll(call, queueId, agent, started)));
  } finally {
    await dialect.close();
  }
  expect(started.toSorted()).toEqual(ids.toSorted());
});
