import { beforeEach, describe, expect, it } from "vitest";
import { readBlockDetails } from "@/lib/blocks/read-block-details";
import { readNewBlockForm } from "@/lib/blocks/read-block-form";
import { saveBlockForm } from "@/lib/blocks/save-block-form";
import {
  createByForm,
  editOf,
  openEdit,
  replaced,
  saveByForm,
  storeByClient,
  stored,
  storedText,
} from "@/lib/blocks/testing-forms";
import { added, json, kept, masked, rowsOf, withRow } from "@/lib/blocks/testing-marks";
import { dictRows, groupDraft } from "@/lib/forms/draft-shape";
import type { BlockDocumentId } from "@/lib/ids";
import { aBlockSchema, aBlockType } from "@/lib/testing/builders";
import { openTestApi, type TestApi } from "@/lib/testing/test-api";

// What a person masks in a form, by choice or because of its name, is a secret like any other from then on.

const canary = "canary-c41d";
const type = aBlockType({ slug: "plain-box" });
const env = { type: "object", additionalProperties: { type: "string" } };
const inner = { type: "object", properties: { note: { type: "string" }, env } };
let api: TestApi;

beforeEach(async () => {
  api = await openTestApi();
  await addSchema({});
});

async function addSchema(properties: object): Promise<void> {
  const { deps } = api;
  const fields = {
    type: "object",
    properties: {
      name: { type: "string" },
      env,
      options: { type: "object" },
      inner,
      items: { type: "array", items: inner },
      either: { anyOf: [inner, { type: "string" }] },
      ...properties,
    },
  };
  const schema = { ...aBlockSchema({ blockTypeId: type.id, fields }), created: deps.now() };
  await deps.store.transaction(async (tx) => {
    if (!(await tx.blockTypes.bySlug(type.slug))) await tx.blockTypes.insert(type);
    await tx.blockSchemas.insert(schema, []);
  });
}

const create = (changes: Parameters<typeof createByForm>[3], of?: BlockDocumentId) =>
  createByForm(api.deps, type.slug, `box-${api.deps.newId().slice(-6)}`, changes, of);
const save = (id: BlockDocumentId, changes: Parameters<typeof saveByForm>[2]) =>
  saveByForm(api.deps, id, changes);
const marksOf = async (id: BlockDocumentId) => (await stored(api.deps, id)).secretMarks;

/** Whatever leaves the server about the block without `include_secrets`. */
async function everywhere(id: BlockDocumentId): Promise<string> {
  const texts = await Promise.all(
    [
      ["GET", `/block_documents/${id}`],
      ["POST", "/block_documents/filter", { block_documents: { is_anonymous: null } }],
      ["GET", `/block_types/slug/${type.slug}/block_documents`],
      ["GET", `/block_types/slug/${type.slug}/block_documents/name/${(await stored(api.deps, id)).name}`],
    ].map(
      async ([method = "", path = "", body]) => (await api.call(String(method), String(path), body)).text,
    ),
  );
  const pages = [
    await readBlockDetails(api.deps, id),
    await openEdit(api.deps, id),
    await readNewBlockForm(api.deps, { slug: type.slug, duplicateOf: id }),
  ];
  return texts.join("\n") + JSON.stringify(pages) + api.logLines.join("");
}

const shownData = async (id: BlockDocumentId) => (await api.call("GET", `/block_documents/${id}`)).json.data;
const clearData = async (id: BlockDocumentId) =>
  (await api.call("GET", `/block_documents/${id}?include_secrets=true`)).json.data;

describe("a new row", () => {
  it("is masked because of its name, its address or by choice; any other is not", async () => {
    const rows = [
      added("DB_PASSWORD", masked(canary)),
      // Saved before the form could turn it into a hidden input.
      added("API_TOKEN", canary),
      added("DATABASE", `postgres://u:${canary}@h/d`),
      added("NICKNAME", masked(canary)),
      added("LEVEL", "info"),
    ];
    const id = await create({ env: rowsOf(...rows) });
    expect(await everywhere(id)).not.toContain("canary");
    const hidden = "********";
    expect(await shownData(id)).toEqual({
      env: { DB_PASSWORD: hidden, API_TOKEN: hidden, DATABASE: hidden, NICKNAME: hidden, LEVEL: "info" },
    });
    expect((await clearData(id)).env.NICKNAME).toBe(canary);
    expect(Object.keys((await stored(api.deps, id)).secretDates)).toHaveLength(4);
  });

  it("is left alone where a person decided so", async () => {
    const id = await create({ env: rowsOf(added("TEST_PASSWORD", "open", { isPlain: true })) });
    expect(await shownData(id)).toEqual({ env: { TEST_PASSWORD: "open" } });
    expect(await marksOf(id)).toEqual([]);
  });

  it("of a free object hides the credentials in its value, and takes an object as one", async () => {
    const rows = [
      added(
        "kwargs",
        json({ endpoint: "https://e.x", login: { apiKey: canary, list: [{ token: canary }] } }),
      ),
      added("credentials", masked(JSON.stringify({ type: "service", private_key: canary }))),
      added("password", masked("12345")),
      added("limits", json({ max_tokens: 5 })),
    ];
    const id = await create({ options: rowsOf(...rows) });
    expect(await everywhere(id)).not.toContain("canary");
    expect((await shownData(id)).options).toEqual({
      kwargs: { endpoint: "https://e.x", login: { apiKey: "********", list: [{ token: "********" }] } },
      credentials: "********",
      password: "********",
      limits: { max_tokens: 5 },
    });
    const { options } = await clearData(id);
    expect(options.credentials).toEqual({ type: "service", private_key: canary });
    expect(options.password).toBe("12345");
  });

  it("is masked at every depth: in a group, in the items of a list, in a branch", async () => {
    const group = { isSet: true, f: ["note", rowsOf(added("TOKEN", canary), added("A", "open"))] };
    const id = await create({
      inner: group,
      items: {
        rows: [
          { from: null, value: group },
          { from: null, value: group },
        ],
      },
      either: { branch: 0, drafts: [group, ""] },
    });
    expect(await everywhere(id)).not.toContain("canary");
    const shown = { note: "note", env: { TOKEN: "********", A: "open" } };
    expect(await shownData(id)).toEqual({ inner: shown, items: [shown, shown], either: shown });
    expect(await marksOf(id)).toEqual([
      ["inner", "env", "TOKEN"],
      ["items", "env", "TOKEN"],
      ["either", "env", "TOKEN"],
    ]);
  });
});

describe("a row that was stored openly", () => {
  let id: BlockDocumentId;
  beforeEach(async () => {
    id = await storeByClient(api.deps, type.slug, "made", { env: { TOKEN: canary, A: "open" } });
  });

  it("is masked when a person asks for it, its value unchanged", async () => {
    expect(await shownData(id)).toEqual({ env: { TOKEN: canary, A: "open" } });
    const before = await storedText(api.deps, id);
    await save(id, { env: (draft) => withRow(draft, "TOKEN", { value: kept }) });
    expect(await everywhere(id)).not.toContain("canary");
    expect(await storedText(api.deps, id)).toBe(before);
    expect(await marksOf(id)).toEqual([["env", "TOKEN"]]);
  });

  it("stays as it is when only something else changes", async () => {
    await save(id, { env: (draft) => withRow(draft, "A", { value: "new" }) });
    expect(await shownData(id)).toEqual({ env: { TOKEN: canary, A: "new" } });
  });
});

describe("a masked row", () => {
  let id: BlockDocumentId;
  const hidden = { env: { TOKEN: "********", A: "open" } };
  beforeEach(async () => {
    id = await create({ env: rowsOf(added("TOKEN", masked(canary)), added("A", "open")) });
  });

  it("is a secret with Keep and Replace in the form, and a save beside it keeps it", async () => {
    const { draft } = await openEdit(api.deps, id);
    expect(JSON.stringify(draft)).toContain('"action":"keep"');
    expect(JSON.stringify(draft)).toContain('"isMarked":true');
    await save(id, { name: "other" });
    expect(await clearData(id)).toEqual({ name: "other", env: { TOKEN: canary, A: "open" } });
    expect(await everywhere(id)).not.toContain("canary");
  });

  it("stays masked when it is replaced, renamed or moved", async () => {
    const value = { ...replaced(`${canary}-2`), isMarked: true } as const;
    await save(id, { env: (draft) => withRow(draft, "TOKEN", { value }) });
    expect((await clearData(id)).env.TOKEN).toBe(`${canary}-2`);
    await save(id, { env: (draft) => withRow(draft, "TOKEN", { key: "OTHER" }) });
    await save(id, { env: (draft) => rowsOf(...(dictRows(draft) ?? []).toReversed()) });
    expect(await everywhere(id)).not.toContain("canary");
    expect(await clearData(id)).toEqual({ env: { A: "open", OTHER: `${canary}-2` } });
  });

  it("stays masked when a client echoes it, adds to it, or moves the block to another schema", async () => {
    const path = `/block_documents/${id}`;
    expect((await api.call("PATCH", path, { data: hidden })).status).toBe(204);
    expect((await clearData(id)).env.TOKEN).toBe(canary);
    await api.call("PATCH", path, { data: { env: { ...hidden.env, B: "new" } } });
    await api.call("PATCH", path, { data: { env: { TOKEN: `${canary}-3`, A: "open" } } });
    await addSchema({ more: { type: "string" } });
    const { json: schemas } = await api.call("POST", "/block_schemas/filter", {});
    expect((await api.call("PATCH", path, { block_schema_id: schemas[0].id })).status).toBe(204);
    expect(await shownData(id)).toEqual(hidden);
    expect(await everywhere(id)).not.toContain("canary");
  });

  it("stays masked in a duplicate, and in a block that refers to it", async () => {
    const copy = await create({}, id);
    expect(await everywhere(copy)).not.toContain("canary");
    expect(await clearData(copy)).toEqual(await clearData(id));
    const { blockTypeId, blockSchemaId } = await stored(api.deps, id);
    const data = { box: { $ref: { block_document_id: id } } };
    const ids = { block_type_id: blockTypeId, block_schema_id: blockSchemaId };
    const { json: parent, text } = await api.call("POST", "/block_documents/", { ...ids, name: "p", data });
    expect(parent.data.box).toEqual(hidden);
    expect(text).not.toContain("canary");
    expect(await everywhere(parent.id)).not.toContain("canary");
  });

  it("is shown again only with a new value", async () => {
    await save(id, { env: (draft) => withRow(draft, "TOKEN", { value: "not secret", isPlain: true }) });
    expect(await shownData(id)).toEqual({ env: { TOKEN: "not secret", A: "open" } });
    expect(await marksOf(id)).toEqual([]);
  });

  it("is not shown by any edit that leaves its value where it is", async () => {
    const view = await openEdit(api.deps, id);
    const { updated: expectedUpdated } = view;
    const row = { key: "TOKEN", from: "TOKEN" };
    const send = (edit: object) =>
      saveBlockForm(api.deps, {
        documentId: id,
        edit: { do: "patch", entries: [{ key: "env", edit: { do: "rows", rows: [{ ...row, edit }] } }] },
        expectedUpdated,
      });
    await expect(send({ do: "keep", show: true })).rejects.toThrow("no change");
    // Somebody who knows the value may send it: it is still what the mark hides.
    await send({ do: "set", json: JSON.stringify(canary), show: true });
    expect(await everywhere(id)).not.toContain("canary");
  });

  it("an item of a list cannot show what the same place of another item hides", async () => {
    const group = (text: string) => ({ isSet: true, f: [null, rowsOf(added("TOKEN", masked(text)))] });
    const items = { rows: [1, 2].map((n) => ({ from: null, value: group(`${canary}-${n}`) })) };
    const list = await create({ items });
    const view = await openEdit(api.deps, list);
    const edit = editOf(view, {
      items: (draft) => {
        const [first, second] = (draft as typeof items).rows;
        if (!first || !second) throw new Error("two items");
        const f = [
          null,
          withRow(groupDraft(first.value).f[1] ?? null, "TOKEN", { value: "x", isPlain: true }),
        ];
        return { rows: [{ ...first, value: { isSet: true, f } }, second] };
      },
    });
    await saveBlockForm(api.deps, { documentId: list, edit, expectedUpdated: view.updated });
    expect(await everywhere(list)).not.toContain("canary");
    expect((await clearData(list)).items[0].env.TOKEN).toBe("x");
  });
});

it("a credential that is added to a free value is hidden, one that stood there openly waits for a person", async () => {
  const data = { options: { kwargs: { token: "seen", n: 1 } } };
  const id = await storeByClient(api.deps, type.slug, "made", data);
  const value = json({ token: "seen", n: 1, deep: { secret: canary } });
  await save(id, { options: (draft) => withRow(draft, "kwargs", { value }) });
  expect(await shownData(id)).toEqual({
    options: { kwargs: { token: "seen", n: 1, deep: { secret: "********" } } },
  });
  // And what is hidden there survives an edit of the text around it.
  const next = json({ token: "seen", n: 2, deep: { secret: "********" } });
  await save(id, { options: (draft) => withRow(draft, "kwargs", { value: next }) });
  expect(await clearData(id)).toEqual({
    options: { kwargs: { token: "seen", n: 2, deep: { secret: canary } } },
  });
  expect(await everywhere(id)).not.toContain("canary");
});
