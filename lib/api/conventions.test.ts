// What holds for every route and no single one is about.
import { beforeEach, describe, expect, it } from "vitest";
import { openTestApi, registerType, type TestApi } from "@/lib/testing/test-api";

let api: TestApi;
let ids: { readonly block_type_id: string; readonly block_schema_id: string };
beforeEach(async () => {
  api = await openTestApi();
  ids = await registerType(api, "t");
});

describe("an id", () => {
  const spellings: readonly (readonly [string, (id: string) => string])[] = [
    ["in upper case", (id) => id.toUpperCase()],
    ["without dashes", (id) => id.replaceAll("-", "")],
    ["in upper case without dashes", (id) => id.replaceAll("-", "").toUpperCase()],
  ];

  it.each(spellings)("may be spelled %s, in paths, bodies, filters and references", async (_, spell) => {
    const body = {
      name: "child",
      block_type_id: spell(ids.block_type_id),
      block_schema_id: spell(ids.block_schema_id),
    };
    const child = await api.call("POST", "/block_documents/", body);
    expect(child).toMatchObject({ status: 201, json: ids });
    const data = { c: { $ref: { block_document_id: spell(child.json.id) } } };
    const parent = await api.call("POST", "/block_documents/", { ...body, name: "parent", data });
    expect(parent.json.block_document_references.c.block_document.id).toBe(child.json.id);
    expect((await api.call("GET", `/block_documents/${spell(child.json.id)}`)).json).toEqual(child.json);
    expect((await api.call("GET", `/block_types/${spell(ids.block_type_id)}`)).status).toBe(200);
    const any = (id: string) => ({ any_: [spell(id)] });
    const filter = { block_documents: { id: any(child.json.id), block_type_id: any(ids.block_type_id) } };
    expect((await api.call("POST", "/block_documents/filter", filter)).json).toEqual([child.json]);
  });

  it("is answered in lower case with dashes", async () => {
    const { json } = await api.call("GET", `/block_types/${ids.block_type_id.toUpperCase()}`);
    expect(json.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});

describe("a body", () => {
  const sent = '{"name":"x","slug":"x"}';

  it("is read as JSON also when its type is not named", async () => {
    const { status } = await api.call("POST", "/block_types/", sent, { "content-type": "" });
    expect(status).toBe(201);
  });

  it.each(["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"])(
    "of the type %s is none",
    async (type) => {
      const { status, json } = await api.call("POST", "/block_types/", sent, { "content-type": type });
      expect(status).toBe(422);
      expect(json.exception_detail).toEqual([
        { loc: ["body"], msg: "value is not a valid dict", type: "type_error.dict" },
      ]);
    },
  );

  it("of a filter may be missing, null or empty; null means the default, unknown keys mean nothing", async () => {
    const all = (await api.call("POST", "/block_types/filter")).json;
    expect(all).toHaveLength(1);
    const asked = { block_schema_type: null, offset: null, limit: null, include_secrets: true };
    for (const body of ["", "null", "{}", asked]) {
      expect((await api.call("POST", "/block_types/filter", body)).json).toEqual(all);
    }
    expect((await api.call("POST", "/block_documents/filter", asked)).json).toEqual([]);
  });
});

describe("an answer", () => {
  it("is not compressed, for compression next to secrets tells of them", async () => {
    const { headers, text } = await api.call("GET", "/openapi.json", undefined, {
      "accept-encoding": "gzip, br",
    });
    expect(text.length).toBeGreaterThan(10_000);
    expect([headers.get("content-encoding"), headers.get("vary")]).toEqual([null, null]);
  });

  it("has times with microseconds and the offset that clients of both families read", async () => {
    const { json } = await api.call("GET", `/block_types/${ids.block_type_id}`);
    for (const time of [json.created, json.updated])
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/);
  });
});
