import { beforeEach, expect, it } from "vitest";
import { type ApiReply, openTestApi, registerType, type TestApi } from "@/lib/testing/test-api";

const canary = "canary-7d1e-value";
const masked: ApiReply[] = [];
let api: TestApi;
let ids: { readonly block_type_id: string; readonly block_schema_id: string };

beforeEach(async () => {
  api = await openTestApi();
  masked.length = 0;
  ids = await registerType(api, "vault", {
    properties: {
      key: { type: "string", writeOnly: true, format: "password" },
      // Only the property says that it is secret: clients may forget to list it.
      unlisted: { type: "array", items: { type: "string", format: "password" } },
    },
    secret_fields: ["key", "env.*", "inner.token"],
  });
});

const secrets = {
  key: canary,
  unlisted: [canary, canary],
  env: { A: canary, B: { C: canary } },
  inner: { token: { whole: [canary] }, open: 1 },
};

async function ask(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
  const reply = await api.call(method, path, body, headers);
  masked.push(reply);
  return reply;
}

function expectNoCanary(): void {
  for (const { text } of masked) expect(text).not.toContain("canary");
  expect(api.logLines.join("")).not.toContain("canary");
  expect(api.logLines.length).toBeGreaterThan(0);
}

it("a secret written through the API is in no masked answer and in no log line", async () => {
  const { json: child } = await ask("POST", "/block_documents/", { ...ids, name: "child", data: secrets });
  const data = { ...secrets, child: { $ref: { block_document_id: child.id } } };
  const { json: parent } = await ask("POST", "/block_documents/", { ...ids, name: "parent", data });
  expect(parent.data.child.key).toBe("********");
  await ask("POST", "/block_documents/", { ...ids, is_anonymous: true, data: secrets });
  const changes = { key: `${canary}-2`, env: { A: canary, NEW: canary } };
  expect((await ask("PATCH", `/block_documents/${child.id}`, { data: changes })).status).toBe(204);
  expect(
    (await ask("PATCH", `/block_documents/${parent.id}`, { data: secrets, merge_existing_data: false }))
      .status,
  ).toBe(204);

  await ask("GET", `/block_documents/${parent.id}`);
  await ask("GET", "/block_types/slug/vault/block_documents");
  await ask("GET", "/block_types/slug/vault/block_documents/name/child");
  const listed = await ask("POST", "/block_documents/filter", { block_documents: { is_anonymous: null } });
  expect(listed.json).toHaveLength(3);
  expectNoCanary();
  expect((await api.call("GET", `/block_documents/${parent.id}?include_secrets=true`)).text).toContain(
    canary,
  );
});

it("a stored secret stays hidden when its block gets a schema that calls its place plain", async () => {
  const { json: made } = await ask("POST", "/block_documents/", { ...ids, name: "made", data: secrets });
  const path = `/block_documents/${made.id}`;
  const later = await registerSchema({
    properties: { api_key: { type: "string", format: "password" }, env: { type: "object" } },
    secret_fields: ["api_key"],
  });
  const change = { block_schema_id: later, data: { api_key: `${canary}-2`, note: "plain" } };
  expect((await ask("PATCH", path, change)).status).toBe(204);
  const { json: read } = await ask("GET", path);
  const hidden = "********";
  expect(read.data).toEqual({
    key: hidden,
    unlisted: hidden,
    env: { A: hidden, B: { C: hidden } },
    inner: { token: hidden, open: 1 },
    api_key: hidden,
    note: "plain",
  });
  await ask("GET", "/block_types/slug/vault/block_documents");
  await ask("GET", "/block_types/slug/vault/block_documents/name/made");
  expect((await ask("POST", "/block_documents/filter", {})).json).toHaveLength(1);

  // What a client read masked and sends back is still what was stored, also under a third schema.
  const third = await registerSchema({ properties: { key: { type: "string" } } });
  const data = { ...read.data, note: "new" };
  const back = await ask("PATCH", path, { block_schema_id: third, data, merge_existing_data: false });
  expect(back.status).toBe(204);
  expect((await ask("GET", path)).json.data).toEqual(data);
  expectNoCanary();
  const { json: clear } = await api.call("GET", `${path}?include_secrets=true`);
  expect(clear.data).toEqual({ ...secrets, api_key: `${canary}-2`, note: "new" });
});

it("a value that is sent anew for a place that the new schema calls plain is shown", async () => {
  const { json: made } = await ask("POST", "/block_documents/", {
    ...ids,
    name: "made",
    data: { key: canary },
  });
  const path = `/block_documents/${made.id}`;
  const later = await registerSchema({ properties: { key: { type: "string" } } });
  await ask("PATCH", path, { block_schema_id: later, data: { key: "public" } });
  expect((await ask("GET", path)).json.data).toEqual({ key: "public" });
  expectNoCanary();
});

it.each(["schema", "type"])(
  "data of a nested block stays hidden when the %s of that block is deleted",
  async (what) => {
    const inner = {
      title: "Inner",
      type: "object",
      properties: { pin: { type: "string", format: "password" } },
    };
    const { json: child } = await ask("POST", "/block_types/", { name: "inner", slug: "inner" });
    const innerFields = { ...inner, block_type_slug: "inner" };
    const { json: schema } = await ask("POST", "/block_schemas/", {
      block_type_id: child.id,
      fields: innerFields,
    });
    const outer = await registerSchema({
      properties: { inner: { $ref: "#/definitions/Inner" } },
      definitions: { Inner: innerFields },
      block_schema_references: {
        inner: { block_type_slug: "inner", block_schema_checksum: schema.checksum },
      },
    });
    const data = { inner: { pin: canary, open: "plain" } };
    const body = { ...ids, block_schema_id: outer, name: "outer", data };
    const { json: made } = await ask("POST", "/block_documents/", body);
    const path = what === "schema" ? `/block_schemas/${schema.id}` : `/block_types/${child.id}`;
    expect((await ask("DELETE", path)).status).toBe(204);
    const { json: read } = await ask("GET", `/block_documents/${made.id}`);
    expect(read.data).toEqual({ inner: { pin: "********", open: "plain" } });
    expect(read.block_schema.fields.definitions).toBeUndefined();
    expect(read.updated).toBe(made.updated);
    expectNoCanary();
  },
);

async function registerSchema(fields: object): Promise<string> {
  const body = { block_type_id: ids.block_type_id, fields: { title: "vault", type: "object", ...fields } };
  return (await ask("POST", "/block_schemas/", body)).json.id;
}

it("a secret in a refused request is not echoed", async () => {
  const { json: made } = await ask("POST", "/block_documents/", { ...ids, name: "made" });
  const path = `/block_documents/${made.id}`;
  const statuses = [
    await ask("POST", "/block_documents/", { ...ids, name: "Not Allowed", data: secrets }),
    await ask("POST", "/block_documents/", { ...ids, name: "made", data: secrets }),
    await ask("POST", "/block_documents/", { ...ids, name: "x", dta: secrets }),
    await ask("POST", "/block_documents/", { ...ids, name: "x", constructor: canary, toString: canary }),
    await ask("POST", "/block_documents/", { ...ids, name: "x", data: canary }),
    await ask("POST", "/block_documents/", { ...ids, name: "x", data: { r: { $ref: canary }, ...secrets } }),
    await ask("POST", "/block_documents/", [canary, { key: canary }]),
    await ask("POST", "/block_documents/", `{"data":{"key":"${canary}"`),
    await ask("POST", "/block_documents/", `{"data":{"key":"${canary}"}}`, { "content-type": "text/plain" }),
    await ask("PATCH", path, { data: secrets, name: "x" }),
    await ask("PATCH", path, { data: secrets, extra: canary }),
    await ask("PATCH", path, { data: { r: { $ref: { block_document_id: canary } } } }),
    await ask("PATCH", path, `{"data":{"key":"${canary}"},}`),
    await ask("PATCH", path, `"${canary}"`),
  ].map(({ status }) => status);
  expect(statuses).toEqual([422, 409, 422, 422, 422, 400, 422, 422, 422, 422, 422, 400, 422, 422]);
  expectNoCanary();
});

it("the echo of a refused document keeps what is no secret", async () => {
  const { json } = await ask("POST", "/block_documents/", {
    ...ids,
    name: "Bad",
    data: { key: canary, n: null },
  });
  expect(json.request_body).toEqual({ ...ids, name: "Bad", data: { key: "********", n: null } });
});
