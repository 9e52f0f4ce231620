import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listReferenceCandidates } from "@/lib/blocks/list-reference-candidates";
import { saveBlockForm } from "@/lib/blocks/save-block-form";
import {
  createByForm,
  deleteAllBlocks,
  openEdit,
  refusalOf,
  saveByForm,
  storeByClient,
  stored,
  storedText,
  typed,
} from "@/lib/blocks/testing-forms";
import { seedCatalog } from "@/lib/catalog/seed";
import type { BlockDocumentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { openTestStore } from "@/lib/testing/template-db";

const canary = "canary-ref-77";
let deps: Deps;
let registry: BlockDocumentId;

beforeAll(async () => {
  deps = (await openTestStore()).deps;
  await seedCatalog(deps);
  await addNodeType();
});

beforeEach(async () => {
  await deleteAllBlocks(deps);
  registry = await createByForm(deps, "docker-registry", "ghcr", {
    username: "u",
    password: typed(canary),
    registry_url: "ghcr.io",
  });
});

/** A type whose blocks refer to blocks of the same type. */
async function addNodeType(): Promise<void> {
  const type = aBlockType({ slug: "node" });
  const next = { title: "Next", $ref: "#/definitions/Node" };
  const schema = aBlockSchema({
    blockTypeId: type.id,
    fields: {
      title: "Node",
      type: "object",
      block_type_slug: "node",
      properties: { next, label: { type: "string" } },
    },
  });
  await deps.store.transaction(async (tx) => {
    await tx.blockTypes.insert(type);
    await tx.blockSchemas.insert(schema, [{ parentId: schema.id, childId: schema.id, name: "next" }]);
  });
}

async function targetsOf(id: BlockDocumentId) {
  const rows = await deps.store.blockDocuments.referencesFrom([id]);
  return Object.fromEntries(rows.map(({ name, childId }) => [name, childId]));
}

describe("a reference", () => {
  it("is stored as a reference, not as data, and survives a save of another field (defect 1)", async () => {
    const id = await createByForm(deps, "docker-container", "runner", {
      image: "a",
      image_registry: { documentId: registry },
    });
    expect(await storedText(deps, id)).toBe('{"image":"a","env":{}}');
    await saveByForm(deps, id, { image: "b" });
    expect(await targetsOf(id)).toEqual({ image_registry: registry });
    expect(JSON.stringify(await openEdit(deps, id))).not.toContain(canary);
  });

  it("can be changed and cleared, and that alone is a change", async () => {
    const other = await createByForm(deps, "docker-registry", "ecr", {
      username: "u",
      password: typed("x"),
      registry_url: "ecr",
    });
    const id = await createByForm(deps, "docker-container", "runner", {
      image_registry: { documentId: registry },
    });
    expect(await saveByForm(deps, id, { image_registry: { documentId: other } })).toMatchObject({
      isChanged: true,
    });
    expect(await targetsOf(id)).toEqual({ image_registry: other });
    await saveByForm(deps, id, { image_registry: null });
    expect(await targetsOf(id)).toEqual({});
    expect(await storedText(deps, id)).toBe('{"env":{}}');
  });

  it("takes the place of a block that a client wrote out, secret included", async () => {
    const id = await storeByClient(deps, "docker-container", "runner", {
      image_registry: {
        username: "u",
        password: canary,
        registry_url: "r",
        block_type_slug: "docker-registry",
      },
    });
    const view = await openEdit(deps, id);
    expect(JSON.stringify(view)).not.toContain(canary);
    expect(view.unknownKeys).toEqual([]);
    await saveByForm(deps, id, { image: "a" });
    expect(await storedText(deps, id)).toContain(canary);
    await saveByForm(deps, id, { image_registry: { documentId: registry } });
    expect(await storedText(deps, id)).toBe('{"image":"a"}');
  });

  it("is refused at its field when the block is missing, of another type, or no id", async () => {
    const secret = await createByForm(deps, "secret", "mine", { value: typed("x") });
    for (const [documentId, message] of [
      [
        "00000000-0000-4000-8000-ffffffffffff",
        "This block does not exist any more. Choose an image registry.",
      ],
      ["no id", "This block does not exist any more. Choose an image registry."],
      [secret, "A secret block does not fit here. Choose docker-registry."],
    ] as const) {
      const error = await refusalOf(
        createByForm(deps, "docker-container", "runner", { image_registry: { documentId } }),
      );
      expect(error).toMatchObject({
        code: "invalid",
        issues: [{ path: ["data", "image_registry"], message }],
      });
    }
    expect(await deps.store.blockDocuments.count({ nameLike: "runner" })).toBe(0);
  });

  it("is refused where it would make a circle, at its field", async () => {
    const first = await createByForm(deps, "node", "first", {});
    const second = await createByForm(deps, "node", "second", { next: { documentId: first } });
    for (const target of [first, second]) {
      const error = await refusalOf(saveByForm(deps, first, { next: { documentId: target } }));
      expect(error).toMatchObject({ code: "invalid", issues: [{ path: ["data", "next"] }] });
      expect(JSON.stringify(error.issues)).toContain("refers back");
    }
    expect(await targetsOf(first)).toEqual({});
  });

  it("to an anonymous block stays, and the picker can show it", async () => {
    const { blockTypeId, blockSchemaId } = await stored(deps, registry);
    const hidden = aBlockDocument({
      blockTypeId,
      blockSchemaId,
      isAnonymous: true,
      name: "anonymous-1",
      data: {},
    });
    await deps.store.transaction((tx) => tx.blockDocuments.insert(hidden, []));
    const id = await storeByClient(deps, "docker-container", "runner", {
      image_registry: { $ref: { block_document_id: hidden.id } },
    });
    const view = await openEdit(deps, id);
    expect(view.candidates.map(({ name }) => name)).toEqual(["ghcr", "anonymous-1"]);
    await saveByForm(deps, id, { image: "b" });
    expect(await targetsOf(id)).toEqual({ image_registry: hidden.id });
  });

  it("cannot be slipped below the top level", async () => {
    const id = await createByForm(deps, "docker-container", "runner", {});
    const { updated } = await stored(deps, id);
    const inner = {
      do: "rows",
      rows: [{ key: "A", from: null, edit: { do: "reference", documentId: registry } }],
    };
    const edit = { do: "patch", entries: [{ key: "env", edit: inner }] };
    expect(
      (await refusalOf(saveBlockForm(deps, { documentId: id, edit, expectedUpdated: updated }))).code,
    ).toBe("invalid");
  });
});

describe("what a picker offers", () => {
  it("are the named blocks of the types that the field takes, newest first", async () => {
    await createByForm(deps, "docker-registry", "ecr", {
      username: "u",
      password: typed("x"),
      registry_url: "ecr",
    });
    await createByForm(deps, "secret", "other", { value: typed("x") });
    const view = await openEdit(deps, await createByForm(deps, "docker-container", "runner", {}));
    expect(view.candidates.map(({ name, typeSlug, updated }) => [name, typeSlug, updated])).toEqual([
      ["ecr", "docker-registry", "1 Feb 2026"],
      ["ghcr", "docker-registry", "1 Feb 2026"],
    ]);
    expect(view.referenceTypes).toEqual([{ slug: "docker-registry", name: "Docker Registry" }]);
    expect(await listReferenceCandidates(deps, [])).toEqual([]);
  });
});
