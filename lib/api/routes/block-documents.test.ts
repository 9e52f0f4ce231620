import { beforeEach, describe, expect, it } from "vitest";
import { openTestApi, registerType, type TestApi } from "@/lib/testing/test-api";

const nobody = "11111111-1111-4111-8111-111111111111";
let api: TestApi;
let ids: { readonly block_type_id: string; readonly block_schema_id: string };
beforeEach(async () => {
  api = await openTestApi();
  ids = await registerType(api, "t", { secret_fields: ["key", "env.*"] });
});

function at(id: string) {
  return { $ref: { block_document_id: id } };
}

async function create(name: string, data: unknown = {}, more: object = {}) {
  const { status, json } = await api.call("POST", "/block_documents/", { ...ids, name, data, ...more });
  expect(status).toBe(201);
  return json;
}

async function readData(id: string) {
  return (await api.call("GET", `/block_documents/${id}?include_secrets=true`)).json.data;
}

describe("POST /block_documents/", () => {
  it("answers the whole document, its secrets masked", async () => {
    const json = await create("first", { key: "hidden", plain: 1.5, env: { A: "hidden" } });
    expect(json).toMatchObject({
      name: "first",
      data: { key: "********", plain: 1.5, env: { A: "********" } },
      ...ids,
      block_type_name: "t",
      block_type: { slug: "t" },
      block_schema: { id: ids.block_schema_id, block_type: { slug: "t" } },
      block_document_references: {},
      is_anonymous: false,
    });
    expect((await api.call("GET", `/block_documents/${json.id}`)).json).toEqual(json);
  });

  it("gives anonymous documents a name", async () => {
    const { json } = await api.call("POST", "/block_documents/", { ...ids, is_anonymous: "yes" });
    expect(json).toMatchObject({
      is_anonymous: true,
      name: expect.stringMatching(/^anonymous-[0-9a-f-]{36}$/),
    });
  });

  it("answers 409 for a taken name, an unknown schema and an unknown reference, 404 for an unknown type", async () => {
    await create("a");
    const post = async (body: object) =>
      (await api.call("POST", "/block_documents/", { ...ids, name: "b", ...body })).status;
    expect(await post({ name: "a" })).toBe(409);
    expect(await post({ name: "a", is_anonymous: true })).toBe(409);
    expect(await post({ block_schema_id: nobody })).toBe(409);
    expect(await post({ data: { c: at(nobody) } })).toBe(409);
    expect(await post({ block_type_id: nobody })).toBe(404);
    expect((await api.call("POST", "/block_documents/count")).json).toBe(1);
  });

  it.each([
    ["My-block", ["name", "__root__"]],
    [null, ["__root__"]],
    ["", ["__root__"]],
  ])("answers 422 for the name %j", async (name, places) => {
    const { status, json } = await api.call("POST", "/block_documents/", { ...ids, name });
    expect(status).toBe(422);
    expect(json.exception_detail.map((fault: { loc: string[] }) => fault.loc)).toEqual(
      places.map((place) => ["body", place]),
    );
  });

  it.each([
    [{ $ref: {} }],
    [{ $ref: null }],
    [{ $ref: { block_document_id: "zz" } }],
    [{ $ref: { block_document_id: 5 } }],
    [{ $ref: "x", other: 1 }],
  ])("answers 400 for the reference %j", async (reference) => {
    const { status } = await api.call("POST", "/block_documents/", {
      ...ids,
      name: "a",
      data: { c: reference },
    });
    expect(status).toBe(400);
  });
});

describe("reading block documents", () => {
  it("answers 404 for unknown and for malformed ids", async () => {
    const unknown = await api.call("GET", `/block_documents/${nobody}`);
    expect([unknown.status, unknown.json]).toEqual([404, { detail: "Block document not found" }]);
    const malformed = await api.call("GET", "/block_documents/nope");
    expect([malformed.status, malformed.json]).toEqual([404, { detail: "Not Found" }]);
  });

  it("gives data in clear, as it was sent, only with include_secrets", async () => {
    const sent = '{"key":"hidden","10":1.0,"2":60000000000000000000000000001,"env":{"A":"hidden"}}';
    const body = `{"name":"a","block_type_id":"${ids.block_type_id}","block_schema_id":"${ids.block_schema_id}","data":${sent}}`;
    const { json } = await api.call("POST", "/block_documents/", body);
    expect((await api.call("GET", `/block_documents/${json.id}?include_secrets=1`)).text).toContain(sent);
    expect((await api.call("GET", `/block_documents/${json.id}`)).text).not.toContain("hidden");
  });

  it("lists and counts named documents; filters, sorts and pages", async () => {
    await create("b", { key: "hidden" });
    await create("a");
    await create("c", {}, { is_anonymous: true });
    const list = async (body?: unknown) =>
      (await api.call("POST", "/block_documents/filter", body)).json.map(
        (item: { name: string }) => item.name,
      );
    expect(await list()).toEqual(["a", "b"]);
    expect(await list({ sort: "NAME_DESC", limit: 1 })).toEqual(["b"]);
    expect(await list({ block_documents: { is_anonymous: null } })).toEqual(["a", "b", "c"]);
    expect(await list({ block_documents: { is_anonymous: { eq_: true } } })).toEqual(["c"]);
    expect(await list({ block_types: { slug: { any_: ["none"] } } })).toEqual([]);
    expect((await api.call("POST", "/block_documents/count", { limit: 999 })).json).toBe(2);
    const open = await api.call("POST", "/block_documents/filter", { include_secrets: true });
    expect(open.text).toContain("hidden");
    expect((await api.call("POST", "/block_documents/filter", { sort: "NEWEST" })).status).toBe(422);
  });

  it("show referenced blocks by their own schema, and drop the field when the block is deleted", async () => {
    const child = await create("child", { key: "hidden", x: 1 });
    const parent = await create("parent", { own: 1, c: at(child.id) });
    expect(parent.data).toEqual({ own: 1, c: { key: "********", x: 1 } });
    expect(parent.block_document_references).toEqual({
      c: {
        block_document: {
          id: child.id,
          name: "child",
          block_type: child.block_type,
          is_anonymous: false,
          block_document_references: {},
        },
      },
    });
    expect(await readData(parent.id)).toEqual({ own: 1, c: { key: "hidden", x: 1 } });
    await api.call("DELETE", `/block_documents/${child.id}`);
    expect((await api.call("GET", `/block_documents/${parent.id}`)).json).toMatchObject({
      data: { own: 1 },
      block_document_references: {},
    });
  });
});

describe("PATCH /block_documents/{id}", () => {
  it("merges at the top, replaces without merging, and keeps secrets that come back as masks", async () => {
    const { id, updated } = await create("a", { key: "hidden", plain: 1, env: { A: "hidden", B: "two" } });
    const patch = async (body: object) => (await api.call("PATCH", `/block_documents/${id}`, body)).status;
    expect(await patch({ data: { key: "********", plain: 2, env: { A: "********", C: "new" } } })).toBe(204);
    expect(await readData(id)).toEqual({ key: "hidden", plain: 2, env: { A: "hidden", C: "new" } });
    expect(await patch({ data: { key: "********" }, merge_existing_data: false })).toBe(204);
    expect(await readData(id)).toEqual({ key: "hidden" });
    expect(await patch({ data: { plain: "********" } })).toBe(204);
    expect(await readData(id)).toEqual({ key: "hidden", plain: "********" });
    const { json } = await api.call("GET", `/block_documents/${id}`);
    expect(json.updated > updated).toBe(true);
  });

  it("keeps a referenced block, its secrets too, when a masked reading is sent back", async () => {
    const child = await create("child", { key: "hidden", x: 1 });
    const parent = await create("parent", { own: 1, c: at(child.id) });
    expect((await api.call("PATCH", `/block_documents/${parent.id}`, { data: parent.data })).status).toBe(
      204,
    );
    const { json } = await api.call("GET", `/block_documents/${parent.id}`);
    expect(json.block_document_references).toEqual(parent.block_document_references);
    expect(await readData(child.id)).toEqual({ key: "hidden", x: 1 });
  });

  it("keeps references that are not repeated; inline data takes their place", async () => {
    const child = await create("child", { x: 1 });
    const parent = await create("parent", { c: at(child.id) });
    await api.call("PATCH", `/block_documents/${parent.id}`, { data: { own: 1 } });
    expect(await readData(parent.id)).toEqual({ own: 1, c: { x: 1 } });
    await api.call("PATCH", `/block_documents/${parent.id}`, { data: { c: { x: 2 } } });
    const { json } = await api.call("GET", `/block_documents/${parent.id}`);
    expect([json.data, json.block_document_references]).toEqual([{ own: 1, c: { x: 2 } }, {}]);
    expect(await readData(child.id)).toEqual({ x: 1 });
  });

  it("moves to another schema of the type, also without data, but not to another type", async () => {
    const { json: next } = await api.call("POST", "/block_schemas/", {
      block_type_id: ids.block_type_id,
      fields: { title: "next", secret_fields: ["plain"] },
    });
    const { id } = await create("a", { plain: "hidden" });
    const patch = (body: object) => api.call("PATCH", `/block_documents/${id}`, body);
    expect((await patch({ block_schema_id: next.id })).status).toBe(204);
    const { json } = await api.call("GET", `/block_documents/${id}`);
    expect([json.block_schema_id, json.data]).toEqual([next.id, { plain: "********" }]);

    const other = await registerType(api, "other");
    const { status, json: refusal } = await patch({ block_schema_id: other.block_schema_id, data: {} });
    expect([status, refusal.detail]).toEqual([
      400,
      "Must migrate block document to a block schema of the same block type.",
    ]);
    expect((await patch({ block_schema_id: nobody, data: {} })).status).toBe(404);
  });

  it("refuses references to itself, in a circle, to nobody, and changes nothing then", async () => {
    const child = await create("child", { x: 1 });
    const middle = await create("middle", { c: at(child.id) });
    const top = await create("top", { m: at(middle.id) });
    const patch = (id: string, target: string) =>
      api.call("PATCH", `/block_documents/${id}`, { data: { x: 2, r: at(target) } });
    expect((await patch(child.id, child.id)).status).toBe(400);
    const circle = await patch(child.id, top.id);
    expect([circle.status, circle.json.detail]).toEqual([400, expect.stringContaining("cycle")]);
    expect((await patch(child.id, nobody)).status).toBe(409);
    expect(await readData(child.id)).toEqual({ x: 1 });
  });

  it.each([
    ["data", null],
    ["data", "x"],
    ["name", "new"],
    ["merge_existing_data", null],
    ["block_schema_id", "x"],
  ])("answers 422 naming %s when it is %j", async (field, value) => {
    const { status, json } = await api.call("PATCH", `/block_documents/${nobody}`, { [field]: value });
    expect([status, json.exception_detail[0].loc]).toEqual([422, ["body", field]]);
  });

  it("answers 404 for nobody, and 204 without a change when nothing was sent", async () => {
    expect((await api.call("PATCH", `/block_documents/${nobody}`, {})).status).toBe(404);
    const document = await create("a", { x: 1 });
    expect((await api.call("PATCH", `/block_documents/${document.id}`, {})).status).toBe(204);
    expect((await api.call("GET", `/block_documents/${document.id}`)).json).toEqual(document);
  });
});

describe("DELETE /block_documents/{id}", () => {
  it("answers 204 once, then 404; the name is free again", async () => {
    const { id } = await create("a");
    expect((await api.call("DELETE", `/block_documents/${id}`)).status).toBe(204);
    expect((await api.call("DELETE", `/block_documents/${id}`)).json).toEqual({
      detail: "Block document not found",
    });
    expect((await create("a")).id).not.toBe(id);
  });
});

describe("limits of nesting", () => {
  it("refuse a chain of more than 50 blocks, and a block that unfolds into more than 1000", async () => {
    let last = await create("c-1");
    for (let level = 2; level <= 50; level++) last = await create(`c-${level}`, { next: at(last.id) });
    const long = await api.call("POST", "/block_documents/", {
      ...ids,
      name: "c-51",
      data: { next: at(last.id) },
    });
    expect([long.status, long.json.detail]).toEqual([400, expect.stringContaining("50 levels")]);

    let wide = await create("w-1");
    const double = (id: string) => ({ left: at(id), right: at(id) });
    for (let level = 2; level <= 9; level++) wide = await create(`w-${level}`, double(wide.id));
    const huge = await api.call("POST", "/block_documents/", { ...ids, name: "w-10", data: double(wide.id) });
    expect([huge.status, huge.json.detail]).toEqual([400, expect.stringContaining("1000")]);
  });

  it("refuse a block whose references unfold into more than 16 million characters, and store nothing of it", async () => {
    const heavy = await create("heavy", { text: "x".repeat(3_000_000) });
    const often = (times: number) =>
      Object.fromEntries(Array.from({ length: times }, (_, index) => [`f${index}`, at(heavy.id)]));
    const refusal = [400, expect.stringContaining("16 million characters")];
    const body = { ...ids, name: "too-heavy", data: often(6) };
    const refused = await api.call("POST", "/block_documents/", body);
    expect([refused.status, refused.json.detail]).toEqual(refusal);
    expect((await api.call("GET", "/block_types/slug/t/block_documents/name/too-heavy")).status).toBe(404);

    const most = await create("most", often(5));
    const changed = await api.call("PATCH", `/block_documents/${most.id}`, { data: { more: at(heavy.id) } });
    expect([changed.status, changed.json.detail]).toEqual(refusal);
    const { json } = await api.call("GET", `/block_documents/${most.id}`);
    expect(Object.keys(json.block_document_references)).toHaveLength(5);
  });
});
