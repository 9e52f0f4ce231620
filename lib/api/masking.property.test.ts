import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { type JsonNode, nodeAt, numberText, quotedText, readJsonText, spell } from "@/lib/testing/json-text";
import { openTestApi, type TestApi } from "@/lib/testing/test-api";

// Random schemas with data that fits them. Each secret value holds the word "canary", each open text the word "open".

type Schema = Readonly<Record<string, unknown>>;
/** `value`: the data as text. `secrets`: paths below this place that a client would list, map keys left out. */
type Sample = {
  readonly schema: Schema;
  readonly value: string;
  readonly secrets: readonly (readonly string[])[];
};

const marked = fc.constantFrom<Schema>(
  { type: "string", format: "password", writeOnly: true },
  { format: "password" },
  { writeOnly: true },
  { title: "Wrapped", allOf: [{ writeOnly: true }] },
  { anyOf: [{ type: "string", format: "password" }, { type: "null" }] },
);

const secretText = quotedText.map((text) => `"canary${text.slice(1)}`);
const secretValue = fc.oneof(
  secretText,
  fc.constantFrom('"canary"', "null", '{"canary":{"canary":[1.0]}}', '["canary",{"k":"canary"}]', "[]", "{}"),
  fc.tuple(secretText, numberText).map(([text, number]) => `{"deep":[${text},${number}],"n":${number}}`),
);

const secretLeaf: fc.Arbitrary<Sample> = fc.oneof(
  fc.record({ schema: marked, value: secretValue, secrets: fc.constant([]) }),
  // Only the client's list says that it is secret.
  fc.record({ schema: fc.constant({ type: "string" }), value: secretValue, secrets: fc.constant([[]]) }),
);

const openLeaf: fc.Arbitrary<Sample> = fc.oneof(
  quotedText.map((text) => ({ schema: { type: "string" }, value: `"open${text.slice(1)}`, secrets: [] })),
  numberText.map((value) => ({ schema: { type: "number" }, value, secrets: [] })),
  fc
    .constantFrom("true", "null", '"********"', "[]", "{}")
    .map((value) => ({ schema: {}, value, secrets: [] })),
);

const key = fc.constantFrom("a", "b", "k", "token", "0", "7", "__proto__", "constructor", "x y", "Ä", "");

const { sample } = fc.letrec<{ sample: Sample; object: Sample; list: Sample; map: Sample; union: Sample }>(
  (tie) => ({
    sample: fc.oneof(
      { maxDepth: 4 },
      secretLeaf,
      openLeaf,
      tie("object"),
      tie("list"),
      tie("map"),
      tie("union"),
    ),
    object: fc
      .uniqueArray(fc.tuple(key, tie("sample")), { selector: ([name]) => name, maxLength: 4 })
      .map(objectOf),
    list: fc.tuple(tie("sample"), fc.integer({ min: 0, max: 3 })).map(([item, count]) => ({
      schema: { type: "array", items: item.schema },
      value: `[${Array.from({ length: count }, () => item.value).join()}]`,
      secrets: item.secrets,
    })),
    map: fc.tuple(tie("sample"), fc.uniqueArray(key, { maxLength: 3 })).map(([item, keys]) => ({
      schema: { type: "object", additionalProperties: item.schema },
      value: `{${keys.map((name) => `${JSON.stringify(name)}:${item.value}`).join()}}`,
      secrets: item.secrets,
    })),
    union: fc.tuple(tie("sample"), tie("sample"), fc.boolean()).map(([one, other, isOne]) => ({
      schema: { anyOf: [one.schema, other.schema] },
      value: (isOne ? one : other).value,
      secrets: [...one.secrets, ...other.secrets],
    })),
  }),
);

function objectOf(entries: readonly (readonly [string, Sample])[]): Sample {
  return {
    schema: { type: "object", properties: fromEntries(entries.map(([name, { schema }]) => [name, schema])) },
    value: `{${entries.map(([name, { value }]) => `${JSON.stringify(name)}:${value}`).join()}}`,
    secrets: entries.flatMap(([name, { secrets }]) => secrets.map((path) => [name, ...path])),
  };
}

/** Also where a name is `__proto__`. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): Schema {
  return Object.fromEntries(entries);
}

const document = fc
  .uniqueArray(fc.tuple(key, sample), { selector: ([name]) => name, minLength: 1, maxLength: 4 })
  .map(objectOf);

let api: TestApi;
let typeId: string;
let runs = 0;
beforeAll(async () => {
  api = await openTestApi();
  typeId = (await api.call("POST", "/block_types/", { name: "t", slug: "t" })).json.id;
});

/** Puts some of the schemas aside as definitions, as clients do with models. */
function withDefinitions(schema: Schema, definitions: Record<string, unknown>): Schema {
  const properties = Object.entries(schema["properties"] ?? {}).map(([name, property]) => {
    const target = `Model${Object.keys(definitions).length}`;
    definitions[target] = property;
    return [name, { $ref: `#/definitions/${target}` }] as const;
  });
  return { ...schema, properties: fromEntries(properties), definitions };
}

it("no secret of any schema is in a masked answer, and a masked answer that is sent back changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(document, fc.boolean(), async ({ schema, value, secrets }, isSplit) => {
      const name = `d-${runs++}`;
      const fields = {
        title: name,
        ...(isSplit ? withDefinitions(schema, {}) : schema),
        secret_fields: secrets.map((path) => path.join(".")),
      };
      const made = await api.call("POST", "/block_schemas/", { block_type_id: typeId, fields });
      expect(made.status).toBe(201);
      const ids = `"block_type_id":"${typeId}","block_schema_id":"${made.json.id}"`;
      const created = await api.call(
        "POST",
        "/block_documents/",
        `{${ids},"name":"${name}","data":${value}}`,
      );
      expect(created.status).toBe(201);
      const path = `/block_documents/${created.json.id}`;
      const stored = spell(readJsonText(value));
      const readClear = async () =>
        spell(nodeAt(readJsonText((await api.call("GET", `${path}?include_secrets=true`)).text), "data"));
      expect(await readClear()).toBe(stored);

      const masked = await api.call("GET", path);
      const others = [
        "/block_types/slug/t/block_documents",
        `/block_types/slug/t/block_documents/name/${name}`,
      ];
      for (const { text } of [created, masked, await api.call("POST", "/block_documents/filter", {})])
        expect(text).not.toContain("canary");
      for (const other of others) expect((await api.call("GET", other)).text).not.toContain("canary");

      const shown = printNode(nodeAt(readJsonText(masked.text), "data"));
      for (const isMerge of [false, true]) {
        const back = `{"data":${shown},"merge_existing_data":${isMerge}}`;
        expect(await api.call("PATCH", path, back)).toMatchObject({ status: 204 });
        expect(await readClear()).toBe(stored);
      }
      await api.call("DELETE", `/block_schemas/${made.json.id}`);
    }),
    { seed: 20_260_204, numRuns: 200 },
  );
});

it("where no map and no union stands on the way, nothing but secrets is hidden", async () => {
  const plain = fc
    .uniqueArray(fc.tuple(key, fc.oneof(secretLeaf, openLeaf)), { selector: ([name]) => name, minLength: 1 })
    .map(objectOf);
  const nested = fc
    .uniqueArray(fc.tuple(key, fc.oneof(plain, openLeaf)), { selector: ([name]) => name, minLength: 1 })
    .map(objectOf);
  await fc.assert(
    fc.asyncProperty(nested, async ({ schema, value, secrets }) => {
      const fields = {
        title: `run ${runs++}`,
        ...schema,
        secret_fields: secrets.map((path) => path.join(".")),
      };
      const made = await api.call("POST", "/block_schemas/", { block_type_id: typeId, fields });
      const ids = `"block_type_id":"${typeId}","block_schema_id":"${made.json.id}","is_anonymous":true`;
      const { text } = await api.call("POST", "/block_documents/", `{${ids},"data":${value}}`);
      expect(countOpen(text)).toBe(countOpen(value));
    }),
    { seed: 20_260_205, numRuns: 100 },
  );
});

function countOpen(text: string): number {
  return text.split('"open').length;
}

function printNode(node: JsonNode): string {
  if (node.kind === "list") return `[${node.items.map(printNode).join()}]`;
  if (node.kind === "text") return JSON.stringify(node.text);
  if (node.kind !== "object") return node.text;
  return `{${[...node.entries].map(([name, item]) => `${JSON.stringify(name)}:${printNode(item)}`).join()}}`;
}
