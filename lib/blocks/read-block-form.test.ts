import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "@/db/stores/open-store";
import { readEditBlockForm, readNewBlockForm } from "@/lib/blocks/read-block-form";
import { createBlockFromForm } from "@/lib/blocks/save-block-form";
import {
  createByForm,
  deleteAllBlocks,
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
import { catalog } from "@/lib/catalog";
import { seedCatalog } from "@/lib/catalog/seed";
import type { BlockDocumentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";
import { anId } from "@/lib/testing/builders";
import { openTestStore, type TestStore, testCipher } from "@/lib/testing/template-db";

const canary = "canary-read-13";
let opened: TestStore;
let deps: Deps;

beforeAll(async () => {
  opened = await openTestStore();
  deps = opened.deps;
  await seedCatalog(deps);
});

beforeEach(() => deleteAllBlocks(deps));

const s3 = { bucket_path: "my-bucket/in", aws_secret_access_key: typed(canary) };

describe("the form of a new block", () => {
  it("opens for every built-in type as plain JSON, without any fallback", async () => {
    for (const { slug, name, schema } of catalog) {
      const view = await readNewBlockForm(deps, { slug });
      expect(JSON.parse(JSON.stringify(view)), slug).toEqual(view);
      expect(view.blockType).toEqual({ slug, name });
      expect(view.tree.fields.map((field) => field.key).toSorted()).toEqual(
        Object.keys(schema.properties).toSorted(),
      );
      expect(JSON.stringify(view.tree), slug).not.toContain('"reason"');
      expect(view.draft.name).toBe("");
      expect(editOf(view, {})).toEqual({ do: "patch", entries: [] });
    }
  });

  it("does not exist for an unknown type", async () => {
    expect((await refusalOf(readNewBlockForm(deps, { slug: "unknown" }))).code).toBe("not_found");
  });
});

describe("the form of a stored block", () => {
  it("holds no secret, wherever it is stored", async () => {
    const blocks = [
      await createByForm(deps, "s3", "typed", s3),
      await storeByClient(deps, "s3", "odd", {
        bucket_path: "a",
        aws_secret_access_key: { nested: [canary] },
      }),
      await storeByClient(deps, "webhook", "hook", { url: canary, headers: { A: canary, B: { C: canary } } }),
      await storeByClient(deps, "webhook", "list", { url: [canary], headers: [canary] }),
      await storeByClient(deps, "docker-container", "inline", {
        image_registry: { username: "u", password: canary },
      }),
      await storeByClient(deps, "secret", "secret", { value: canary }),
    ];
    for (const id of blocks) {
      const view = await openEdit(deps, id);
      expect(JSON.stringify(view)).not.toContain(canary);
      expect(JSON.parse(JSON.stringify(view))).toEqual(view);
      expect(await storedText(deps, id)).toContain(canary);
    }
  });

  it("hides what a person marked as secret, also where the schema says text, and keeps it on save", async () => {
    const id = await storeByClient(deps, "docker-container", "marked", {
      env: { TOKEN: canary, REGION: "eu" },
    });
    const document = await stored(deps, id);
    const marked = { ...document, secretMarks: [["env", "TOKEN"]] };
    await deps.store.transaction((tx) => tx.blockDocuments.update(marked, []));
    const view = await openEdit(deps, id);
    expect(JSON.stringify(view)).not.toContain(canary);
    expect(JSON.stringify(view.draft)).toContain(
      '{"from":"TOKEN","key":"TOKEN","value":{"action":"keep","text":"","isStored":true,"isMarked":true}}',
    );
    await saveByForm(deps, id, { image: "a" });
    expect(await storedText(deps, id)).toBe(`{"env":{"TOKEN":"${canary}","REGION":"eu"},"image":"a"}`);
  });

  it("says when a secret was set where that is known", async () => {
    const view = await openEdit(deps, await createByForm(deps, "s3", "log-test", s3));
    expect(view.draft.f).toContainEqual({ action: "keep", text: "", isStored: true, changed: "1 Feb 2026" });
  });

  it("tells what the schema does not know", async () => {
    const other = await createByForm(deps, "s3", "other", s3);
    const data = { bucket_path: "a", extra: { b: 1 }, odd: { $ref: { block_document_id: other } } };
    const id = await storeByClient(deps, "s3", "block", data);
    expect((await openEdit(deps, id)).unknownKeys).toEqual([
      { path: ["extra"], text: '{\n  "b": 1\n}' },
      { path: ["odd"], text: '"s3/other"' },
    ]);
  });

  it("is compiled from the block's own schema, not from the newest", async () => {
    const id = await createByForm(deps, "s3", "log-test", s3);
    const { blockSchemaId } = await stored(deps, id);
    expect((await openEdit(deps, id)).schemaId).toBe(blockSchemaId);
  });

  it("does not exist for an unknown id, and says so when the data cannot be read", async () => {
    expect(await readEditBlockForm(deps, anId<BlockDocumentId>())).toBeUndefined();
    const id = await createByForm(deps, "s3", "log-test", s3);
    const withoutKey = openStore(opened.dialect, testCipher("b"));
    expect((await refusalOf(readEditBlockForm({ store: withoutKey }, id))).code).toBe("unreadable");
  });
});

describe("a duplicate", () => {
  let source: BlockDocumentId;
  beforeEach(async () => {
    source = await createByForm(deps, "s3", "log-test", s3);
  });

  it("shows the plain values under a free name and says where its secrets come from", async () => {
    const view = await readNewBlockForm(deps, { slug: "s3", duplicateOf: source });
    expect(view.draft.name).toBe("log-test-copy");
    expect(view.draft.f).toContain("my-bucket/in");
    expect(view.draft.f).toContainEqual({
      action: "keep",
      text: "",
      isStored: true,
      copiedFrom: "s3/log-test",
    });
    expect(JSON.stringify(view)).not.toContain(canary);
    await createByForm(deps, "s3", "log-test-copy", s3);
    expect((await readNewBlockForm(deps, { slug: "s3", duplicateOf: source })).draft.name).toBe(
      "log-test-copy-2",
    );
  });

  it("gets the secrets on the server, with their dates, and leaves its source alone", async () => {
    const before = await stored(deps, source);
    const id = await createByForm(deps, "s3", "copy", { bucket_path: "other" }, source);
    expect(await storedText(deps, id)).toBe(`{"bucket_path":"other","aws_secret_access_key":"${canary}"}`);
    expect((await stored(deps, id)).secretDates).toEqual(before.secretDates);
    expect(await stored(deps, source)).toMatchObject({ name: "log-test", updated: before.updated });
  });

  it("may get secrets of its own", async () => {
    const id = await createByForm(deps, "s3", "copy", { aws_secret_access_key: replaced("new") }, source);
    expect(await storedText(deps, id)).toBe('{"bucket_path":"my-bucket/in","aws_secret_access_key":"new"}');
  });

  it("copies references too", async () => {
    const registry = await createByForm(deps, "docker-registry", "ghcr", {
      username: "u",
      password: typed("x"),
      registry_url: "r",
    });
    const runner = await createByForm(deps, "docker-container", "runner", {
      image_registry: { documentId: registry },
    });
    const copy = await createByForm(deps, "docker-container", "copy", { image: "b" }, runner);
    expect(await deps.store.blockDocuments.referencesFrom([copy])).toEqual([
      { parentId: copy, childId: registry, name: "image_registry" },
    ]);
  });

  it("is refused when its source was changed meanwhile, is gone, or is of another type", async () => {
    const view = await readNewBlockForm(deps, { slug: "s3", duplicateOf: source });
    const input = {
      slug: "s3",
      schemaId: view.schemaId,
      name: "copy",
      edit: editOf(view, {}),
      duplicateOf: source,
    };
    await saveByForm(deps, source, { bucket_path: "changed" });
    const stale = { ...input, expectedUpdated: view.duplicateOf?.updated };
    expect((await refusalOf(createBlockFromForm(deps, stale))).code).toBe("conflict");
    const secret = await createByForm(deps, "secret", "mine", { value: typed("x") });
    expect((await refusalOf(createBlockFromForm(deps, { ...input, duplicateOf: secret }))).code).toBe(
      "not_found",
    );
    expect(
      (await refusalOf(readNewBlockForm(deps, { slug: "s3", duplicateOf: anId<BlockDocumentId>() }))).code,
    ).toBe("not_found");
  });
});
