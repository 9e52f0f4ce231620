import { beforeEach, describe, expect, it } from "vitest";
import type { BlockDocument, BlockDocumentReference, BlockSchema, BlockType } from "@/lib/blocks/model";
import { readBlockDocument, revealResolvedData } from "@/lib/blocks/read-block-document";
import { updateBlockDocument } from "@/lib/blocks/update-block-document";
import { asObject } from "@/lib/forms/testing-sample";
import type { BlockDocumentId } from "@/lib/ids";
import { printJson } from "@/lib/json";
import { Secret } from "@/lib/secrets/secret";
import { toMaskedJson } from "@/lib/secrets/tree";
import type { Deps } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { openTestStore } from "@/lib/testing/template-db";
import { toBlockDocumentWire } from "@/lib/wire/block-documents";
import { printWire } from "@/lib/wire/print-wire";

const canary = "canary-nested-91";
let deps: Deps;
let types: { parent: BlockType; child: BlockType };
let schemas: { parent: BlockSchema; child: BlockSchema };
let child: BlockDocument;
let other: BlockDocument;

beforeEach(async () => {
  deps = (await openTestStore()).deps;
  types = { parent: aBlockType({ slug: "parent" }), child: aBlockType({ slug: "child" }) };
  schemas = {
    parent: aBlockSchema({
      blockTypeId: types.parent.id,
      fields: { title: "Parent", secret_fields: ["kids.pw", "own"] },
    }),
    child: aBlockSchema({
      blockTypeId: types.child.id,
      fields: { title: "Child", block_type_slug: "child", secret_fields: ["pw"] },
    }),
  };
  child = aChild("one", { a: 1, pw: canary });
  other = aChild("two", { pw: "other-secret" });
  await deps.store.transaction(async (tx) => {
    for (const type of Object.values(types)) await tx.blockTypes.insert(type);
    for (const schema of Object.values(schemas)) await tx.blockSchemas.insert(schema, []);
    for (const each of [child, other]) await tx.blockDocuments.insert(each, []);
  });
});

function aChild(name: string, data: Readonly<Record<string, unknown>>): BlockDocument {
  return aBlockDocument({ blockTypeId: types.child.id, blockSchemaId: schemas.child.id, name, data });
}

type Place = readonly [name: string, path: string, child: BlockDocument];

async function aParent(
  data: Readonly<Record<string, unknown>>,
  ...places: readonly Place[]
): Promise<BlockDocumentId> {
  const parent = aBlockDocument({
    blockTypeId: types.parent.id,
    blockSchemaId: schemas.parent.id,
    name: "parent",
    data,
  });
  const references = places.map(
    ([name, path, { id }]): BlockDocumentReference => ({
      parentId: parent.id,
      name,
      ...(path !== "" && { path }),
      childId: id,
    }),
  );
  await deps.store.transaction((tx) => tx.blockDocuments.insert(parent, references));
  return parent.id;
}

async function clearOf(id: BlockDocumentId) {
  const resolved = await readBlockDocument(deps, id);
  return JSON.parse(printJson(revealResolvedData(resolved, "test")));
}

async function maskedOf(id: BlockDocumentId) {
  const { maskedData } = await readBlockDocument(deps, id);
  if (!maskedData) throw new Error("unreadable");
  return JSON.parse(printJson(toMaskedJson(maskedData)));
}

/** As clients write a saved block out. */
function written({ id, name }: BlockDocument, data: object) {
  return {
    ...data,
    _is_anonymous: false,
    _block_document_id: id,
    _block_document_name: name,
    block_type_slug: "child",
  };
}

async function placesOf(id: BlockDocumentId) {
  const rows = await deps.store.blockDocuments.referencesFrom([id]);
  return rows.map(({ name, path = "", childId }) => `${name}${path} ${childId === child.id ? "one" : "two"}`);
}

async function patch(id: BlockDocumentId, data: object, isMerge = true) {
  const changes = { data: new Secret(asObject(data)), blockSchemaId: undefined, isMerge };
  await updateBlockDocument(deps, id, changes);
}

const deleteBlock = (id: BlockDocumentId) => deps.store.transaction((tx) => tx.blockDocuments.delete([id]));

describe("a block below the top level", () => {
  it("reads as clients write it out, masked by its own schema, and is no reference on the API", async () => {
    const id = await aParent(
      { kids: [null, { pw: "inline" }, null], map: { k: null }, group: { inner: null, x: 1 } },
      ["kids", "/0", child],
      ["kids", "/2", other],
      ["map", "/k", child],
      ["group", "/inner", other],
      ["top", "", child],
    );
    const [one, two] = [written(child, { a: 1, pw: canary }), written(other, { pw: "other-secret" })];
    expect(await clearOf(id)).toEqual({
      kids: [one, { pw: "inline" }, two],
      map: { k: one },
      group: { inner: two, x: 1 },
      top: { a: 1, pw: canary },
    });
    const masked = await maskedOf(id);
    expect(masked.kids).toEqual([{ ...one, pw: "********" }, { pw: "********" }, { ...two, pw: "********" }]);
    expect(masked.map.k).toEqual({ ...one, pw: "********" });
    expect(JSON.stringify(masked)).not.toContain(canary);
    expect(JSON.stringify(masked)).not.toContain("other-secret");

    const resolved = await readBlockDocument(deps, id);
    const wire = printWire(
      toBlockDocumentWire(resolved, { includesSecrets: false, whenUnreadable: "refuse" }),
    );
    expect(Object.keys(JSON.parse(wire).block_document_references)).toEqual(["top"]);
    expect(wire).not.toContain(canary);
  });

  it("that is deleted leaves nothing for clients, and the rest where it was", async () => {
    const id = await aParent(
      { kids: [null, { pw: "inline" }, null], map: { k: null, l: 1 } },
      ["kids", "/0", child],
      ["kids", "/2", other],
      ["map", "/k", child],
    );
    await deleteBlock(child.id);
    expect(await clearOf(id)).toEqual({
      kids: [{ pw: "inline" }, written(other, { pw: "other-secret" })],
      map: { l: 1 },
    });
    await deleteBlock(other.id);
    expect(await clearOf(id)).toEqual({ kids: [{ pw: "inline" }], map: { l: 1 } });
  });

  it("makes what holds it unreadable when it cannot be read itself", async () => {
    const id = await aParent({ kids: [null] }, ["kids", "/0", child]);
    const nested = aBlockDocument({
      blockTypeId: types.parent.id,
      blockSchemaId: schemas.parent.id,
      name: "outer",
      data: { deep: { list: [null] } },
    });
    await deps.store.transaction((tx) =>
      tx.blockDocuments.insert(nested, [{ parentId: nested.id, name: "deep", path: "/list/0", childId: id }]),
    );
    const shown = await clearOf(nested.id);
    expect(shown.deep.list[0].kids[0].pw).toBe(canary);
    expect(JSON.stringify(await maskedOf(nested.id))).not.toContain(canary);
  });
});

describe("a client that writes a block with others below its top level", () => {
  it("keeps them when it changes another field, and when it sends back what it has read", async () => {
    const id = await aParent({ kids: [null, { pw: "inline" }], own: "mine" }, ["kids", "/0", child]);
    await patch(id, { x: 2 });
    expect(await placesOf(id)).toEqual(["kids/0 one"]);
    const clear = await clearOf(id);
    await patch(id, clear);
    expect(await clearOf(id)).toEqual(clear);
    await patch(id, await maskedOf(id), false);
    expect(await clearOf(id)).toEqual(clear);
    // Clients add defaults.
    await patch(id, { kids: [{ ...clear.kids[0], extra: null }, clear.kids[1]] });
    expect(await placesOf(id)).toEqual(["kids/0 one"]);
    expect(await clearOf(id)).toEqual(clear);
  });

  it("may move, remove and add items", async () => {
    const id = await aParent(
      { kids: [null, { pw: "inline" }, null] },
      ["kids", "/0", child],
      ["kids", "/2", other],
    );
    const { kids } = await clearOf(id);
    await patch(id, { kids: [{ pw: "new" }, kids[2], kids[1], kids[0]] });
    expect(await placesOf(id)).toEqual(["kids/1 two", "kids/3 one"]);
    await patch(id, { kids: [kids[2]] });
    expect(await placesOf(id)).toEqual(["kids/0 two"]);
    expect(await clearOf(id)).toEqual({ kids: [kids[2]] });
  });

  it("writes out what it changes in one, and the saved block stays as it is", async () => {
    const id = await aParent({ kids: [null] }, ["kids", "/0", child]);
    const { kids } = await clearOf(id);
    await patch(id, { kids: [{ ...kids[0], a: 2 }] });
    expect(await placesOf(id)).toEqual([]);
    expect(await clearOf(id)).toEqual({ kids: [{ ...kids[0], a: 2 }] });
    expect(await clearOf(child.id)).toEqual({ a: 1, pw: canary });
  });

  it("never gets the secret of a block under another key, or into data of its own, by a mask", async () => {
    const id = await aParent({ kids: [null] }, ["kids", "/0", child]);
    const { kids } = await maskedOf(id);
    await patch(id, { kids: [{ ...kids[0], a: 2 }], copy: kids[0] });
    expect(JSON.stringify(await clearOf(id))).not.toContain(canary);
    expect(await clearOf(child.id)).toEqual({ a: 1, pw: canary });
  });

  it("keeps the secrets of items written out, whatever was deleted before them", async () => {
    const id = await aParent({ kids: [null, { pw: "inline" }] }, ["kids", "/0", child]);
    await deleteBlock(child.id);
    await patch(id, await maskedOf(id));
    expect(await clearOf(id)).toEqual({ kids: [{ pw: "inline" }] });
    expect(await deps.store.blockDocuments.lostReferencesFrom([id])).toEqual([]);
  });

  it("does not make people forget a deleted block by changing something else", async () => {
    const id = await aParent({ kids: [null, { pw: "inline" }] }, ["kids", "/0", child], ["top", "", child]);
    await deleteBlock(child.id);
    await patch(id, { x: 1 });
    expect(await deps.store.blockDocuments.lostReferencesFrom([id])).toHaveLength(2);
    expect(await clearOf(id)).toEqual({ kids: [{ pw: "inline" }], x: 1 });
    await patch(id, { top: null });
    expect(await deps.store.blockDocuments.lostReferencesFrom([id])).toHaveLength(1);
    await patch(id, { y: 1 }, false);
    expect(await deps.store.blockDocuments.lostReferencesFrom([id])).toEqual([]);
  });

  it("cannot make a reference there: what it writes is data", async () => {
    const id = await aParent({});
    const kids = [written(child, { a: 1, pw: canary }), { $ref: { block_document_id: child.id } }];
    await patch(id, { kids });
    expect(await placesOf(id)).toEqual([]);
    expect(await clearOf(id)).toEqual({ kids });
  });
});
