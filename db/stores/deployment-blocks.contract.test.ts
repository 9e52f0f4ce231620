import { beforeEach, describe, expect, it } from "vitest";
import type { BlockDocument, BlockSchema, BlockType } from "@/lib/blocks/model";
import type { Deployment } from "@/lib/deployments/model";
import type { Flow } from "@/lib/flows/model";
import type { Store } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { openTestStore } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";

const at = 99 as Micros;

describe.each(["sqlite"])("blocks of deployments on %s", () => {
  let store: Store;
  let flow: Flow;
  let type: BlockType;
  let schema: BlockSchema;
  let storage: BlockDocument;
  let other: BlockDocument;
  let deployment: Deployment;

  beforeEach(async () => {
    store = (await openTestStore()).store;
    flow = aFlow();
    type = aBlockType({ slug: "s3" });
    schema = aBlockSchema({ blockTypeId: type.id });
    const ofType = { blockTypeId: type.id, blockSchemaId: schema.id };
    storage = aBlockDocument({ ...ofType, name: "log-test" });
    other = aBlockDocument({ ...ofType, name: "other" });
    deployment = aDeployment({ flowId: flow.id, storageDocumentId: storage.id });
    await store.transaction(async (tx) => {
      await tx.flows.insert(flow);
      await tx.blockTypes.insert(type);
      await tx.blockSchemas.insert(schema, []);
      for (const document of [storage, other]) await tx.blockDocuments.insert(document, []);
      await tx.deployments.insert(deployment);
    });
  });

  const lost = { typeSlug: "s3", name: "log-test" };
  const update = (changes: Partial<Deployment>) =>
    store.transaction((tx) => tx.deployments.update({ ...deployment, ...changes }));
  const read = async () => {
    const found = await store.deployments.byId(deployment.id);
    if (!found) throw new Error("the deployment is gone");
    return found;
  };

  it("say which deployments use them, and as what", async () => {
    const second = aDeployment({
      flowId: flow.id,
      storageDocumentId: other.id,
      infrastructureDocumentId: storage.id,
    });
    await store.transaction((tx) => tx.deployments.insert(second));
    expect(await store.deployments.usesOf([storage.id])).toEqual([
      { deploymentId: deployment.id, blockDocumentId: storage.id, role: "storage" },
      { deploymentId: second.id, blockDocumentId: storage.id, role: "infrastructure" },
    ]);
    expect(await store.deployments.usesOf([])).toEqual([]);
  });

  it.each([
    ["itself", (tx: Store) => tx.blockDocuments.delete([storage.id])],
    ["with its schema", (tx: Store) => tx.blockSchemas.delete(schema.id)],
    ["with its type", (tx: Store) => tx.blockTypes.delete(type.id)],
  ])("are lost when one is deleted %s: the deployment stays, its label too", async (_, remove) => {
    await store.transaction<unknown>((tx) => remove(tx));
    expect(await read()).toEqual({ ...deployment, storageDocumentId: null, lostStorage: lost });
  });

  it("leave their deployments paused, and no others", async () => {
    const [bare, kept] = [
      aDeployment({ flowId: flow.id }),
      aDeployment({ flowId: flow.id, infrastructureDocumentId: other.id }),
    ];
    const runsOn = aDeployment({ flowId: flow.id, infrastructureDocumentId: storage.id });
    await store.transaction(async (tx) => {
      for (const each of [bare, kept, runsOn]) await tx.deployments.insert(each);
    });
    expect(await store.transaction((tx) => tx.deployments.pauseOrphans(at))).toEqual([]);
    const paused = await store.transaction(async (tx) => {
      await tx.blockDocuments.delete([storage.id]);
      return tx.deployments.pauseOrphans(at);
    });
    expect([...paused].sort()).toEqual([deployment.id, runsOn.id].sort());
    expect(await read()).toMatchObject({ isPaused: true, updated: at });
    expect(await store.deployments.byId(runsOn.id)).toMatchObject({
      isPaused: true,
      lostInfrastructure: lost,
    });
    expect(await store.deployments.byId(bare.id)).toEqual(bare);
    expect(await store.deployments.byId(kept.id)).toEqual(kept);
    expect(await store.transaction((tx) => tx.deployments.pauseOrphans(at))).toEqual([]);
  });

  it("that were deleted are told of the deployments that are asked for", async () => {
    const both = aDeployment({
      flowId: flow.id,
      storageDocumentId: other.id,
      infrastructureDocumentId: storage.id,
    });
    const kept = aDeployment({ flowId: flow.id, storageDocumentId: other.id });
    await store.transaction(async (tx) => {
      for (const each of [both, kept]) await tx.deployments.insert(each);
    });
    const ids = [deployment.id, both.id, kept.id];
    expect(await store.deployments.lossesOf(ids)).toEqual([]);
    await store.transaction((tx) => tx.blockDocuments.delete([storage.id]));
    const losses = await store.deployments.lossesOf(ids);
    expect(losses).toHaveLength(2);
    expect(losses).toContainEqual({ id: deployment.id, lostStorage: lost, lostInfrastructure: null });
    expect(losses).toContainEqual({ id: both.id, lostStorage: null, lostInfrastructure: lost });
    expect(await store.deployments.lossesOf([kept.id])).toEqual([]);
    expect(await store.deployments.lossesOf([])).toEqual([]);
  });

  it("stay lost through an update until it says otherwise", async () => {
    await store.transaction((tx) => tx.blockDocuments.delete([storage.id]));
    await update({ ...(await read()), description: "changed" });
    expect((await read()).lostStorage).toEqual(lost);
    await update({ ...(await read()), storageDocumentId: other.id });
    expect(await read()).toMatchObject({ storageDocumentId: other.id, lostStorage: null });
    await store.transaction((tx) => tx.blockDocuments.delete([other.id]));
    expect((await read()).lostStorage).toEqual({ typeSlug: "s3", name: "other" });
    await update({ ...(await read()), lostStorage: null });
    expect(await read()).toMatchObject({ storageDocumentId: null, lostStorage: null });
  });

  it("are not lost when a deployment chooses none", async () => {
    await update({ storageDocumentId: null });
    expect((await read()).lostStorage).toBeNull();
    await store.transaction((tx) => tx.blockDocuments.delete([storage.id]));
    expect((await read()).lostStorage).toBeNull();
  });
});
