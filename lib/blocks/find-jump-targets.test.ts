import { beforeEach, expect, test } from "vitest";
import { findJumpTargets } from "@/lib/blocks/find-jump-targets";
import { aBlockDocument, aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { aDeployment, aFlow } from "@/lib/testing/deployment-builders";
import { openTestStore, type TestStore } from "@/lib/testing/template-db";

let stage: TestStore;
const labelsOf = async (text: string) => (await findJumpTargets(stage.deps, text)).map(({ label }) => label);

beforeEach(async () => {
  stage = await openTestStore();
  const type = aBlockType({ slug: "my-storage", name: "My Storage" });
  const schema = aBlockSchema({ blockTypeId: type.id });
  await stage.store.transaction(async (tx) => {
    await tx.blockTypes.insert(type);
    await tx.blockTypes.insert(aBlockType({ slug: "other", name: "Other" }));
    await tx.blockSchemas.insert(schema, []);
    for (let index = 0; index < 9; index++) {
      const ids = { blockTypeId: type.id, blockSchemaId: schema.id };
      await tx.blockDocuments.insert(
        aBlockDocument({ name: `raw-${index}`, ...ids, data: { value: "canary" } }),
        [],
      );
    }
  });
});

test("without a text the last updated blocks are offered, and no types", async () => {
  expect(await labelsOf("  ")).toEqual(["raw-8", "raw-7", "raw-6", "raw-5", "raw-4", "raw-3"]);
});

test("a text finds blocks by name and types by name or slug, with where they lead", async () => {
  expect(await findJumpTargets(stage.deps, "RAW-3")).toEqual([
    {
      kind: "block",
      href: expect.stringMatching(/^\/blocks\/block\/[0-9a-f-]{36}$/),
      label: "raw-3",
      detail: "My Storage",
    },
  ]);
  expect(await labelsOf("y-sto")).toContain("My Storage");
  expect(await labelsOf("other")).toEqual(["Other"]);
});

test("nothing of a block's data leaves, and a wildcard is only a character", async () => {
  expect(JSON.stringify(await findJumpTargets(stage.deps, ""))).not.toContain("canary");
  expect(await labelsOf("%")).toEqual([]);
});

test("deployments are found by their own name and by that of their flow", async () => {
  const flow = aFlow({ name: "log-flow" });
  const deployment = aDeployment({ flowId: flow.id, name: "nightly" });
  await stage.store.transaction(async (tx) => {
    await tx.flows.insert(flow);
    await tx.deployments.insert(deployment);
  });
  const target = {
    kind: "deployment",
    href: `/deployments/deployment/${deployment.id}`,
    label: "nightly",
    detail: "log-flow",
  };
  for (const text of ["night", "log-f"]) expect(await findJumpTargets(stage.deps, text)).toEqual([target]);
  expect(await labelsOf("")).not.toContain("nightly");
});
