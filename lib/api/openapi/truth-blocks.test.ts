import BetterSqlite3 from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { nobody, openTruth, type Truth } from "@/lib/testing/open-truth";
import { exampleDocument, exampleSchema, exampleType } from "@/lib/wire/examples";

let truth: Truth;
let ask: Truth["ask"];
let ids: { readonly block_type_id: string; readonly block_schema_id: string };
let documentId: string;

beforeAll(async () => {
  truth = await openTruth("blocks");
  ask = truth.ask;
});

describe("of blocks the answers are as described when", () => {
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
    await ask(200, "POST", "/block_types/install_system_block_types");
    for (const name of ["BlockTypes", "BlockSchemas", "BlockDocuments"]) {
      const path = `/block_${name.slice(5).toLowerCase()}`;
      const [example] = truth.document.components.schemas[`Filter${name}`]?.examples ?? [];
      for (const body of [undefined, null, {}, { limit: null, offset: 1 }, example]) {
        await ask(200, "POST", `${path}/filter`, body);
      }
    }
    await ask(200, "POST", "/block_documents/count", { block_types: { slug: { any_: ["s3"] } } });
    const all = await ask(200, "POST", "/block_documents/filter", { include_secrets: true });
    expect(all.json).toHaveLength(3);
  });

  it("nothing has the id, the slug or the name", async () => {
    await truth.askForNothing();
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
    await truth.askWithMisfits();
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
    await truth.askFromElsewhere();
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
    const file = new BetterSqlite3(truth.api.file);
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
    await truth.askWhenClosed();
  });

  it("and no answer is described that none of these calls has had", () => {
    expect(truth.unseen()).toEqual([]);
  });
});
