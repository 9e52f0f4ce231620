import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { nodeAt, objectText, readJsonText, spell } from "@/lib/testing/json-text";
import { openTestApi, registerType, type TestApi } from "@/lib/testing/test-api";

const settings = { seed: 20_260_202, numRuns: 150 };

let api: TestApi;
let ids: string;
let runs = 0;
beforeAll(async () => {
  api = await openTestApi();
  const registered = await registerType(api, "t");
  ids = `"block_type_id":"${registered.block_type_id}","block_schema_id":"${registered.block_schema_id}"`;
});

/** The body of an answer, which must succeed; not parsed, for that would lose what is looked for. */
async function ask(method: string, path: string, body?: string): Promise<string> {
  const { status, text } = await api.call(method, path, body);
  if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${text.slice(0, 300)}`);
  return text;
}

it("data of a document comes back from the database as it was sent, in every answer", async () => {
  await fc.assert(
    fc.asyncProperty(objectText, objectText, async (first, second) => {
      const name = `d-${runs++}`;
      const dataIn = (answer: string) => spell(nodeAt(readJsonText(answer), "data"));
      const created = await ask("POST", "/block_documents/", `{${ids},"name":"${name}","data":${first}}`);
      expect(dataIn(created)).toBe(spell(readJsonText(first)));
      const path = `/block_documents/${JSON.parse(created).id}`;
      const byName = `/block_types/slug/t/block_documents/name/${name}`;
      for (const read of [path, `${path}?include_secrets=true`, byName])
        expect(dataIn(await ask("GET", read))).toBe(spell(readJsonText(first)));

      await ask("PATCH", path, `{"data":${second},"merge_existing_data":false}`);
      const only = `{"block_documents":{"name":{"any_":["${name}"]}},"include_secrets":true}`;
      const listed = readJsonText(await ask("POST", "/block_documents/filter", only));
      expect(listed.kind === "list" ? listed.items.map((item) => spell(nodeAt(item, "data"))) : []).toEqual([
        spell(readJsonText(second)),
      ]);
      await ask("DELETE", path);
    }),
    settings,
  );
});

it("merging keeps every byte of the keys that a change does not name", async () => {
  await fc.assert(
    fc.asyncProperty(objectText, async (stored) => {
      const created = await ask(
        "POST",
        "/block_documents/",
        `{${ids},"name":"m-${runs++}","data":${stored}}`,
      );
      const path = `/block_documents/${JSON.parse(created).id}`;
      await ask("PATCH", path, '{"data":{"one more":1.10}}');
      const read = await ask("GET", `${path}?include_secrets=true`);
      const expected = `${stored.slice(0, -1)},"one more":1.10}`;
      expect(spell(nodeAt(readJsonText(read), "data"))).toBe(spell(readJsonText(expected)));
      await ask("DELETE", path);
    }),
    { ...settings, numRuns: 50 },
  );
});

it("fields of a schema come back as they were sent, also as a part of documents", async () => {
  const { json: type } = await api.call("GET", "/block_types/slug/t");
  await fc.assert(
    fc.asyncProperty(objectText, async (fields) => {
      // A title of its own: equal checksums would answer the schema of an earlier run.
      const sent = `{"title":"run ${runs++}",${fields.slice(1)}`;
      const body = `{"block_type_id":"${type.id}","fields":${sent}}`;
      const expected = spell(readJsonText(`${sent.slice(0, -1)},"block_schema_references":{}}`));
      const fieldsIn = (answer: string, ...path: string[]) =>
        spell(nodeAt(readJsonText(answer), ...path, "fields"));
      const created = await ask("POST", "/block_schemas/", body);
      expect(fieldsIn(created)).toBe(expected);
      const { id, checksum } = JSON.parse(created);
      expect(fieldsIn(await ask("GET", `/block_schemas/${id}`))).toBe(expected);
      expect(fieldsIn(await ask("GET", `/block_schemas/checksum/${checksum}`))).toBe(expected);

      const document = `{"block_type_id":"${type.id}","block_schema_id":"${id}","is_anonymous":true}`;
      expect(fieldsIn(await ask("POST", "/block_documents/", document), "block_schema")).toBe(expected);
      await ask("DELETE", `/block_schemas/${id}`);
    }),
    settings,
  );
});
