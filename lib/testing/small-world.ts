import type { Deployment } from "@/lib/deployments/model";
import type { Filters } from "@/lib/filters";
import type { FlowRun } from "@/lib/flow-runs/model";
import type { Flow } from "@/lib/flows/model";
import type { StateType } from "@/lib/states/model";
import type { Store } from "@/lib/store";
import type { TaskRun } from "@/lib/task-runs/model";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { aWorkPool, aWorkQueue } from "@/lib/testing/queue-builders";
import { aFlowRun, aState, aTaskRun } from "@/lib/testing/run-builders";
import type { Micros } from "@/lib/time";
import type { WorkPool } from "@/lib/work-pools/model";
import type { WorkQueue } from "@/lib/work-queues/model";

/** What there is of each noun, by name. */
export const everything = {
  flows: "etl lone",
  deployments: "nightly weekly",
  flowRuns: "by-hand n-1 n-2 sub",
  taskRuns: "alone load",
  workPools: "agents other",
  workQueues: "spare test",
};

export type SmallWorld = {
  readonly agents: WorkPool;
  readonly test: WorkQueue;
  readonly etl: Flow;
  readonly lone: Flow;
  readonly nightly: Deployment;
  readonly weekly: Deployment;
  readonly first: FlowRun;
  readonly load: TaskRun;
};

export function at(seconds: number): Micros {
  return (1_767_225_600_000_000 + seconds * 1_000_000) as Micros; // Micros are whole microseconds
}

/**
 * Pool "agents": queue "test": deployment "etl/nightly" with the runs "n-1" (completed; its task "load" began the run
 * "sub") and "n-2" (late). Pool "other": queue "spare": deployment "etl/weekly" (paused, no runs). Flow "etl" has the
 * run "by-hand" too (failed, no deployment); flow "lone" has no deployment, and its run is "sub".
 */
export async function insertSmallWorld(store: Store): Promise<SmallWorld> {
  const agents = aWorkPool({ name: "agents" });
  const other = aWorkPool({ name: "other", type: "process" });
  const test = aWorkQueue({ workPoolId: agents.id, name: "test" });
  const spare = aWorkQueue({ workPoolId: other.id, name: "spare" });
  const etl = aFlow({ name: "etl", tags: ["a", "b"] });
  const lone = aFlow({ name: "lone" });
  const queued = { workQueueId: test.id, workQueueName: test.name };
  const nightly = aDeployment({ flowId: etl.id, name: "nightly", tags: ["a"], ...queued });
  const weekly = aDeployment({
    flowId: etl.id,
    name: "weekly",
    isPaused: true,
    workQueueId: spare.id,
    workQueueName: spare.name,
  });
  const state = (type: StateType, name: string) => aState({ type, name });
  const ofNightly = { flowId: etl.id, deploymentId: nightly.id, ...queued };
  const first = aFlowRun({
    ...ofNightly,
    name: "n-1",
    tags: ["a", "x"],
    state: state("COMPLETED", "Completed"),
    startTime: at(10),
    endTime: at(20),
    expectedStartTime: at(9),
    flowVersion: "1",
    idempotencyKey: "key",
  });
  const load = aTaskRun({
    flowRunId: first.id,
    name: "load",
    tags: ["t"],
    state: state("COMPLETED", "Cached"),
    startTime: at(11),
    expectedStartTime: at(11),
  });
  const late = aFlowRun({
    ...ofNightly,
    name: "n-2",
    state: state("SCHEDULED", "Late"),
    expectedStartTime: at(30),
    nextScheduledStartTime: at(30),
  });
  const byHand = aFlowRun({ flowId: etl.id, name: "by-hand", state: state("FAILED", "Failed") });
  const sub = aFlowRun({ flowId: lone.id, name: "sub", parentTaskRunId: load.id });
  await store.transaction(async (tx) => {
    for (const pool of [agents, other]) await tx.workPools.insert(pool);
    for (const queue of [test, spare]) await tx.workQueues.insert(queue);
    for (const flow of [etl, lone]) await tx.flows.insert(flow);
    for (const deployment of [nightly, weekly]) await tx.deployments.insert(deployment);
    for (const run of [first, late, byHand, sub]) await tx.flowRuns.insert(run);
    await tx.taskRuns.insert(load);
    await tx.taskRuns.insert(aTaskRun({ name: "alone", state: state("RUNNING", "Running") }));
  });
  return { agents, test, etl, lone, nightly, weekly, first, load };
}

/** The names that a list and its count agree on. */
export async function listNames(
  store: Store,
  noun: keyof typeof everything,
  filters: Filters,
): Promise<string> {
  const lists = {
    flows: () => store.flows.list(filters, "name_asc"),
    deployments: () => store.deployments.list(filters, "name_asc"),
    flowRuns: () => store.flowRuns.list(filters, "name_asc"),
    taskRuns: () => store.taskRuns.list(filters, "name_asc"),
    workPools: () => store.workPools.list(filters),
    workQueues: () => store.workQueues.list(filters),
  } as const;
  const names: readonly string[] = (await lists[noun]()).map((row) => row.name);
  const counted = await store[noun].count(filters);
  if (counted !== names.length) throw new Error(`${counted} ${noun} are counted, ${names.length} are listed`);
  return [...names].sort().join(" ");
}
