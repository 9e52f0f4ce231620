import { beforeEach, describe, expect, it } from "vitest";
import { deleteBlockDocument } from "@/lib/blocks/delete-block-document";
import { deleteBlockDocuments } from "@/lib/blocks/delete-block-documents";
import { deleteBlockSchema } from "@/lib/blocks/delete-block-schema";
import { deleteBlockType } from "@/lib/blocks/delete-block-type";
import type { BlockDocument, BlockSchema, BlockType } from "@/lib/blocks/model";
import { chooseBlock } from "@/lib/deployments/choose-block";
import type { Deployment } from "@/lib/deployments/model";
import { pauseDeployment } from "@/lib/deployments/pause-deployment";
import { runDeployment } from "@/lib/deployments/run-deployment";
import type { FlowRun } from "@/lib/flow-runs/model";
import { resumeFlowRun } from "@/lib/flow-runs/resume-flow-run";
import { retryFlowRun } from "@/lib/flow-runs/retry-flow-run";
import { setFlowRunState } from "@/lib/flow-runs/set-flow-run-state";
import type { FlowRunId } from "@/lib/ids";
import { noDetails, type ProposedState } from "@/lib/states/model";
import type { Deps } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { aWorkPool, aWorkQueue } from "@/lib/testing/queue-builders";
import { aFlowRun, aState, aTaskRun } from "@/lib/testing/run-builders";
import { aPolicy } from "@/lib/testing/situation-builders";
import { openTestStore } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";
import type { WorkQueue } from "@/lib/work-queues/model";

let deps: Deps;
let type: BlockType;
let schema: BlockSchema;
let storage: BlockDocument;
let other: BlockDocument;
let queue: WorkQueue;
let deployment: Deployment;
let bystander: Deployment;

beforeEach(async () => {
  deps = (await openTestStore()).deps;
  const flow = aFlow();
  type = aBlockType({ slug: "s3" });
  schema = aBlockSchema({ blockTypeId: type.id });
  const otherType = aBlockType({ slug: "gcs" });
  const otherSchema = aBlockSchema({ blockTypeId: otherType.id });
  storage = aBlockDocument({ blockTypeId: type.id, blockSchemaId: schema.id, name: "log-test" });
  other = aBlockDocument({ blockTypeId: otherType.id, blockSchemaId: otherSchema.id, name: "other" });
  const pool = aWorkPool();
  queue = aWorkQueue({ workPoolId: pool.id });
  const queued = { flowId: flow.id, workQueueId: queue.id, workQueueName: queue.name };
  deployment = aDeployment({ ...queued, name: "daily", storageDocumentId: storage.id });
  bystander = aDeployment({ ...queued, storageDocumentId: other.id });
  await deps.store.transaction(async (tx) => {
    await tx.flows.insert(flow);
    await tx.workPools.insert(pool);
    await tx.workQueues.insert(queue);
    for (const each of [type, otherType]) await tx.blockTypes.insert(each);
    for (const each of [schema, otherSchema]) await tx.blockSchemas.insert(each, []);
    for (const each of [storage, other]) await tx.blockDocuments.insert(each, []);
    for (const each of [deployment, bystander]) await tx.deployments.insert(each);
  });
});

const dueAt = (Date.UTC(2026, 0, 1) * 1000) as Micros; // whole microseconds
const scheduled = (name = "Scheduled") => ({
  state: aState({ name, details: { scheduledTime: dueAt } }),
  expectedStartTime: dueAt,
  nextScheduledStartTime: dueAt,
});
const runOf = ({ id, flowId, workQueueId }: Deployment, run: Partial<FlowRun>) =>
  aFlowRun({ flowId, deploymentId: id, workQueueId, ...run });
const insert = (...runs: readonly FlowRun[]) =>
  deps.store.transaction(async (tx) => {
    for (const run of runs) await tx.flowRuns.insert(run);
  });
const read = async (id: FlowRunId) => {
  const run = await deps.store.flowRuns.byId(id);
  if (!run) throw new Error("the run is gone");
  return run;
};
const dueRuns = async () => {
  const before = Number.MAX_SAFE_INTEGER as Micros; // the end of time
  const due = await deps.store.flowRuns.due({ queueIds: [queue.id], before, limit: 1000 });
  return due.map(({ id }) => id);
};
const loseStorage = () => deleteBlockDocument(deps, storage.id);
const message = "The storage block s3/log-test of its deployment was deleted before it began.";
const toPending: ProposedState = {
  type: "PENDING",
  name: "Pending",
  message: null,
  data: null,
  details: noDetails,
};

describe("deleting a block", () => {
  it.each([
    ["by itself", () => deleteBlockDocument(deps, storage.id)],
    ["with others", () => deleteBlockDocuments(deps, [storage.id])],
    ["with its schema", () => deleteBlockSchema(deps, schema.id)],
    ["with its type", () => deleteBlockType(deps, type.id)],
  ])("%s leaves agents no run of its deployments, and all of the others", async (_, remove) => {
    const { run: asked } = await runDeployment(deps, deployment.id, {});
    const late = runOf(deployment, scheduled("Late"));
    const again = runOf(deployment, { ...scheduled("AwaitingRetry"), runCount: 1 });
    const planned = runOf(deployment, { ...scheduled(), isAutoScheduled: true });
    const [others, lone] = [runOf(bystander, scheduled()), runOf(bystander, scheduled())];
    await insert(late, again, planned, others, { ...lone, deploymentId: null });
    expect(await dueRuns()).toHaveLength(6);
    await remove();
    expect((await dueRuns()).sort()).toEqual([others.id, lone.id].sort());
    expect(await read(others.id)).toEqual(others);
    for (const { id } of [asked, late]) {
      expect(await read(id)).toMatchObject({
        state: { type: "CANCELLED", name: "Cancelled", message, details: { flowRunId: id } },
        nextScheduledStartTime: null,
        startTime: null,
        endTime: null,
      });
    }
    expect((await read(again.id)).state?.message).toBe(message.replace(/\.$/, " again."));
    const states = await deps.store.flowRuns.statesOf(asked.id);
    expect(states.map((state) => state.type)).toEqual(["SCHEDULED", "CANCELLED"]);
  });

  it("names the infrastructure block when that one goes", async () => {
    await chooseBlock(deps, { deploymentId: bystander.id, role: "infrastructure", blockId: storage.id });
    const { run } = await runDeployment(deps, bystander.id, {});
    await loseStorage();
    expect((await read(run.id)).state?.message).toBe(message.replace("storage", "infrastructure"));
  });

  it("also reaches runs of a deployment that was paused before", async () => {
    const { run } = await runDeployment(deps, deployment.id, {});
    await pauseDeployment(deps, deployment.id);
    expect(await dueRuns()).toEqual([run.id]);
    await loseStorage();
    expect(await dueRuns()).toEqual([]);
  });

  it("leaves what is under way, has ended, or waits in its own process", async () => {
    const kept = [
      runOf(deployment, { state: aState({ type: "PENDING" }) }),
      runOf(deployment, { state: aState({ type: "RUNNING" }), runCount: 1 }),
      runOf(deployment, { state: aState({ type: "FAILED" }), runCount: 1 }),
      runOf(deployment, {
        ...scheduled("AwaitingRetry"),
        runCount: 1,
        empiricalPolicy: aPolicy({ retry_type: "in_process" }),
      }),
    ];
    await insert(...kept);
    await loseStorage();
    for (const run of kept) expect(await read(run.id)).toEqual(run);
  });

  it("reaches every run, however many there are", async () => {
    await insert(...Array.from({ length: 450 }, () => runOf(deployment, scheduled())));
    await loseStorage();
    expect(Object.fromEntries(await deps.store.flowRuns.countByState({}))).toEqual({ CANCELLED: 450 });
  });

  it("ends the task that stands for the run in its parent", async () => {
    const parent = runOf(bystander, { state: aState({ type: "RUNNING" }) });
    const task = aTaskRun({ flowRunId: parent.id, state: aState() });
    const child = runOf(deployment, { ...scheduled(), parentTaskRunId: task.id });
    await insert(parent, child);
    await deps.store.transaction((tx) => tx.taskRuns.insert(task));
    await loseStorage();
    expect(await deps.store.taskRuns.byId(task.id)).toMatchObject({
      state: { type: "CANCELLED", message, details: { childFlowRunId: child.id } },
    });
  });

  it("that fails cancels nothing", async () => {
    const { run } = await runDeployment(deps, deployment.id, {});
    const nobody = aBlockDocument({ blockTypeId: type.id, blockSchemaId: schema.id }).id;
    await expect(deleteBlockDocuments(deps, [storage.id, nobody])).rejects.toThrow();
    expect(await read(run.id)).toEqual(run);
  });
});

describe("a run whose deployment lost a block", () => {
  const abort = {
    answer: {
      status: "abort",
      reason: expect.stringMatching(/^The storage block s3\/log-test of its deployment was deleted\. Choose/),
    },
    isNew: false,
  };

  it("that ended is not begun anew, and the refusal names the block; with another block it is", async () => {
    const failed = runOf(deployment, { state: aState({ type: "FAILED" }), runCount: 1 });
    await insert(failed);
    await loseStorage();
    await expect(retryFlowRun(deps, failed.id)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("its storage block s3/log-test was deleted. Choose another"),
    });
    const proposed = { ...toPending, type: "SCHEDULED", name: "AwaitingRetry" } as const;
    expect(await setFlowRunState(deps, failed.id, { proposed })).toMatchObject(abort);
    expect(await read(failed.id)).toEqual(failed);
    await chooseBlock(deps, { deploymentId: deployment.id, role: "storage", blockId: other.id });
    expect(await retryFlowRun(deps, failed.id)).toMatchObject({ name: "AwaitingRetry" });
  });

  it("is not given to the agent that found it before, unless a person forces it", async () => {
    await loseStorage();
    const found = runOf(deployment, scheduled());
    const others = runOf(bystander, scheduled());
    await insert(found, others);
    expect(await setFlowRunState(deps, found.id, { proposed: toPending })).toMatchObject(abort);
    expect(await read(found.id)).toEqual(found);
    const accepted = { answer: { status: "accept" }, isNew: true };
    expect(await setFlowRunState(deps, others.id, { proposed: toPending })).toMatchObject(accepted);
    const forced = { proposed: toPending, isForced: true };
    expect(await setFlowRunState(deps, found.id, forced)).toMatchObject(accepted);
  });

  it("that is suspended stays so when somebody resumes it", async () => {
    const state = aState({ type: "PAUSED", name: "Suspended", details: { pauseReschedule: true } });
    const suspended = runOf(deployment, { state, runCount: 1 });
    await insert(suspended);
    await loseStorage();
    expect(await resumeFlowRun(deps, suspended.id)).toMatchObject(abort);
    expect(await read(suspended.id)).toEqual(suspended);
  });
});
