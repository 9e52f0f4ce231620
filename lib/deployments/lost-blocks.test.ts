import { beforeEach, describe, expect, it } from "vitest";
import { deleteBlockDocument } from "@/lib/blocks/delete-block-document";
import { deleteBlockDocuments } from "@/lib/blocks/delete-block-documents";
import { deleteBlockSchema } from "@/lib/blocks/delete-block-schema";
import { deleteBlockType } from "@/lib/blocks/delete-block-type";
import type { BlockDocument, BlockSchema, BlockType } from "@/lib/blocks/model";
import { applyDeployment, type DeploymentSpec } from "@/lib/deployments/apply-deployment";
import { chooseBlock } from "@/lib/deployments/choose-block";
import type { Deployment } from "@/lib/deployments/model";
import { pauseDeployment, resumeDeployment } from "@/lib/deployments/pause-deployment";
import { runDeployment } from "@/lib/deployments/run-deployment";
import { updateDeployment } from "@/lib/deployments/update-deployment";
import type { Flow } from "@/lib/flows/model";
import type { BlockDocumentId, DeploymentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType, anId } from "@/lib/testing/builders";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { aFlowRun, aState } from "@/lib/testing/run-builders";
import { openTestStore } from "@/lib/testing/template-db";

let deps: Deps;
let flow: Flow;
let type: BlockType;
let schema: BlockSchema;
let storage: BlockDocument;
let other: BlockDocument;
let deployment: Deployment;
let bystander: Deployment;

beforeEach(async () => {
  deps = (await openTestStore()).deps;
  flow = aFlow();
  type = aBlockType({ slug: "s3" });
  schema = aBlockSchema({ blockTypeId: type.id });
  const otherType = aBlockType({ slug: "gcs" });
  const otherSchema = aBlockSchema({ blockTypeId: otherType.id });
  storage = aBlockDocument({ blockTypeId: type.id, blockSchemaId: schema.id, name: "log-test" });
  other = aBlockDocument({ blockTypeId: otherType.id, blockSchemaId: otherSchema.id, name: "other" });
  deployment = aDeployment({ flowId: flow.id, name: "daily", storageDocumentId: storage.id });
  bystander = aDeployment({ flowId: flow.id, storageDocumentId: other.id });
  await deps.store.transaction(async (tx) => {
    await tx.flows.insert(flow);
    for (const each of [type, otherType]) await tx.blockTypes.insert(each);
    for (const each of [schema, otherSchema]) await tx.blockSchemas.insert(each, []);
    for (const each of [storage, other]) await tx.blockDocuments.insert(each, []);
    for (const each of [deployment, bystander]) await tx.deployments.insert(each);
  });
});

const read = async (id: DeploymentId = deployment.id) => {
  const found = await deps.store.deployments.byId(id);
  if (!found) throw new Error("the deployment is gone");
  return found;
};
const lost = { typeSlug: "s3", name: "log-test" };
const loseStorage = () => deleteBlockDocument(deps, storage.id);
const choose = (blockId: BlockDocumentId) =>
  chooseBlock(deps, { deploymentId: deployment.id, role: "storage", blockId });

const isScheduled = () => aState({ type: "SCHEDULED", name: "Scheduled" });
const isRunning = () => aState({ type: "RUNNING", name: "Running" });

describe("a block that deployments use", () => {
  it.each([
    ["by itself", () => deleteBlockDocument(deps, storage.id)],
    ["with others", () => deleteBlockDocuments(deps, [storage.id])],
    ["with its schema", () => deleteBlockSchema(deps, schema.id)],
    ["with its type", () => deleteBlockType(deps, type.id)],
  ])("deleted %s leaves them paused, and without runs that their schedules had made", async (_, remove) => {
    const ofDeployment = { flowId: flow.id, deploymentId: deployment.id };
    const planned = aFlowRun({ ...ofDeployment, isAutoScheduled: true, state: isScheduled() });
    const begun = aFlowRun({ ...ofDeployment, isAutoScheduled: true, state: isRunning() });
    const done = aFlowRun({ ...ofDeployment, state: aState({ type: "COMPLETED" }) });
    const others = aFlowRun({
      flowId: flow.id,
      deploymentId: bystander.id,
      isAutoScheduled: true,
      state: isScheduled(),
    });
    await deps.store.transaction(async (tx) => {
      for (const run of [planned, begun, done, others]) await tx.flowRuns.insert(run);
    });
    await remove();
    expect(await read()).toMatchObject({ isPaused: true, storageDocumentId: null, lostStorage: lost });
    expect((await read()).updated).toBeGreaterThan(deployment.updated);
    const left = await deps.store.flowRuns.list({}, "id_desc");
    expect(left.map(({ id }) => id).sort()).toEqual([begun.id, done.id, others.id].sort());
    expect(await read(bystander.id)).toEqual(bystander);
  });

  it("that could not be deleted leaves them as they are", async () => {
    const nobody = anId<BlockDocumentId>();
    await expect(deleteBlockDocuments(deps, [storage.id, nobody])).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await read()).toEqual(deployment);
  });
});

describe("a deployment whose block was deleted", () => {
  beforeEach(loseStorage);

  const refusal = {
    code: "conflict",
    message: expect.stringMatching(/storage block s3\/log-test was deleted\. Choose another storage block/),
  };

  it.each([
    ["resumed", () => resumeDeployment(deps, deployment.id)],
    ["resumed with its schedule", () => resumeDeployment(deps, deployment.id, { alsoItsSchedule: true })],
    ["changed to run again", () => updateDeployment(deps, deployment.id, { isPaused: false })],
    ["made active again", () => updateDeployment(deps, deployment.id, { isScheduleActive: true })],
    ["run", () => runDeployment(deps, deployment.id, {})],
  ])("cannot be %s", async (_, attempt) => {
    await expect(attempt()).rejects.toMatchObject(refusal);
    expect(await read()).toMatchObject({ isPaused: true, lostStorage: lost });
    expect(await deps.store.flowRuns.count({})).toBe(0);
  });

  it("may be paused and changed otherwise, and stays as it is", async () => {
    await pauseDeployment(deps, deployment.id);
    await updateDeployment(deps, deployment.id, { description: "changed" });
    expect(await read()).toMatchObject({ description: "changed", isPaused: true, lostStorage: lost });
  });

  it("takes another block, stays paused and can then be resumed and run", async () => {
    await choose(other.id);
    expect(await read()).toMatchObject({
      isPaused: true,
      storageDocumentId: other.id,
      lostStorage: null,
    });
    await resumeDeployment(deps, deployment.id);
    expect((await read()).isPaused).toBe(false);
    const { run } = await runDeployment(deps, deployment.id, {});
    expect(run.deploymentId).toBe(deployment.id);
  });

  it("does not take a block that does not exist", async () => {
    await expect(choose(anId<BlockDocumentId>())).rejects.toMatchObject({ code: "conflict" });
    expect((await read()).lostStorage).toEqual(lost);
  });

  it("takes the block of a change, also one that resumes it", async () => {
    await updateDeployment(deps, deployment.id, { storageDocumentId: other.id, isPaused: false });
    expect(await read()).toMatchObject({
      storageDocumentId: other.id,
      lostStorage: null,
      isPaused: false,
    });
  });

  it.each([
    ["with another block", () => other.id],
    ["without one", () => null],
  ])("works again when it is applied %s", async (_, blockId) => {
    await applyDeployment(deps, specOf(deployment, blockId()));
    expect(await read()).toMatchObject({
      storageDocumentId: blockId(),
      lostStorage: null,
      isPaused: false,
    });
  });
});

it("infrastructure is told apart from storage", async () => {
  await chooseBlock(deps, { deploymentId: deployment.id, role: "infrastructure", blockId: other.id });
  await deleteBlockDocument(deps, other.id);
  expect(await read()).toMatchObject({
    isPaused: true,
    storageDocumentId: storage.id,
    lostStorage: null,
    lostInfrastructure: { typeSlug: "gcs", name: "other" },
  });
  await expect(resumeDeployment(deps, deployment.id)).rejects.toMatchObject({
    message: expect.stringContaining("its infrastructure block gcs/other was deleted"),
    issues: [{ path: ["infrastructure_document_id"] }],
  });
  // Agents do not look at the block of the run, so that one of its own does not help.
  const request = { infrastructureDocumentId: storage.id };
  await expect(runDeployment(deps, deployment.id, request)).rejects.toMatchObject({ code: "conflict" });
});

function specOf(
  { id, created, updated, workQueueId, lastPolled, lostStorage, lostInfrastructure, ...said }: Deployment,
  storageDocumentId: BlockDocumentId | null,
): DeploymentSpec {
  return { ...said, storageDocumentId, schedules: [], workPoolName: null };
}
