import { beforeEach, expect, it } from "vitest";
import { deleteBlockDocuments } from "@/lib/blocks/delete-block-documents";
import { readDeploymentUsers } from "@/lib/blocks/deployment-users";
import { listBlocks } from "@/lib/blocks/list-blocks";
import { parseListQuery } from "@/lib/blocks/list-query";
import type { BlockDocument } from "@/lib/blocks/model";
import { previewDeletion } from "@/lib/blocks/preview-deletion";
import { readBlockDetails } from "@/lib/blocks/read-block-details";
import type { Deployment } from "@/lib/deployments/model";
import { aBlockDocument, aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";

let stage: TestStore;
let storage: BlockDocument;
let both: BlockDocument;
let idle: BlockDocument;
const flow = aFlow({ name: "log-flow" });
const type = aBlockType({ slug: "s3" });
const schema = aBlockSchema({ blockTypeId: type.id });

beforeEach(async () => {
  stage = await openTestStore();
  const block = (name: string) =>
    aBlockDocument({ name, blockTypeId: type.id, blockSchemaId: schema.id, data: { secret: "kanarie" } });
  [storage, both, idle] = [block("storage"), block("both"), block("idle")];
  await stage.store.transaction(async (tx) => {
    await tx.blockTypes.insert(type);
    await tx.blockSchemas.insert(schema, []);
    for (const document of [storage, both, idle]) await tx.blockDocuments.insert(document, []);
    await tx.flows.insert(flow);
  });
});

async function deploy(overrides: Partial<Deployment>): Promise<Deployment> {
  const deployment = aDeployment({ flowId: flow.id, ...overrides });
  await stage.store.transaction((tx) => tx.deployments.insert(deployment));
  return deployment;
}

it("names each deployment once for each block, with all that it uses the block as", async () => {
  const entrypoint = "log_flow.py:log_flow";
  const b = await deploy({
    name: "b",
    entrypoint,
    storageDocumentId: both.id,
    infrastructureDocumentId: both.id,
  });
  const a = await deploy({ name: "a", storageDocumentId: both.id, isPaused: true });
  const users = await readDeploymentUsers(stage.store, [both.id, idle.id]);
  expect(users.map(({ deployment }) => deployment)).toEqual([
    { flowName: "log-flow", name: "a", entrypoint: null },
    { flowName: "log-flow", name: "b", entrypoint },
  ]);
  expect(users).toMatchObject([
    { id: a.id, title: "log-flow/a", roles: ["storage"], isPaused: true, blockId: both.id },
    {
      id: b.id,
      title: "log-flow/b",
      roles: ["storage", "infrastructure"],
      isPaused: false,
      blockId: both.id,
    },
  ]);
  expect(await readDeploymentUsers(stage.store, [idle.id])).toEqual([]);
  expect(await readDeploymentUsers(stage.store, [])).toEqual([]);
});

it("the page of a block and its row in the list name them", async () => {
  await deploy({ name: "nightly", storageDocumentId: storage.id });
  const details = await readBlockDetails(stage.deps, storage.id);
  expect(details?.deployments.map(({ title }) => title)).toEqual(["log-flow/nightly"]);
  expect((await readBlockDetails(stage.deps, idle.id))?.deployments).toEqual([]);
  const { rows } = await listBlocks(stage.deps, parseListQuery({ q: "storage" }));
  expect(rows[0]?.usedBy).toEqual({ blocks: 0, deployments: 1, names: ["log-flow/nightly"] });
});

it("the preview of a deletion names those that are paused by it, and the deletion keeps them", async () => {
  const nightly = await deploy({ name: "nightly", storageDocumentId: storage.id });
  await deploy({ name: "other", storageDocumentId: both.id });
  const preview = await previewDeletion(stage.deps, [storage.id, idle.id]);
  expect(preview.deployments).toEqual([
    { id: nightly.id, title: "log-flow/nightly", roles: ["storage"], isPaused: false, uses: "storage" },
  ]);
  await deleteBlockDocuments(stage.deps, [storage.id, idle.id]);
  expect(await stage.store.deployments.byId(nightly.id)).toMatchObject({ isPaused: true });
});
