import { beforeEach, expect, it } from "vitest";
import { type ApiReply, openTestApi, registerType, type TestApi } from "@/lib/testing/test-api";

// Secrets that the original's schemas do not name. The schemas here are those of a client: without `secret_fields`.

const canary = "canary-f02b";
const hidden = "********";
const object = { type: "object" };
let api: TestApi;
let replies: ApiReply[];

beforeEach(async () => {
  api = await openTestApi();
  replies = [];
});

async function ask(method: string, path: string, body?: unknown): Promise<ApiReply> {
  const reply = await api.call(method, path, body);
  replies.push(reply);
  return reply;
}

function expectNoCanary(): void {
  for (const { text } of replies) expect(text).not.toContain("canary");
  expect(api.logLines.join("")).not.toContain("canary");
}

type Case = readonly [slug: string, data: object, shown: object];

const cases: readonly Case[] = [
  [
    "kubernetes-cluster-config",
    { config: { users: [{ user: { token: canary } }] }, context_name: "eu" },
    { config: hidden, context_name: "eu" },
  ],
  [
    "remote-file-system",
    {
      basepath: "s3://b",
      settings: {
        key: canary,
        secret: canary,
        anon: false,
        client_kwargs: { aws_secret_access_key: canary, endpoint_url: "https://e.x" },
        hosts: [{ name: "a", password: canary }],
      },
    },
    {
      basepath: "s3://b",
      settings: {
        key: hidden,
        secret: hidden,
        anon: false,
        client_kwargs: { aws_secret_access_key: hidden, endpoint_url: "https://e.x" },
        hosts: [{ name: "a", password: hidden }],
      },
    },
  ],
  [
    "sqlalchemy-connector",
    { connection_info: `postgresql://u:${canary}@h/d`, connect_args: { password: canary, timeout: 3 } },
    { connection_info: hidden, connect_args: { password: hidden, timeout: 3 } },
  ],
  [
    "sqlalchemy-connector",
    { connection_info: { driver: "sqlite", database: "x", query: { sslpassword: canary, mode: "ro" } } },
    { connection_info: { driver: "sqlite", database: "x", query: { sslpassword: hidden, mode: "ro" } } },
  ],
  [
    "database-credentials",
    { url: `postgresql://u:${canary}@h/d`, host: "h", connect_args: { secret: [canary] } },
    { url: hidden, host: "h", connect_args: { secret: hidden } },
  ],
  [
    "custom-webhook",
    {
      url: "https://e.x",
      headers: { Authorization: canary, Accept: "a/b" },
      cookies: { sid: canary },
      json_data: { auth: { api_key: canary }, text: "hello" },
    },
    {
      url: "https://e.x",
      headers: { Authorization: hidden, Accept: "a/b" },
      cookies: { sid: hidden },
      json_data: { auth: { api_key: hidden }, text: "hello" },
    },
  ],
  [
    "aws-credentials",
    { aws_session_token: canary, region_name: "eu" },
    { aws_session_token: hidden, region_name: "eu" },
  ],
  [
    "dbt-cli-target-configs",
    { type: "postgres", extras: { password: canary, port: 5432 } },
    { type: "postgres", extras: { password: hidden, port: 5432 } },
  ],
];

it.each(cases)(
  "%s hides them on every route, and gives them with include_secrets",
  async (slug, data, shown) => {
    const ids = await registerType(api, slug, { properties: { settings: object, config: object } });
    const { json: made } = await ask("POST", "/block_documents/", { ...ids, name: "made", data });
    expect(made.data).toEqual(shown);
    const path = `/block_documents/${made.id}`;
    const answers = [
      (await ask("GET", path)).json,
      (await ask("POST", "/block_documents/filter", {})).json[0],
      (await ask("GET", `/block_types/slug/${slug}/block_documents`)).json[0],
      (await ask("GET", `/block_types/slug/${slug}/block_documents/name/made`)).json,
    ];
    for (const answer of answers) expect(answer.data).toEqual(shown);
    // What was read masked and is sent back means "unchanged".
    for (const isMerge of [true, false]) {
      const back = await ask("PATCH", path, { data: shown, merge_existing_data: isMerge });
      expect(back.status).toBe(204);
    }
    expect((await ask("GET", path)).json.data).toEqual(shown);
    await ask("POST", "/block_documents/", { ...ids, name: "Bad Name", data });
    await ask("PATCH", path, { data, extra: 1 });
    await ask("POST", "/block_documents/", { ...ids, name: "made", data });
    expectNoCanary();
    expect((await api.call("GET", `${path}?include_secrets=true`)).json.data).toEqual(data);
  },
);

it("the schema reads back as it was submitted", async () => {
  const fields = { properties: { config: object }, secret_fields: [] };
  const ids = await registerType(api, "kubernetes-cluster-config", fields);
  const { json } = await api.call("GET", `/block_schemas/${ids.block_schema_id}`);
  expect(json.fields.secret_fields).toEqual([]);
  expect(json.fields.block_type_slug).toBeUndefined();
});

it("they are hidden in a block that refers to them, and in one that holds them written out", async () => {
  const child = await registerType(api, "kubernetes-cluster-config", { properties: { config: object } });
  const { json: cluster } = await ask("POST", "/block_documents/", {
    ...child,
    name: "eu",
    data: { config: { token: canary } },
  });
  const { json: childSchema } = await api.call("GET", `/block_schemas/${child.block_schema_id}`);
  const parent = await registerType(api, "job", {
    properties: { cluster: { $ref: "#/definitions/Cluster" } },
    block_schema_references: {
      cluster: {
        block_type_slug: "kubernetes-cluster-config",
        block_schema_checksum: childSchema.checksum,
      },
    },
    definitions: {
      Cluster: { ...childSchema.fields, title: "Cluster", block_type_slug: "kubernetes-cluster-config" },
    },
  });
  const referring = { cluster: { $ref: { block_document_id: cluster.id } } };
  const { json: made } = await ask("POST", "/block_documents/", { ...parent, name: "a", data: referring });
  const inline = { cluster: { config: { token: canary }, context_name: "eu" } };
  const { json: written } = await ask("POST", "/block_documents/", { ...parent, name: "b", data: inline });
  expect(made.data.cluster).toEqual({ config: hidden });
  expect(made.block_document_references.cluster.block_document.id).toBe(cluster.id);
  expect(written.data.cluster).toEqual({ config: hidden, context_name: "eu" });
  await ask("POST", "/block_documents/filter", {});
  expectNoCanary();
});

it("a type of another name is read by its schema alone", async () => {
  const ids = await registerType(api, "my-files", { properties: { settings: object } });
  const data = { settings: { secret: "open", key: "open" } };
  const { json } = await ask("POST", "/block_documents/", { ...ids, name: "made", data });
  expect(json.data).toEqual(data);
});
