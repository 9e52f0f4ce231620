import { beforeEach, expect, test } from "vitest";
import { readBlockTypeView } from "@/lib/blocks/read-block-type-view";
import type { Deps } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { openTestStore } from "@/lib/testing/template-db";

let deps: Deps;

beforeEach(async () => {
  deps = (await openTestStore()).deps;
});

test("a type shows its newest schema as a table and as JSON, all versions, and its newest blocks", async () => {
  const other = aBlockType({ slug: "other", name: "Other Type" });
  const type = aBlockType({ slug: "mine", name: "Mine", description: "Says &lt;hi&gt;" });
  const otherSchema = aBlockSchema({
    blockTypeId: other.id,
    fields: { title: "Other", type: "object", block_type_slug: "other" },
  });
  const old = aBlockSchema({ blockTypeId: type.id, capabilities: ["notify"], version: "1.0" });
  const fields = {
    title: "Mine",
    type: "object",
    required: ["host"],
    properties: {
      host: { title: "Host", type: "string" },
      token: { title: "Token", type: "string", format: "password", writeOnly: true },
      port: { title: "Port", type: "integer", default: 445 },
      tls: { $ref: "#/definitions/Tls" },
      other: { $ref: "#/definitions/Other" },
    },
    definitions: {
      Tls: { title: "Tls", type: "object", properties: { verify: { title: "Verify", type: "boolean" } } },
    },
    secret_fields: ["token"],
  };
  const newest = aBlockSchema({ blockTypeId: type.id, capabilities: ["read-path"], version: "2.0", fields });
  const blocks = Array.from({ length: 7 }, (_, index) =>
    aBlockDocument({
      blockTypeId: type.id,
      blockSchemaId: newest.id,
      name: `b-${index}`,
      isAnonymous: index === 6,
      data: { token: "canary-77" },
    }),
  );
  await deps.store.transaction(async (tx) => {
    for (const each of [other, type]) await tx.blockTypes.insert(each);
    for (const each of [otherSchema, old]) await tx.blockSchemas.insert(each, []);
    await tx.blockSchemas.insert(newest, [{ parentId: newest.id, childId: otherSchema.id, name: "other" }]);
    for (const block of blocks) await tx.blockDocuments.insert(block, []);
  });

  const view = await readBlockTypeView(deps, "mine");
  expect(view).toMatchObject({ name: "Mine", capabilities: ["read-path"], blockCount: 6 });
  expect(view?.blocks.map((block) => block.name)).toEqual(["b-5", "b-4", "b-3", "b-2", "b-1"]);
  expect(view?.schemas.map(({ version, capabilities }) => [version, capabilities])).toEqual([
    ["2.0", ["read-path"]],
    ["1.0", ["notify"]],
  ]);
  expect(
    view?.fields.map(({ path, kind, isRequired, isSecret, depth, defaultLabel, blockTypeSlugs }) => [
      path,
      kind,
      [isRequired && "required", isSecret && "secret", defaultLabel].filter(Boolean).join(),
      depth,
      blockTypeSlugs,
    ]),
  ).toEqual([
    ["host", "Text", "required", 0, []],
    ["token", "Text", "secret", 0, []],
    ["port", "Whole number", "445", 0, []],
    ["tls", "Group of fields", "", 0, []],
    ["tls.verify", "On or off", "", 1, []],
    ["other", "Block", "", 0, ["other"]],
  ]);
  expect(view?.typeNames).toEqual({ other: "Other Type" });
  expect(view?.rawSchema).toContain('"block_schema_references"');
  expect(JSON.stringify(view)).not.toContain("canary");
});

test("a type without a schema has a page too, and an unknown slug is nothing", async () => {
  await deps.store.transaction((tx) => tx.blockTypes.insert(aBlockType({ slug: "bare" })));
  const view = await readBlockTypeView(deps, "bare");
  expect(view).toMatchObject({ slug: "bare", fields: [], schemas: [], blocks: [], blockCount: 0 });
  expect(view).not.toHaveProperty("rawSchema");
  expect(await readBlockTypeView(deps, "no-such-type")).toBeUndefined();
});
