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

it("a secret in a refused request is not echoed", async () => {
  const { json: made } = await ask("POST", "/block_documents/", { ...ids, name: "made" });
  const path = `/block_documents/${made.id}`;
  const statuses = [
    await ask("POST", "/block_documents/", { ...ids, name: "Not Allowed", data: secrets }),
    await ask("POST", "/block_documents/", { ...ids, name: "made", data: secrets }),
    await ask("POST", "/block_documents/", { ...ids, name: "x", dta: secrets }),
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
  expect(statuses).toEqual([422, 409, 422, 422, 400, 422, 422, 422, 422, 422, 400, 422, 422]);
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
