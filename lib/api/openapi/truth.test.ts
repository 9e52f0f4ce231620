// Calls every operation for success and for each refusal that it describes, and holds every answer to the description.
import BetterSqlite3 from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import type { OpenApiDocument, Operation, Reference, ResponseObject } from "@/lib/api/openapi/model";
import { findMisfits } from "@/lib/testing/find-misfits";
import { type ApiReply, openTestApi, type TestApi } from "@/lib/testing/test-api";
import { exampleDocument, exampleSchema, exampleType } from "@/lib/wire/examples";

const nobody = "11111111-1111-4111-8111-111111111111";
let api: TestApi;
let document: OpenApiDocument;
/** `operationId status` of every answer that was seen. */
const seen = new Set<string>();
let ids: { readonly block_type_id: string; readonly block_schema_id: string };
let documentId: string;

beforeAll(async () => {
  api = await openTestApi();
  document = (await api.call("GET", "/openapi.json")).json;
});

function operationOf(method: string, path: string): Operation {
  const [bare = ""] = path.split("?");
  const candidates = Object.entries(document.paths).filter(([template]) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(bare),
  );
  const [, methods] = candidates.find(([template]) => template === bare) ?? candidates[0] ?? [];
  const operation = methods?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${path} is not described`);
  return operation;
}

function resolve(response: ResponseObject | Reference | undefined): ResponseObject | undefined {
  if (!response || !("$ref" in response)) return response;
  return document.components.responses[response.$ref.split("/").at(-1) ?? ""];
}

/** Calls, expects the status, and holds the answer to what is described for it. */
async function ask(
  status: number,
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
): Promise<ApiReply> {
  const reply = await api.call(method, path, body, headers);
  const call = `${method} ${path}`;
  expect(reply.status, `${call}: ${reply.text}`).toBe(status);
  const operation = operationOf(method, path);
  const response = resolve(operation.responses[status]);
  if (!response) throw new Error(`${call} answered ${status}, which is not described`);
  seen.add(`${operation.operationId} ${status}`);
  const content = response.content?.["application/json"];
  if (!content) {
    expect(reply.text, call).toBe("");
    return reply;
  }
  expect(reply.headers.get("content-type"), call).toBe("application/json");
  expect(findMisfits(JSON.parse(reply.text), content.schema, document.components.schemas), call).toEqual([]);
  return reply;
}

/** One call of each operation, with whatever body its parser takes. */
function everyCall(): readonly {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}[] {
  return Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const path = template
        .replace("{id}", nobody)
        .replace("{checksum}", "x")
        .replaceAll(/\{\w+\}/g, "nothing");
      return { method: method.toUpperCase(), path, operation };
    }),
  );
}

describe("the answers are as described when", () => {
  it("the examples are sent as they are", async () => {
    const type = await ask(201, "POST", "/block_types/", exampleType.sent);
    const sent = { ...exampleSchema.sent, block_type_id: type.json.id };
    const schema = await ask(201, "POST", "/block_schemas/", sent);
    await ask(200, "POST", "/block_schemas/", sent);
    ids = { block_type_id: type.json.id, block_schema_id: schema.json.id };
    const created = await ask(201, "POST", "/block_documents/", { ...exampleDocument.sent, ...ids });
    documentId = created.json.id;
    const { id, created: at, updated, checksum, ...rest } = exampleSchema.answered;
    expect({ ...schema.json, block_type: rest.block_type }).toMatchObject({ ...rest, ...sent, checksum });
    expect(created.json.data).toEqual(exampleDocument.answered.data);
    expect(Object.keys(created.json)).toEqual(Object.keys(exampleDocument.answered));
    await ask(204, "PATCH", `/block_types/${ids.block_type_id}`, { description: "Reads and writes files." });
    await ask(204, "PATCH", `/block_documents/${documentId}`, exampleDocument.changed);
  });

  it("blocks nest, in schemas and in documents", async () => {
    const child = exampleSchema.answered;
    const reference = { block_type_slug: "s3", block_schema_checksum: child.checksum };
    const parent = await ask(201, "POST", "/block_types/", { name: "Parent", slug: "parent" });
    const fields = {
      title: "Parent",
      block_schema_references: { one: reference, many: [reference, reference] },
    };
    const schema = await ask(201, "POST", "/block_schemas/", { block_type_id: parent.json.id, fields });
    await ask(200, "GET", `/block_schemas/${schema.json.id}`);
    const none = { title: "None", block_schema_references: null };
    await ask(201, "POST", "/block_schemas/", { block_type_id: parent.json.id, fields: none });
    const create = (name: string, target: string) =>
      ask(201, "POST", "/block_documents/", {
        name,
        data: { one: { $ref: { block_document_id: target } }, exact: 1.5 },
        block_schema_id: schema.json.id,
        block_type_id: parent.json.id,
      });
    const inner = await create("inner", documentId);
    const outer = await create("outer", inner.json.id);
    expect(
      outer.json.block_document_references.one.block_document.block_document_references.one,
    ).toBeDefined();
    await ask(200, "GET", `/block_documents/${outer.json.id}?include_secrets=true`);
  });

  it("things are read and listed", async () => {
    const { checksum } = exampleSchema.answered;
    await ask(200, "GET", `/block_types/${ids.block_type_id}`);
    await ask(200, "GET", "/block_types/slug/s3");
    await ask(200, "GET", "/block_types/slug/s3/block_documents");
    await ask(200, "GET", "/block_types/slug/s3/block_documents/name/log-test?include_secrets=true");
    await ask(200, "GET", `/block_schemas/checksum/${checksum}?version=2.20.27`);
    await ask(200, "GET", `/block_schemas/${ids.block_schema_id}`);
    await ask(200, "GET", `/block_documents/${documentId}`);
    await ask(200, "GET", "/block_capabilities/");
    for (const name of ["BlockTypes", "BlockSchemas", "BlockDocuments"]) {
      const path = `/block_${name.slice(5).toLowerCase()}`;
      const [example] = document.components.schemas[`Filter${name}`]?.examples ?? [];
      for (const body of [undefined, null, {}, { limit: null, offset: 1 }, example]) {
        await ask(200, "POST", `${path}/filter`, body);
      }
    }
    await ask(200, "POST", "/block_documents/count", { block_types: { slug: { any_: ["s3"] } } });
    const all = await ask(200, "POST", "/block_documents/filter", { include_secrets: true });
    expect(all.json).toHaveLength(3);
  });

  it("clients ask of the server itself", async () => {
    for (const path of [
      "health",
      "ready",
      "hello",
      "version",
      "admin/version",
      "admin/settings",
      "openapi.json",
    ]) {
      await ask(200, "GET", `/${path}`);
    }
    await ask(422, "GET", "/csrf-token");
    await ask(422, "GET", `/csrf-token?client=${nobody}`);
    await ask(200, "POST", "/block_types/install_system_block_types");
  });

  it("nothing has the id, the slug or the name", async () => {
    for (const { method, path, operation } of everyCall().filter(({ path }) =>
      /nothing|checksum|1111/.test(path),
    )) {
      await ask(404, method, path, operation.requestBody && {});
    }
    await ask(404, "POST", "/block_schemas/", { block_type_id: null });
    await ask(404, "POST", "/block_schemas/", { block_type_id: nobody });
    await ask(404, "POST", "/block_documents/", { ...ids, name: "a", block_type_id: nobody });
    await ask(404, "PATCH", `/block_documents/${documentId}`, { block_schema_id: nobody });
    await ask(404, "GET", "/block_documents/no-uuid");
  });

  it("something is in the way", async () => {
    await ask(409, "POST", "/block_types/", exampleType.sent);
    await ask(403, "POST", "/block_types/", { name: "prefect things", slug: "things" });
    const [protectedType] = (
      await ask(200, "POST", "/block_types/filter", { block_types: { slug: { any_: ["secret"] } } })
    ).json;
    await ask(403, "DELETE", `/block_types/${protectedType.id}`);
    const filter = { block_schemas: { block_type_id: { any_: [protectedType.id] } } };
    const [protectedSchema] = (await ask(200, "POST", "/block_schemas/filter", filter)).json;
    await ask(403, "DELETE", `/block_schemas/${protectedSchema.id}`);
    const reference = { block_type_slug: "nothing", block_schema_checksum: "x" };
    const fields = { block_schema_references: { a: reference } };
    await ask(409, "POST", "/block_schemas/", {
      ...exampleSchema.sent,
      ...ids,
      block_schema_id: undefined,
      fields,
    });
    await ask(409, "POST", "/block_documents/", { ...exampleDocument.sent, ...ids });
    const to = (id: unknown) => ({ data: { a: { $ref: { block_document_id: id } } } });
    await ask(409, "PATCH", `/block_documents/${documentId}`, to(nobody));
    await ask(400, "PATCH", `/block_documents/${documentId}`, to(documentId));
    await ask(400, "POST", "/block_documents/", { ...ids, name: "b", ...to(null) });
    await ask(400, "PATCH", `/block_documents/${documentId}`, { block_schema_id: protectedSchema.id });
  });

  it("the request does not fit", async () => {
    const tooDeep = `{"a":${"[".repeat(600)}${"]".repeat(600)}}`;
    for (const { method, path, operation } of everyCall().filter(({ operation }) => operation.requestBody)) {
      for (const body of ["no JSON", "[]", { limit: "x", unknown_key: 1, name: 1, block_documents: 1 }]) {
        const isFilterWithout = typeof body === "object" && operation.operationId.startsWith("count");
        if (!isFilterWithout) await ask(422, method, path, body);
      }
      await ask(422, method, path, "a=b", { "content-type": "application/x-www-form-urlencoded" });
      await ask(400, method, path, new Uint8Array([0xff]));
      await ask(400, method, path, tooDeep);
      await ask(413, method, path, " ".repeat(4 * 1024 * 1024 + 1));
    }
    for (const kind of ["types", "schemas", "documents"]) {
      await ask(422, "POST", `/block_${kind}/filter`, { limit: 201 });
      await ask(422, "POST", `/block_${kind}/filter`, { limit: -1 });
      await ask(422, "POST", `/block_${kind}/filter`, { offset: -1 });
    }
    await ask(422, "GET", `/block_types/no-uuid`);
    await ask(422, "PATCH", `/block_types/no-uuid`, {});
    await ask(422, "DELETE", `/block_types/no-uuid`);
    await ask(422, "GET", `/block_schemas/no-uuid`);
    await ask(422, "DELETE", `/block_schemas/no-uuid`);
    await ask(422, "GET", `/block_documents/${documentId}?include_secrets=perhaps`);
    await ask(422, "GET", "/block_types/slug/s3/block_documents?include_secrets=perhaps");
    await ask(422, "GET", "/block_types/slug/s3/block_documents/name/a?include_secrets=perhaps");
    await ask(422, "POST", "/block_documents/", { ...ids });
    await ask(422, "POST", "/block_types/", { name: "a/b", slug: "A", logo_url: "ftp://x.example" });
    const fields = { block_schema_references: { a: 1 } };
    await ask(422, "POST", "/block_schemas/", { block_type_id: ids.block_type_id, fields });
  });

  it("the client is of another time, or a page of another site", async () => {
    for (const { method, path, operation } of everyCall()) {
      await ask(421, method, path, undefined, { host: "elsewhere.example" });
      await ask(403, method, path, undefined, { origin: "http://elsewhere.example" });
      if (!operation.parameters?.some((parameter) => "$ref" in parameter)) continue;
      await ask(400, method, path, undefined, { "x-prefect-api-version": "0.7.9" });
    }
  });

  it("stored bytes are damaged", async () => {
    const inner = { title: "Inner", type: "object", block_type_slug: "inner", secret_fields: ["pin"] };
    const innerType = await ask(201, "POST", "/block_types/", { name: "Inner", slug: "inner" });
    const innerIds = { block_type_id: innerType.json.id };
    const innerSchema = await ask(201, "POST", "/block_schemas/", { ...innerIds, fields: inner });
    const reference = { block_type_slug: "inner", block_schema_checksum: innerSchema.json.checksum };
    const fields = {
      title: "Holder",
      properties: { inner: { $ref: "#/definitions/Inner" } },
      definitions: { Inner: inner },
      block_schema_references: { inner: reference },
    };
    const holder = await ask(201, "POST", "/block_schemas/", { block_type_id: ids.block_type_id, fields });
    const sent = { ...ids, block_schema_id: holder.json.id, name: "damaged", data: { inner: { pin: "1" } } };
    const { json: made } = await ask(201, "POST", "/block_documents/", sent);
    const file = new BetterSqlite3(api.file);
    file.prepare("update block_documents set ciphertext = 'x' where id = ?").run(made.id);
    file.close();

    await ask(409, "GET", `/block_documents/${made.id}`);
    await ask(409, "GET", `/block_documents/${made.id}?include_secrets=true`);
    await ask(409, "GET", "/block_types/slug/s3/block_documents/name/damaged");
    await ask(409, "PATCH", `/block_documents/${made.id}`, { data: { more: 1 } });
    await ask(409, "DELETE", `/block_schemas/${innerSchema.json.id}`);
    await ask(409, "DELETE", `/block_types/${innerType.json.id}`);
    const listed = await ask(200, "GET", "/block_types/slug/s3/block_documents");
    const shown = listed.json.find(({ name }: { name: string }) => name === "damaged");
    expect([shown.id, shown.data]).toEqual([made.id, {}]);
    await ask(204, "DELETE", `/block_documents/${made.id}`);
  });

  it("things are deleted", async () => {
    await ask(204, "DELETE", `/block_documents/${documentId}`);
    await ask(204, "DELETE", `/block_schemas/${ids.block_schema_id}`);
    await ask(204, "DELETE", `/block_types/${ids.block_type_id}`);
  });

  it("the database is closed", async () => {
    await api.dialect.close();
    for (const { method, path, operation } of everyCall().filter(
      (each) => "503" in each.operation.responses,
    )) {
      const [name = ""] =
        operation.requestBody?.content["application/json"].schema.$ref?.split("/").slice(-1) ?? [];
      const [body] = document.components.schemas[name]?.examples ?? [];
      await ask(503, method, path, body);
    }
  });

  it("and no answer is described that none of these calls has had", () => {
    const described = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).flatMap((operation) =>
        Object.keys(operation.responses).map((status) => `${operation.operationId} ${status}`),
      ),
    );
    expect(described.filter((answer) => !seen.has(answer))).toEqual([]);
  });
});
