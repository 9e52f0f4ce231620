import { beforeEach, describe, expect, it } from "vitest";
import { openTestApi, registerType, type TestApi } from "@/lib/testing/test-api";

const nobody = "11111111-1111-4111-8111-111111111111";
const emptyChecksum = "sha256:f8e6e96abbc38504d4e9c99fc57281fa0026bede1fa42db79f22f984501710f4";
let api: TestApi;
let typeId: string;
beforeEach(async () => {
  api = await openTestApi();
  typeId = (await api.call("POST", "/block_types/", { name: "T", slug: "t" })).json.id;
});

describe("POST /block_schemas/", () => {
  it("registers a schema; the same one again is answered with 200 and the stored row", async () => {
    const sent = { block_type_id: typeId, fields: { title: "S" }, capabilities: ["b", "a"], version: "1" };
    const first = await api.call("POST", "/block_schemas/", sent);
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({
      fields: { title: "S", block_schema_references: {} },
      capabilities: ["b", "a"],
      version: "1",
      block_type_id: typeId,
      block_type: { slug: "t" },
    });
    const again = await api.call("POST", "/block_schemas/", { ...sent, capabilities: ["other"] });
    expect([again.status, again.json]).toEqual([200, first.json]);
  });

  it("takes everything but the type from defaults", async () => {
    const { json } = await api.call("POST", "/block_schemas/", { block_type_id: typeId });
    expect(json).toMatchObject({ checksum: emptyChecksum, version: "non-versioned", capabilities: [] });
  });

  it("keeps the notation of numbers and the order of keys", async () => {
    const fields = '{"10":1.0,"2":123456789012345678901234567890,"a":1e5,"__proto__":{"x":-0.0}}';
    const { json, text } = await api.call(
      "POST",
      "/block_schemas/",
      `{"block_type_id":"${typeId}","fields":${fields}}`,
    );
    expect(text).toContain(fields.slice(1, -1));
    expect((await api.call("GET", `/block_schemas/${json.id}`)).text).toContain(fields.slice(1, -1));
  });

  it("answers 404 for an unknown type, null included", async () => {
    const unknown = await api.call("POST", "/block_schemas/", { block_type_id: nobody });
    expect([unknown.status, unknown.json]).toEqual([404, { detail: `Block type ${nobody} not found.` }]);
    const none = await api.call("POST", "/block_schemas/", { block_type_id: null });
    expect([none.status, none.json]).toEqual([404, { detail: "Block type None not found." }]);
  });

  it.each([
    ["fields", null],
    ["fields", [1]],
    ["fields", "x"],
    ["block_type_id", "xx"],
    ["capabilities", "read"],
    ["version", null],
    ["checksum", "sha256:x"],
  ])("answers 422 naming %s when it is %j", async (field, value) => {
    const sent = { block_type_id: typeId, [field]: value };
    const { status, json } = await api.call("POST", "/block_schemas/", sent);
    expect([status, json.exception_detail[0].loc]).toEqual([422, ["body", field]]);
    expect(json.request_body).toEqual(sent);
  });

  it("answers 409 when the type of a nested block is unknown, 422 when its schema is", async () => {
    const nested = (slug: string) => ({
      block_type_id: typeId,
      fields: {
        properties: { c: { $ref: "#/definitions/C" } },
        block_schema_references: { c: { block_type_slug: slug, block_schema_checksum: "sha256:x" } },
      },
    });
    const unknownType = await api.call("POST", "/block_schemas/", nested("none"));
    expect(unknownType.status).toBe(409);
    expect(unknownType.json.detail).toContain("because block type 'none' was not found");
    const unknownSchema = await api.call("POST", "/block_schemas/", nested("t"));
    expect(unknownSchema.status).toBe(422);
    expect(unknownSchema.json.exception_detail[0].loc).toEqual([
      "body",
      "fields",
      "block_schema_references",
      "c",
    ]);
    expect((await api.call("POST", "/block_schemas/filter")).json).toEqual([]);
  });
});

describe("reading block schemas", () => {
  it("answers 404 for unknown ids and checksums, 422 for malformed ids", async () => {
    for (const path of [`/block_schemas/${nobody}`, "/block_schemas/checksum/sha256:none"]) {
      const { status, json } = await api.call("GET", path);
      expect([status, json]).toEqual([404, { detail: "Block schema not found" }]);
    }
    expect((await api.call("GET", "/block_schemas/nope")).status).toBe(422);
  });

  it("finds by checksum the version asked for, else the newest", async () => {
    const post = async (version: string) =>
      (await api.call("POST", "/block_schemas/", { block_type_id: typeId, version })).json;
    const [older, newer] = [await post("2"), await post("1")];
    const path = `/block_schemas/checksum/${emptyChecksum}`;
    expect((await api.call("GET", path)).json.id).toBe(newer.id);
    expect((await api.call("GET", `${path}?version=2`)).json.id).toBe(older.id);
    expect((await api.call("GET", `${path}?version=3`)).status).toBe(404);
  });

  it("lists newest first, filtered and paged", async () => {
    const post = async (version: string, capabilities: string[]) =>
      (await api.call("POST", "/block_schemas/", { block_type_id: typeId, version, capabilities })).json.id;
    const [a, b] = [await post("1", ["x", "y"]), await post("2", ["x"])];
    const idsOf = async (body?: unknown) =>
      (await api.call("POST", "/block_schemas/filter", body)).json.map((item: { id: string }) => item.id);
    expect(await idsOf()).toEqual([b, a]);
    expect(await idsOf({ limit: 1 })).toEqual([b]);
    expect(await idsOf({ block_schemas: { block_capabilities: { all_: ["y", "x"] } } })).toEqual([a]);
    expect(await idsOf({ block_schemas: { block_capabilities: { all_: [] } } })).toEqual([b, a]);
    const either = { operator: "or_", version: { any_: ["2"] }, id: { any_: [a] } };
    expect(await idsOf({ block_schemas: either })).toEqual([b, a]);
    expect(await idsOf({ block_schemas: { ...either, operator: "and_" } })).toEqual([]);
    const bad = await api.call("POST", "/block_schemas/filter", { block_schemas: { operator: "xor_" } });
    expect(bad.json.exception_detail[0]).toMatchObject({
      loc: ["body", "block_schemas", "operator"],
      type: "type_error.enum",
      ctx: { enum_values: ["and_", "or_"] },
    });
  });

  it("collects the capabilities of all schemas", async () => {
    await api.call("POST", "/block_schemas/", { block_type_id: typeId, capabilities: ["b", "a"] });
    await registerType(api, "u");
    const { json } = await api.call("GET", "/block_capabilities/");
    expect([...json].sort()).toEqual(["a", "b"]);
  });
});

describe("DELETE /block_schemas/{id}", () => {
  it("takes its documents along, and only those", async () => {
    const ids = await registerType(api, "u");
    const { json: kept } = await api.call("POST", "/block_schemas/", { block_type_id: ids.block_type_id });
    const { json: gone } = await api.call("POST", "/block_documents/", { ...ids, name: "a" });
    const other = { ...ids, block_schema_id: kept.id, name: "b" };
    const { json: stays } = await api.call("POST", "/block_documents/", other);
    const path = `/block_schemas/${ids.block_schema_id}`;
    expect((await api.call("DELETE", path)).status).toBe(204);
    expect((await api.call("GET", `/block_documents/${gone.id}`)).status).toBe(404);
    expect((await api.call("GET", `/block_documents/${stays.id}`)).status).toBe(200);
    expect((await api.call("DELETE", path)).json).toEqual({ detail: "Block schema not found" });
  });

  it("refuses schemas of protected types", async () => {
    await api.call("POST", "/block_types/install_system_block_types");
    const { json: type } = await api.call("GET", "/block_types/slug/secret");
    const filter = { block_schemas: { block_type_id: { any_: [type.id] } } };
    const { json: schemas } = await api.call("POST", "/block_schemas/filter", filter);
    const { status, json } = await api.call("DELETE", `/block_schemas/${schemas[0].id}`);
    expect(status).toBe(403);
    expect(json).toEqual({ detail: "Block schemas for protected block types cannot be deleted." });
  });
});
