import { beforeEach, describe, expect, it } from "vitest";
import { openTestApi, registerType, type TestApi } from "@/lib/testing/test-api";

const nobody = "11111111-1111-4111-8111-111111111111";
let api: TestApi;
beforeEach(async () => {
  api = await openTestApi();
});

describe("POST /block_types/", () => {
  it("registers a type and answers it whole, its texts escaped as Prefect does", async () => {
    const sent = { name: "Till", slug: "till", description: "a < b", logo_url: "https://example.com/a.png" };
    const { status, json } = await api.call("POST", "/block_types/", sent);
    expect(status).toBe(201);
    expect(json).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      created: expect.stringMatching(/^2026-02-01T00:00:00\.\d{6}\+00:00$/),
      updated: json.created,
      name: "Till",
      slug: "till",
      logo_url: "https://example.com/a.png",
      documentation_url: null,
      description: "a &lt; b",
      code_example: null,
      is_protected: false,
    });
    expect((await api.call("GET", `/block_types/${json.id}`)).json).toEqual(json);
    expect((await api.call("GET", "/block_types/slug/till")).json).toEqual(json);
  });

  it("answers 409 for a taken slug and stores nothing", async () => {
    await api.call("POST", "/block_types/", { name: "Till", slug: "till" });
    const again = await api.call("POST", "/block_types/", { name: "Other", slug: "till" });
    expect(again.status).toBe(409);
    expect(again.json).toEqual({ detail: 'Block type with name "Other" already exists' });
    expect((await api.call("POST", "/block_types/filter")).json).toHaveLength(1);
  });

  it("answers 403 for a reserved name", async () => {
    const { status } = await api.call("POST", "/block_types/", { name: "pReFeCt x", slug: "x" });
    expect(status).toBe(403);
    expect((await api.call("GET", "/block_types/slug/x")).status).toBe(404);
  });

  it.each([
    ["name", "a/b", "value_error.invalidname"],
    ["slug", "Upper", "value_error"],
    ["logo_url", "ftp://example.com/x", "value_error.url.scheme"],
    ["logo_url", "/relative.png", "value_error.url.scheme"],
    ["documentation_url", "http://intranet/x", "value_error.url.host"],
    ["documentation_url", "http://[4f8059]/x", "value_error.url.host"],
    ["description", ["a"], "type_error.str"],
    ["name", null, "type_error.none.not_allowed"],
    ["colour", "red", "value_error.extra"],
  ])("answers 422 naming %s when it is %j", async (field, value, type) => {
    const sent = { name: "Till", slug: "till", [field]: value };
    const { status, json } = await api.call("POST", "/block_types/", sent);
    expect(status).toBe(422);
    expect(json.exception_message).toBe("Invalid request received.");
    expect(json.exception_detail).toEqual([expect.objectContaining({ loc: ["body", field], type })]);
    expect(json.request_body).toEqual(sent);
  });

  it("reads scalars as the texts that Python would make of them", async () => {
    const sent = { name: 5, slug: "n", description: true };
    const { json } = await api.call("POST", "/block_types/", sent);
    expect([json.name, json.description]).toEqual(["5", "True"]);
  });
});

describe("reading block types", () => {
  it("answers 404 for unknown ids and slugs, 422 for malformed ids", async () => {
    for (const path of [`/block_types/${nobody}`, "/block_types/slug/none"]) {
      const { status, json } = await api.call("GET", path);
      expect([status, json]).toEqual([404, { detail: "Block type not found" }]);
    }
    const { status, json } = await api.call("GET", "/block_types/nope");
    expect(status).toBe(422);
    expect(json.exception_detail).toEqual([
      { loc: ["path", "id"], msg: "value is not a valid uuid", type: "type_error.uuid" },
    ]);
  });

  it("lists by name, filtered and paged", async () => {
    for (const slug of ["bb", "aa", "cc"]) await registerType(api, slug);
    const slugsOf = async (body?: unknown) =>
      (await api.call("POST", "/block_types/filter", body)).json.map((type: { slug: string }) => type.slug);
    expect(await slugsOf()).toEqual(["aa", "bb", "cc"]);
    expect(await slugsOf("null")).toEqual(["aa", "bb", "cc"]);
    expect(await slugsOf({ limit: 1, offset: 1, unheard_of: 1 })).toEqual(["bb"]);
    expect(await slugsOf({ block_types: { slug: { any_: ["cc", "zz"] } } })).toEqual(["cc"]);
    expect(await slugsOf({ block_types: { slug: { any_: [] } } })).toEqual([]);
    expect(await slugsOf({ block_types: { name: { like_: "B" } }, limit: null })).toEqual(["bb"]);
  });

  it("refuses unknown keys inside a filter and limits out of range", async () => {
    const bad = await api.call("POST", "/block_types/filter", { block_types: { id: {} } });
    expect(bad.json.exception_detail[0].loc).toEqual(["body", "block_types", "id"]);
    const tooMany = await api.call("POST", "/block_types/filter", { limit: 201 });
    expect([tooMany.status, tooMany.json]).toEqual([
      422,
      { detail: "Invalid limit: must be less than or equal to 200." },
    ]);
    expect((await api.call("POST", "/block_types/filter", { limit: -1 })).status).toBe(422);
    const offset = await api.call("POST", "/block_types/filter", { offset: -1 });
    expect(offset.json.exception_detail).toEqual([
      {
        loc: ["body", "offset"],
        msg: "ensure this value is greater than or equal to 0",
        type: "value_error.number.not_ge",
        ctx: { limit_value: 0 },
      },
    ]);
  });
});

describe("PATCH /block_types/{id}", () => {
  it("writes only the keys that were sent; null clears", async () => {
    const sent = { name: "T", slug: "t", description: "one", code_example: "two" };
    const { json: type } = await api.call("POST", "/block_types/", sent);
    const patch = await api.call("PATCH", `/block_types/${type.id}`, { description: null });
    expect([patch.status, patch.text]).toEqual([204, ""]);
    const { json } = await api.call("GET", `/block_types/${type.id}`);
    expect(json).toEqual({ ...type, description: null, updated: expect.anything() });
    expect(json.updated > type.updated).toBe(true);
  });

  it("changes nothing, not even the time, when nothing differs after unescaping", async () => {
    const sent = { name: "T", slug: "t", description: "a < b & c" };
    const { json: type } = await api.call("POST", "/block_types/", sent);
    await api.call("PATCH", `/block_types/${type.id}`, { description: sent.description });
    expect((await api.call("GET", `/block_types/${type.id}`)).json).toEqual(type);
  });

  it("answers 404 for nobody and 422 for fields that are fixed", async () => {
    expect((await api.call("PATCH", `/block_types/${nobody}`, {})).status).toBe(404);
    const { json: type } = await api.call("POST", "/block_types/", { name: "T", slug: "t" });
    const { status, json } = await api.call("PATCH", `/block_types/${type.id}`, { slug: "s" });
    expect(status).toBe(422);
    expect(json.exception_detail[0].loc).toEqual(["body", "slug"]);
  });
});

describe("DELETE /block_types/{id}", () => {
  it("takes schemas and documents along", async () => {
    const ids = await registerType(api, "t");
    const { json: document } = await api.call("POST", "/block_documents/", { ...ids, name: "d" });
    expect((await api.call("DELETE", `/block_types/${ids.block_type_id}`)).status).toBe(204);
    expect((await api.call("GET", `/block_schemas/${ids.block_schema_id}`)).status).toBe(404);
    expect((await api.call("GET", `/block_documents/${document.id}`)).status).toBe(404);
    expect((await api.call("DELETE", `/block_types/${ids.block_type_id}`)).status).toBe(404);
  });

  it("refuses protected types; installing them again restores their texts", async () => {
    const install = () => api.call("POST", "/block_types/install_system_block_types");
    expect(await install()).toMatchObject({ status: 200, json: null });
    const { json: type } = await api.call("GET", "/block_types/slug/secret");
    expect(type.is_protected).toBe(true);
    expect(await api.call("DELETE", `/block_types/${type.id}`)).toMatchObject({
      status: 403,
      json: { detail: "protected block types cannot be deleted." },
    });
    await api.call("PATCH", `/block_types/${type.id}`, { description: "scribble" });
    await install();
    const { json: restored } = await api.call("GET", "/block_types/slug/secret");
    expect(restored).toEqual({ ...type, updated: expect.anything() });
  });
});

describe("the documents of a type", () => {
  it("are listed by name without anonymous ones, and read by name", async () => {
    const ids = await registerType(api, "t");
    for (const name of ["b", "a"]) await api.call("POST", "/block_documents/", { ...ids, name });
    await api.call("POST", "/block_documents/", { ...ids, is_anonymous: true });
    const { json } = await api.call("GET", "/block_types/slug/t/block_documents");
    expect(json.map((item: { name: string }) => item.name)).toEqual(["a", "b"]);
    const byName = await api.call("GET", "/block_types/slug/t/block_documents/name/a");
    expect(byName.json).toEqual(json[0]);
  });

  it("answer 404 when the type or the name is unknown", async () => {
    await registerType(api, "t");
    const path = "/block_types/slug/none/block_documents";
    expect((await api.call("GET", path)).json).toEqual({ detail: "Block type not found" });
    for (const slug of ["none", "t"]) {
      const { status, json } = await api.call("GET", `/block_types/slug/${slug}/block_documents/name/x`);
      expect([status, json]).toEqual([404, { detail: "Block document not found" }]);
    }
  });

  it("refuse a flag that is no flag", async () => {
    await registerType(api, "t");
    const { status, json } = await api.call(
      "GET",
      "/block_types/slug/t/block_documents?include_secrets=maybe",
    );
    expect(status).toBe(422);
    expect(json.exception_detail[0]).toMatchObject({
      loc: ["query", "include_secrets"],
      type: "type_error.bool",
    });
  });
});
