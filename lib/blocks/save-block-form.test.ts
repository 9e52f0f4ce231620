import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readNewBlockForm } from "@/lib/blocks/read-block-form";
import { createBlockFromForm, saveBlockForm } from "@/lib/blocks/save-block-form";
import {
  cleared,
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
import { seedCatalog } from "@/lib/catalog/seed";
import { dictRows } from "@/lib/forms/draft-shape";
import type { BlockDocumentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";
import { openTestStore } from "@/lib/testing/template-db";

const canary = "canary-51be";
let deps: Deps;

beforeAll(async () => {
  deps = (await openTestStore()).deps;
  await seedCatalog(deps);
});

beforeEach(() => deleteAllBlocks(deps));

const s3 = {
  bucket_path: "my-bucket/in",
  aws_access_key_id: typed(`${canary}-id`),
  aws_secret_access_key: typed(canary),
};

describe("creating a block", () => {
  it("stores what was entered, in the order of the form, with the newest schema of the type", async () => {
    const id = await createByForm(deps, "s3", "log-test", s3);
    expect(await storedText(deps, id)).toBe(
      `{"bucket_path":"my-bucket/in","aws_access_key_id":"${canary}-id","aws_secret_access_key":"${canary}"}`,
    );
    const type = await deps.store.blockTypes.bySlug("s3");
    const [newest] = await deps.store.blockSchemas.latestOfTypes(type ? [type.id] : []);
    expect(await stored(deps, id)).toMatchObject({
      name: "log-test",
      isAnonymous: false,
      blockSchemaId: newest?.id,
    });
  });

  it("adds no defaults (defect 8), only the empty variables that overrides of deployments are laid into", async () => {
    const id = await createByForm(deps, "docker-container", "plain", {});
    expect(await storedText(deps, id)).toBe('{"env":{}}');
  });

  it("refuses missing required fields at their place, and stores nothing (defect 3)", async () => {
    const error = await refusalOf(
      createByForm(deps, "s3", "log-test", { aws_secret_access_key: typed("x") }),
    );
    expect(error).toMatchObject({
      code: "invalid",
      message: "Nothing was saved: 1 field needs attention.",
      issues: [{ path: ["data", "bucket_path"], message: expect.stringContaining("Enter a bucket path") }],
    });
    expect(await deps.store.blockDocuments.count({})).toBe(0);
  });

  it("refuses a name that breaks the rule, at the name", async () => {
    for (const name of ["Log Test", "", "a".repeat(256), "log_test"]) {
      const error = await refusalOf(createByForm(deps, "s3", name, s3));
      expect(error).toMatchObject({ code: "invalid", issues: [{ path: ["name"] }] });
    }
  });

  it("refuses a name that is taken and says by which block", async () => {
    const first = await createByForm(deps, "s3", "log-test", s3);
    const error = await refusalOf(createByForm(deps, "s3", "log-test", s3));
    const message = "An S3 block with this name exists. Open log-test or choose another name.";
    expect(error).toMatchObject({
      code: "conflict",
      message,
      issues: [{ path: ["name"], message, blockId: first }],
    });
    await createByForm(deps, "secret", "log-test", { value: typed("the name is free in another type") });
  });

  it("refuses a schema of another type", async () => {
    const view = await readNewBlockForm(deps, { slug: "s3" });
    const other = await readNewBlockForm(deps, { slug: "secret" });
    const input = { slug: "s3", schemaId: other.schemaId, name: "log-test", edit: editOf(view, s3) };
    expect((await refusalOf(createBlockFromForm(deps, input))).code).toBe("not_found");
  });

  it("records when its secrets were set", async () => {
    const { secretDates, created } = await stored(deps, await createByForm(deps, "s3", "log-test", s3));
    expect(secretDates).toEqual({ "/aws_access_key_id": created, "/aws_secret_access_key": created });
  });
});

describe("saving without a change (defects 1 and 8)", () => {
  it.each([
    ["s3", { bucket_path: "a", aws_secret_access_key: canary, unknown: { kept: [1] } }],
    ["webhook", { url: canary, method: "POST", headers: { "X.Key": canary }, allow_private_urls: true }],
    [
      "docker-container",
      { type: "docker-container", env: { A: "" }, mem_limit: 1.5, volumes: "a mismatch", name: null },
    ],
    [
      "kubernetes-job",
      { job: { kind: "Job", spec: { n: 1 } }, customizations: [{ op: "add" }], command: [] },
    ],
    ["json", { value: [null, { a: "********" }] }],
    [
      "remote-file-system",
      { basepath: "s3://a", settings: { key: "k", client_kwargs: { endpoint_url: "http://x" } } },
    ],
  ])("of %s writes nothing: not the data, not the time", async (slug, data) => {
    const id = await storeByClient(deps, slug, "block", data);
    const before = await stored(deps, id);
    const text = await storedText(deps, id);
    expect(await saveByForm(deps, id, {})).toEqual({ isChanged: false, documentId: id });
    expect((await stored(deps, id)).updated).toBe(before.updated);
    expect(await storedText(deps, id)).toBe(text);
  });
});

describe("saving a change", () => {
  let id: BlockDocumentId;
  beforeEach(async () => {
    id = await createByForm(deps, "s3", "log-test", s3);
  });

  it("keeps the secrets and their dates while another field changes (defect 1)", async () => {
    const before = await stored(deps, id);
    expect(await saveByForm(deps, id, { bucket_path: "my-bucket/out" })).toMatchObject({ isChanged: true });
    const after = await stored(deps, id);
    expect(await storedText(deps, id)).toContain(
      `"bucket_path":"my-bucket/out","aws_access_key_id":"${canary}-id"`,
    );
    expect(after.secretDates).toEqual(before.secretDates);
    expect(after.updated).toBeGreaterThan(before.updated);
  });

  it("replaces a secret by exactly what was typed, and dates it", async () => {
    const text = ` ${canary}\r\n"ü" `;
    await saveByForm(deps, id, { aws_secret_access_key: replaced(text) });
    const { secretDates, updated, created } = await stored(deps, id);
    expect(JSON.parse(await storedText(deps, id)).aws_secret_access_key).toBe(text);
    expect(secretDates).toEqual({ "/aws_access_key_id": created, "/aws_secret_access_key": updated });
  });

  it("clears a secret that is not required, with its date", async () => {
    await saveByForm(deps, id, { aws_secret_access_key: cleared });
    expect(await storedText(deps, id)).not.toContain("aws_secret_access_key");
    expect((await stored(deps, id)).secretDates).not.toHaveProperty("/aws_secret_access_key");
  });

  it("refuses to clear a required secret (defect 3)", async () => {
    const secret = await createByForm(deps, "secret", "mine", { value: typed(canary) });
    const error = await refusalOf(saveByForm(deps, secret, { value: cleared }));
    expect(error).toMatchObject({
      code: "invalid",
      issues: [{ path: ["data", "value"], message: "Enter a value or keep the stored one." }],
    });
    expect(await storedText(deps, secret)).toBe(`{"value":"${canary}"}`);
  });

  it("refuses the mask as a value, alone or with more characters (defect 2)", async () => {
    for (const text of ["********", "********abc"]) {
      const edit = {
        do: "patch",
        entries: [{ key: "aws_secret_access_key", edit: { do: "set", json: JSON.stringify(text) } }],
      };
      const { updated } = await stored(deps, id);
      const error = await refusalOf(saveBlockForm(deps, { documentId: id, edit, expectedUpdated: updated }));
      expect(error.issues).toEqual([
        {
          path: ["data", "aws_secret_access_key"],
          message: "Eight asterisks only stand for a hidden value. Enter the whole value without them.",
        },
      ]);
    }
    const webhook = await createByForm(deps, "webhook", "hook", {
      url: typed(canary),
      headers: { rows: [{ from: null, key: "A", value: typed(canary) }] },
    });
    const edit = {
      do: "patch",
      entries: [{ key: "headers", edit: { do: "set", json: '{"B":"x","A":"********"}' } }],
    };
    const { updated } = await stored(deps, webhook);
    expect(
      (await refusalOf(saveBlockForm(deps, { documentId: webhook, edit, expectedUpdated: updated }))).code,
    ).toBe("invalid");
    expect(await storedText(deps, webhook)).toContain(`"A":"${canary}"`);
  });

  it("changes one header and keeps the others, whose values nobody saw", async () => {
    const headers = {
      rows: ["A", "B.b"].map((key) => ({ from: null, key, value: typed(`${canary}-${key}`) })),
    };
    const webhook = await createByForm(deps, "webhook", "hook", { url: typed(canary), headers });
    await saveByForm(deps, webhook, {
      headers: (draft) => ({
        rows: (dictRows(draft) ?? []).map((row) =>
          row.key === "A" ? { ...row, value: replaced("new") } : row,
        ),
      }),
    });
    expect(await storedText(deps, webhook)).toBe(
      `{"url":"${canary}","headers":{"A":"new","B.b":"${canary}-B.b"}}`,
    );
  });

  it("judges only what was changed: what a client stored otherwise stays and does not hinder", async () => {
    const odd = await storeByClient(deps, "docker-container", "odd", {
      volumes: "not a list",
      image_pull_policy: "SOMETIMES",
      stream_output: 1,
    });
    await saveByForm(deps, odd, { image: "my/image" });
    expect(await storedText(deps, odd)).toBe(
      '{"volumes":"not a list","image_pull_policy":"SOMETIMES","stream_output":1,"image":"my/image"}',
    );
  });

  it("refuses a stale form and overwrites nothing", async () => {
    const view = await openEdit(deps, id);
    await saveByForm(deps, id, { bucket_path: "by somebody else" });
    const input = {
      documentId: id,
      edit: editOf(view, { bucket_path: "mine" }),
      expectedUpdated: view.updated,
    };
    const error = await refusalOf(saveBlockForm(deps, input));
    expect(error).toMatchObject({ code: "conflict", message: expect.stringContaining("Reload the page") });
    expect(await storedText(deps, id)).toContain("by somebody else");
  });

  it("says so when the block is gone", async () => {
    const view = await openEdit(deps, id);
    await deps.store.transaction((tx) => tx.blockDocuments.delete([id]));
    const input = {
      documentId: id,
      edit: editOf(view, { bucket_path: "mine" }),
      expectedUpdated: view.updated,
    };
    expect(await refusalOf(saveBlockForm(deps, input))).toMatchObject({ code: "not_found" });
  });
});

describe("what a browser may not send", () => {
  it("is refused without being quoted, and stores nothing", async () => {
    const id = await createByForm(deps, "s3", "log-test", s3);
    const before = await storedText(deps, id);
    const { updated } = await stored(deps, id);
    const set = (json: string) => ({
      do: "patch",
      entries: [{ key: "bucket_path", edit: { do: "set", json } }],
    });
    const deep: unknown = Array.from({ length: 2000 }).reduce(
      (edit) => ({ do: "patch", entries: [{ key: "a", edit }] }),
      { do: "keep" },
    );
    for (const edit of [
      null,
      "text",
      { do: "set", json: `{"a":"${canary}"}` },
      { do: "patch", entries: [{ key: "a" }] },
      { do: "patch", entries: [], extra: canary },
      { do: "patch", entries: [{ key: "unknown", edit: { do: "set", json: `"${canary}"` } }] },
      set(`${canary}`),
      set('{"an":"object"}'),
      { do: "patch", entries: [{ key: "bucket_path", edit: { do: "patch", entries: [] } }] },
      { do: "patch", entries: [{ key: "aws_secret_access_key", edit: { do: "reference", documentId: id } }] },
      deep,
    ]) {
      const error = await refusalOf(saveBlockForm(deps, { documentId: id, edit, expectedUpdated: updated }));
      expect(["bad_request", "invalid"]).toContain(error.code);
      expect(JSON.stringify([error.message, error.issues])).not.toContain(canary);
    }
    for (const input of [undefined, {}, { documentId: "x", edit: set("1"), expectedUpdated: updated }]) {
      expect((await refusalOf(saveBlockForm(deps, input))).code).toBe("bad_request");
    }
    expect(await storedText(deps, id)).toBe(before);
  });

  it("lets an unknown key be dropped, as the form shows it", async () => {
    const id = await storeByClient(deps, "s3", "block", { bucket_path: "a", unknown: 1 });
    const { updated } = await stored(deps, id);
    const edit = { do: "patch", entries: [{ key: "unknown", edit: { do: "clear" } }] };
    await saveBlockForm(deps, { documentId: id, edit, expectedUpdated: updated });
    expect(await storedText(deps, id)).toBe('{"bucket_path":"a"}');
  });
});
