import { beforeEach, describe, expect, it } from "vitest";
import { openTestApi, registerType, type TestApi } from "@/lib/testing/test-api";

const stars = "********";
let api: TestApi;
beforeEach(async () => {
  api = await openTestApi();
});

async function make(fields: object, data: object): Promise<string> {
  const ids = await registerType(api, "t", { ...fields });
  const { status, json } = await api.call("POST", "/block_documents/", { ...ids, name: "d", data });
  expect(status).toBe(201);
  return `/block_documents/${json.id}`;
}

describe("a mask below a wildcard where nothing is stored", () => {
  const fields = { secret_fields: ["key", "env.*"] };
  const stored = { key: "canary-1", env: { A: "canary-2" }, plain: 1 };

  it.each([
    ["merging", {}],
    ["replacing", { merge_existing_data: false }],
  ])("is refused when %s, and nothing changes", async (_, mode) => {
    const path = await make(fields, stored);
    const { json: before } = await api.call("GET", `${path}?include_secrets=true`);
    const { json: next } = await api.call("POST", "/block_schemas/", {
      block_type_id: before.block_type_id,
      fields: { title: "next" },
    });
    const data = { plain: 2, env: { A: stars, RENAMED: stars, B: "canary-3" } };
    const { status, json, text } = await api.call("PATCH", path, {
      ...mode,
      data,
      block_schema_id: next.id,
    });
    expect(status).toBe(422);
    expect(json).toEqual({
      exception_message: "Invalid request received.",
      exception_detail: [
        {
          loc: ["body", "data", "env", "RENAMED"],
          msg: `"${stars}" stands for a stored secret, and none is stored here. Send the value itself, or leave the key out.`,
          type: "value_error",
        },
      ],
      request_body: {
        ...mode,
        data: { plain: stars, env: { A: stars, RENAMED: stars, B: stars } },
        block_schema_id: next.id,
      },
    });
    expect(text).not.toContain("canary");
    expect((await api.call("GET", `${path}?include_secrets=true`)).json).toEqual(before);
  });

  it("is refused in place of a referenced block's secret that a client edited around", async () => {
    const child = await make({ ...fields, properties: {} }, stored);
    const ids = await registerType(api, "outer", { secret_fields: ["child.key", "child.env.*"] });
    const { json: parent } = await api.call("POST", "/block_documents/", {
      ...ids,
      name: "parent",
      data: { child: { $ref: { block_document_id: child.split("/").at(-1) } } },
    });
    const data = { child: { ...parent.data.child, plain: 2 } };
    const { status, json } = await api.call("PATCH", `/block_documents/${parent.id}`, { data });
    expect([status, json.exception_detail[0].loc]).toEqual([422, ["body", "data", "child", "env", "A"]]);
    expect((await api.call("GET", `/block_documents/${parent.id}`)).json).toEqual(parent);
  });

  it("is plain text when a document is created, for then nothing was read before", async () => {
    const path = await make(fields, { key: stars, env: { A: stars } });
    const { json } = await api.call("GET", `${path}?include_secrets=true`);
    expect(json.data).toEqual({ key: stars, env: { A: stars } });
  });
});

describe("a body that cannot be read", () => {
  it.each([
    ["is cut off", '{"data":{"key":"canary"', {}, "value_error.jsondecode"],
    ["is a form", "data=canary", { "content-type": "application/x-www-form-urlencoded" }, "type_error.dict"],
    ["is called a text", '{"data":{"key":"canary"}}', { "content-type": "text/plain" }, "type_error.dict"],
  ])("is not repeated by document routes when it %s", async (_, body, headers, type) => {
    const path = await make({}, {});
    for (const [method, target] of [
      ["POST", "/block_documents/"],
      ["PATCH", path],
    ] as const) {
      const { status, json, text } = await api.call(method, target, body, headers);
      expect([status, json.request_body]).toEqual([422, null]);
      expect(json.exception_detail).toMatchObject([{ type }]);
      expect(json.exception_detail[0].ctx ?? {}).not.toHaveProperty("doc");
      expect(text).not.toContain("canary");
    }
  });
});
