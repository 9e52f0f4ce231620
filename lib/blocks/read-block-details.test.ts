import { beforeEach, describe, expect, test } from "vitest";
import { openStore } from "@/db/stores/open-store";
import type { BlockDocument, BlockSchema, BlockType } from "@/lib/blocks/model";
import { type BlockDetailsView, readBlockDetails } from "@/lib/blocks/read-block-details";
import { readBlockTypeView } from "@/lib/blocks/read-block-type-view";
import type { BlockDocumentId } from "@/lib/ids";
import type { Deps, Store } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType, anId } from "@/lib/testing/builders";
import { openTestStore, type TestStore, testCipher } from "@/lib/testing/template-db";
import type { Micros } from "@/lib/time";

const canary = "canary-3f9a";
let opened: TestStore;
let deps: Deps;

beforeEach(async () => {
  opened = await openTestStore();
  deps = opened.deps;
});

async function addType(
  slug: string,
  fields: Record<string, unknown>,
  children: Readonly<Record<string, BlockSchema>> = {},
) {
  const type = aBlockType({ slug, name: `Type ${slug}` });
  const schema = aBlockSchema({
    blockTypeId: type.id,
    fields: { title: slug, type: "object", block_type_slug: slug, ...fields },
  });
  await deps.store.transaction(async (tx) => {
    await tx.blockTypes.insert(type);
    const references = Object.entries(children).map(([name, child]) => ({
      parentId: schema.id,
      childId: child.id,
      name,
    }));
    await tx.blockSchemas.insert(schema, references);
  });
  return { type, schema };
}

async function addBlock(
  { type, schema }: { type: BlockType; schema: BlockSchema },
  overrides: Partial<Omit<BlockDocument, "data">> & { data?: Record<string, unknown> },
  references: Readonly<Record<string, BlockDocument>> = {},
  store: Store = deps.store,
) {
  const document = aBlockDocument({ blockTypeId: type.id, blockSchemaId: schema.id, ...overrides });
  const rows = Object.entries(references).map(([name, child]) => ({
    parentId: document.id,
    childId: child.id,
    name,
  }));
  await store.transaction((tx) => tx.blockDocuments.insert(document, rows));
  return document;
}

/** Writes to the same database with a key that nobody has when it is read. */
function lostKeyStore(): Store {
  return openStore(opened.dialect, testCipher("b"));
}

async function details(document: BlockDocument): Promise<BlockDetailsView> {
  const view = await readBlockDetails(deps, document.id);
  if (!view) throw new Error("no such block");
  return view;
}

const password = { type: "string", format: "password", writeOnly: true };
const text = { type: "string" };

describe("the details of a block", () => {
  test("no secret is in the view, however deep it lies, and each one says that it is set", async () => {
    const child = await addType("child", {
      properties: { token: { title: "Token", ...password } },
      secret_fields: ["token"],
    });
    const parent = await addType("parent", {
      properties: {
        plain: { title: "Plain", ...text },
        key: { title: "Key", ...password },
        headers: { title: "Headers", type: "object", additionalProperties: password },
        items: { title: "Items", type: "array", items: { $ref: "#/definitions/Item" } },
        inline: { title: "Inline", $ref: "#/definitions/Item" },
        free: { title: "Free", type: "object" },
        env: { title: "Env", type: "object", additionalProperties: text },
        other: { title: "Other", $ref: "#/definitions/child" },
      },
      definitions: { Item: { title: "Item", type: "object", properties: { token: password, name: text } } },
      secret_fields: ["key", "headers.*", "items.token", "inline.token"],
    });
    const inner = await addBlock(child, { name: "inner", data: { token: `${canary}-0` } });
    const block = await addBlock(
      parent,
      {
        data: {
          plain: "shown",
          key: `${canary}-1`,
          headers: { Authorization: `${canary}-2` },
          items: [{ token: `${canary}-3`, name: "first" }],
          inline: { token: `${canary}-4`, name: "second" },
          free: { deep: { API_TOKEN: `${canary}-5` } },
          env: { PASSWORD: `${canary}-6`, LEVEL: "info" },
        },
        secretMarks: [
          ["free", "deep", "API_TOKEN"],
          ["env", "PASSWORD"],
        ],
        secretDates: { "/key": 1_777_766_400_000_000 as Micros, "/env/PASSWORD": 5 as Micros },
      },
      { other: inner },
    );
    const view = await details(block);
    const printed = JSON.stringify(view);
    expect(printed).not.toContain("canary");
    for (const word of ["shown", "first", "second", "info", "Authorization", "API_TOKEN"]) {
      expect(printed).toContain(word);
    }
    const values = Object.fromEntries((view.settings?.set ?? []).map((each) => [each.key, each.value]));
    expect(values["key"]).toEqual({ kind: "secret", changed: 1_777_766_400_000_000 });
    expect(values["env"]).toMatchObject({
      entries: [{ label: "PASSWORD", value: { kind: "secret", changed: 5 } }, { label: "LEVEL" }],
    });
    expect(values["other"]).toMatchObject({
      kind: "block",
      block: { name: "inner", type: { slug: "child" } },
    });
    expect(JSON.stringify(await readBlockTypeView(deps, "parent"))).not.toContain("canary");
    expect(JSON.stringify(await details(inner))).not.toContain("canary");
  });

  test("a block that a client wrote out inside another one is read out, with its secrets masked", async () => {
    const child = await addType("child", {
      properties: { token: { title: "Token", ...password }, host: text },
      secret_fields: ["token"],
    });
    const properties = { other: { title: "Other", $ref: "#/definitions/child" } };
    const parent = await addType("parent", { properties }, { other: child.schema });
    const data = { other: { host: "example.org", token: canary } };
    const { settings } = await details(await addBlock(parent, { data }));
    expect(settings?.set).toEqual([
      {
        key: "other",
        label: "Other",
        isDefault: false,
        value: {
          kind: "entries",
          entries: [
            { label: "host", isKey: true, value: { kind: "text", text: "example.org" } },
            { label: "token", isKey: true, value: { kind: "secret", changed: null } },
          ],
        },
      },
    ]);
  });

  test("what is not set is listed apart with what holds instead; a stored default is said to be one", async () => {
    const type = await addType("t", {
      properties: {
        retries: { title: "Retries", type: "integer", default: 3 },
        note: { title: "Note", ...text },
        mode: { title: "Mode", type: "string", default: "fast" },
        limit: { title: "Limit", type: "integer" },
      },
    });
    const { settings } = await details(
      await addBlock(type, { data: { retries: 3, note: null, mode: null } }),
    );
    expect(settings?.set).toEqual([
      { key: "retries", label: "Retries", isDefault: true, value: { kind: "text", text: "3" } },
      { key: "mode", label: "Mode", isDefault: false, value: { kind: "word", text: "Not set" } },
    ]);
    expect(settings?.unset.map((each) => each.label)).toEqual(["Note", "Limit"]);
  });

  test("unknown keys, mismatching values and blocks of another type are marked, and all are there", async () => {
    const child = await addType("child", { properties: {} });
    const type = await addType("t", { properties: { port: { title: "Port", type: "integer" } } });
    const inner = await addBlock(child, {});
    const block = await addBlock(type, { data: { port: "x", typo: 1 } }, { gone: inner });
    const marked = (await details(block)).settings?.set.map(({ key, value }) => [key, value.isMismatch]);
    expect(marked).toEqual([
      ["port", true],
      ["typo", true],
      ["gone", true],
    ]);
  });

  test("a block whose data cannot be decrypted still has its page, and so has the block that refers to it", async () => {
    const child = await addType("child", { properties: {} });
    const parent = await addType("parent", { properties: { a: { title: "A", ...text } } });
    const broken = await addBlock(child, { name: "broken", data: { x: canary } }, {}, lostKeyStore());
    const user = await addBlock(parent, { name: "user", data: { a: "readable" } }, { other: broken });
    const view = await details(broken);
    expect(view).toMatchObject({ name: "broken", settings: null, isReadable: false });
    expect(view.usedBy).toMatchObject([{ name: "user", field: "other", type: { name: "Type parent" } }]);
    expect((await details(user)).settings?.set).toMatchObject([
      { key: "a", value: { kind: "text", text: "readable" } },
      { key: "other", value: { kind: "block", block: { name: "broken", isReadable: false } } },
    ]);
  });

  test("used by names each block and field that refers to it", async () => {
    const child = await addType("child", { properties: {} });
    const parent = await addType("parent", { properties: {} });
    const inner = await addBlock(child, {});
    await addBlock(parent, { name: "b" }, { one: inner, two: inner });
    await addBlock(parent, { name: "a", isAnonymous: true }, { one: inner });
    const { usedBy } = await details(inner);
    expect(usedBy.map(({ name, field, isAnonymous }) => [name, field, isAnonymous])).toEqual([
      ["a", "one", true],
      ["b", "one", false],
      ["b", "two", false],
    ]);
  });

  test("an unknown id is nothing", async () => {
    expect(await readBlockDetails(deps, anId<BlockDocumentId>())).toBeUndefined();
  });
});
