import { beforeEach, describe, expect, test } from "vitest";
import type { BlockSchema } from "@/lib/blocks/model";
import { readBlockDetails } from "@/lib/blocks/read-block-details";
import { readBlockDocument } from "@/lib/blocks/read-block-document";
import { readEditBlockForm } from "@/lib/blocks/read-block-form";
import { saveBlockForm } from "@/lib/blocks/save-block-form";
import { readSchemaChanges } from "@/lib/blocks/schema-drift";
import {
  type Changes,
  editOf,
  openEdit,
  refusalOf,
  replaced,
  saveByForm,
  storeByClient,
  stored,
  storedText,
  typed,
} from "@/lib/blocks/testing-forms";
import type { PatchEdit } from "@/lib/forms/edit";
import type { BlockDocumentId, BlockSchemaId } from "@/lib/ids";
import { printJson } from "@/lib/json";
import { toMaskedJson } from "@/lib/secrets/tree";
import type { Deps } from "@/lib/store";
import { aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { openTestStore } from "@/lib/testing/template-db";

const canary = "canary-up-5512";
const vault = aBlockType({ slug: "vault", name: "Vault" });
const text = { type: "string" };
const secret = { type: "string", format: "password", writeOnly: true };
let deps: Deps;
let block: BlockDocumentId;

/** The newest schema from now on. */
async function addSchema(properties: object, rest: object = {}, type = vault): Promise<BlockSchema> {
  const fields = { title: "Vault", type: "object", properties, ...rest };
  const schema = { ...aBlockSchema({ blockTypeId: type.id, fields }), created: deps.now() };
  await deps.store.transaction((tx) => tx.blockSchemas.insert(schema, []));
  return schema;
}

async function openUpgrade(id = block) {
  const view = await readEditBlockForm(deps, id, { schema: "newest" });
  if (!view) throw new Error("there is no such block");
  return view;
}

async function upgrade(changes: Changes = {}, more: PatchEdit["entries"] = []) {
  const view = await openUpgrade();
  const { documentId, schemaId, updated } = view;
  const edit = { do: "patch", entries: [...editOf(view, changes).entries, ...more] };
  return saveBlockForm(deps, { documentId, schemaId, edit, expectedUpdated: updated });
}

/** Whatever any page, form or API answer without include_secrets sends about the block. */
async function everyView(): Promise<string> {
  const { maskedData } = await readBlockDocument(deps, block);
  return JSON.stringify([
    await readBlockDetails(deps, block),
    await openEdit(deps, block),
    await openUpgrade(),
    maskedData && printJson(toMaskedJson(maskedData)),
  ]);
}

beforeEach(async () => {
  deps = (await openTestStore()).deps;
  await deps.store.transaction((tx) => tx.blockTypes.insert(vault));
  await addSchema({ path: text, token: secret, note: text, old: text });
  block = await storeByClient(deps, "vault", "main", {
    path: "a",
    token: `${canary}-1`,
    note: `${canary}-2`,
    old: "kept",
    unknown: [1.0],
  });
});

describe("a block made with an older schema", () => {
  test("is told so on its page and in its form, with the differences", async () => {
    expect((await readBlockDetails(deps, block))?.schemaChanges).toBeUndefined();
    expect((await openEdit(deps, block)).newer).toBeUndefined();
    const newest = await addSchema({ path: text, token: secret, note: text, region: text });
    expect((await readBlockDetails(deps, block))?.schemaChanges).toBe(2);
    const { newer, upgrade: moved, schemaId } = await openEdit(deps, block);
    expect(newer?.schemaId).toBe(newest.id);
    expect(newer?.changes.map(({ kind, label }) => [kind, label])).toEqual([
      ["added", "Region"],
      ["removed", "Old"],
    ]);
    expect(moved).toBeUndefined();
    expect(schemaId).not.toBe(newest.id);
  });

  test("is not told so when the newest schema differs in prose alone, and is not moved then", async () => {
    const note = { ...text, description: "Other words.", examples: ["x"] };
    await addSchema({ path: text, token: secret, note, old: text }, { description: "Other words." });
    expect((await readBlockDetails(deps, block))?.schemaChanges).toBeUndefined();
    const view = await openUpgrade();
    expect([view.newer, view.upgrade]).toEqual([undefined, undefined]);
  });

  test("is compared once with each schema", async () => {
    const newest = await addSchema({ path: text });
    const own = await deps.store.blockSchemas.byId((await stored(deps, block)).blockSchemaId);
    const next = await deps.store.blockSchemas.byId(newest.id);
    if (!own || !next) throw new Error("a schema is missing");
    expect(await readSchemaChanges(deps, own, next)).toBe(await readSchemaChanges(deps, own, next));
  });
});

describe("moving a block to the newest schema", () => {
  test("keeps every value as it is stored, also those that the schema no longer knows", async () => {
    const newest = await addSchema({ path: text, token: secret, note: text, region: text });
    const before = await storedText(deps, block);
    expect((await openUpgrade()).upgrade?.dropped).toEqual([{ key: "old", label: "Old", text: '"kept"' }]);
    expect(await upgrade()).toEqual({ isChanged: true, documentId: block });
    expect(await storedText(deps, block)).toBe(before);
    expect((await stored(deps, block)).blockSchemaId).toBe(newest.id);
    expect((await openEdit(deps, block)).unknownKeys.map(({ path }) => path)).toEqual([["old"], ["unknown"]]);
    expect((await readBlockDetails(deps, block))?.schemaChanges).toBeUndefined();
  });

  test("drops the value of a removed field where a person chose so", async () => {
    await addSchema({ path: text, token: secret, note: text });
    await upgrade({}, [{ key: "old", edit: { do: "clear" } }]);
    expect(await storedText(deps, block)).toBe(
      `{"path":"a","token":"${canary}-1","note":"${canary}-2","unknown":[1]}`,
    );
  });

  test("asks for what the newest schema requires, and stores it with the move", async () => {
    await addSchema(
      { path: text, token: secret, region: text, key: secret },
      { required: ["region", "key"] },
    );
    const refusal = await refusalOf(upgrade({ region: "eu" }));
    expect(refusal.issues.map(({ path }) => path)).toEqual([["data", "key"]]);
    await upgrade({ region: "eu", key: typed("typed-secret") });
    expect(await storedText(deps, block)).toContain('"region":"eu","key":"typed-secret"}');
    expect(await everyView()).not.toContain("typed-secret");
  });

  test("adds fixed values that the newest schema requires", async () => {
    await addSchema({ path: text, kind: { const: "v2" } }, { required: ["kind"] });
    await upgrade();
    expect(await storedText(deps, block)).toContain('"kind":"v2"');
  });

  test("makes no secret readable, whatever the newest schema calls it", async () => {
    await addSchema({ path: text, token: text, note: secret, old: text });
    expect(await everyView()).not.toContain(`${canary}-1`);
    await upgrade({ path: "b" });
    const after = await everyView();
    expect(after).not.toContain(canary);
    expect((await stored(deps, block)).secretMarks).toEqual([["token"]]);
    expect(await storedText(deps, block)).toContain(`"token":"${canary}-1","note":"${canary}-2"`);
    await addSchema({ path: text, old: text });
    await upgrade();
    expect(await everyView()).not.toContain(canary);
  });

  test("keeps a value that no longer fits its field, and shows it as such", async () => {
    await addSchema({ path: { type: "integer" }, token: secret, note: text, old: text });
    await upgrade({ old: "new" });
    expect(await storedText(deps, block)).toContain('{"path":"a",');
    expect(JSON.stringify((await openEdit(deps, block)).draft.f[0])).toContain("mismatch");
  });

  test("keeps references and their rows", async () => {
    const child = await storeByClient(deps, "vault", "child", { path: "c" });
    const parent = await storeByClient(deps, "vault", "parent", {
      path: "p",
      inner: { $ref: { block_document_id: child } },
    });
    await addSchema({ path: text, region: text });
    const { documentId, schemaId, updated, unknownKeys } = await openUpgrade(parent);
    expect(unknownKeys).toEqual([{ path: ["inner"], text: '"vault/child"' }]);
    await saveBlockForm(deps, {
      documentId,
      schemaId,
      edit: { do: "patch", entries: [] },
      expectedUpdated: updated,
    });
    expect(await deps.store.blockDocuments.referencesFrom([parent])).toEqual([
      { parentId: parent, childId: child, name: "inner" },
    ]);
  });

  test("refuses a schema of another type, and a block that was saved meanwhile", async () => {
    const other = aBlockType({ slug: "other" });
    await deps.store.transaction((tx) => tx.blockTypes.insert(other));
    const foreign = await addSchema({ path: text }, {}, other);
    const edit = { do: "patch", entries: [] };
    const { updated } = await openEdit(deps, block);
    const save = (schemaId: BlockSchemaId, expectedUpdated: number) =>
      refusalOf(saveBlockForm(deps, { documentId: block, schemaId, edit, expectedUpdated }));
    expect((await save(foreign.id, updated)).code).toBe("not_found");
    const newest = await addSchema({ path: text });
    expect((await save(newest.id, updated - 1)).code).toBe("conflict");
  });
});

test("a form that is read again marks the secrets that were set after a moment", async () => {
  const { updated } = await openEdit(deps, block);
  const secretSince = async (since: typeof updated) =>
    JSON.stringify((await readEditBlockForm(deps, block, { since }))?.draft.f[1]);
  expect(await secretSince(updated)).not.toContain("after you opened this form");
  await saveByForm(deps, block, { token: replaced("another") });
  expect(await secretSince(updated)).toContain("after you opened this form");
  expect(await secretSince((await openEdit(deps, block)).updated)).not.toContain("after");
});
