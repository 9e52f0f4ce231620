import { beforeEach, describe, expect, it } from "vitest";
import { computeChecksum } from "@/lib/blocks/checksum";
import { createBlockSchema } from "@/lib/blocks/create-block-schema";
import { createBlockType } from "@/lib/blocks/create-block-type";
import type { BlockSchema } from "@/lib/blocks/model";
import { readFullFields } from "@/lib/blocks/schema-fields";
import { DomainError } from "@/lib/errors";
import type { BlockTypeId } from "@/lib/ids";
import { isJsonObject, type JsonObject, printJson, toJson } from "@/lib/json";
import type { Deps } from "@/lib/store";
import { openTestStore } from "@/lib/testing/template-db";

let deps: Deps;
const types = new Map<string, BlockTypeId>();
beforeEach(async () => {
  deps = (await openTestStore()).deps;
  for (const slug of ["top", "middle", "leaf", "other"]) {
    const texts = { logoUrl: null, documentationUrl: null, description: null, codeExample: null };
    const type = await createBlockType(deps, { name: slug, slug, isProtected: false, ...texts });
    types.set(slug, type.id);
  }
});

type Fields = Readonly<Record<string, unknown>>;

function json(fields: Fields): JsonObject {
  const value = toJson(fields);
  if (!isJsonObject(value)) throw new TypeError("fields are an object");
  return value;
}

async function register(slug: string, fields: Fields, version = "1") {
  const blockTypeId = types.get(slug);
  if (!blockTypeId) throw new Error(`no type ${slug}`);
  return createBlockSchema(deps, { fields: json(fields), blockTypeId, capabilities: ["c"], version });
}

async function fullFieldsOf(schema: BlockSchema): Promise<unknown> {
  const fields = (await readFullFields(deps, [schema])).get(schema.id);
  return fields && JSON.parse(printJson(fields));
}

function block(slug: string, references: Fields = {}, properties: Fields = {}, definitions?: Fields): Fields {
  const base = {
    title: slug.toUpperCase(),
    block_type_slug: slug,
    properties,
    block_schema_references: references,
  };
  return definitions ? { ...base, definitions } : base;
}

function reference(fields: Fields) {
  return { block_type_slug: fields["block_type_slug"], block_schema_checksum: computeChecksum(json(fields)) };
}

function point(name: string) {
  return { $ref: `#/definitions/${name}` };
}

const leaf = block("leaf", {}, { x: { type: "string" } });

describe("createBlockSchema", () => {
  it("is idempotent by checksum and version, across types", async () => {
    const first = await register("top", { title: "S" });
    expect(first.isNew).toBe(true);
    expect(await register("other", { title: "S", secret_fields: ["a"] })).toEqual({ ...first, isNew: false });
    expect((await register("top", { title: "S" }, "2")).isNew).toBe(true);
  });

  it("registers nested blocks that are not known, and gives all definitions back on reading", async () => {
    const middle = block("middle", { l: reference(leaf) }, { l: point("LEAF") }, { LEAF: leaf });
    const { definitions: _, ...bareMiddle } = middle;
    const top = block(
      "top",
      { m: reference(middle), l2: reference(leaf) },
      { m: { allOf: [point("MIDDLE")] }, l2: point("LEAF"), kind: point("Kind") },
      { MIDDLE: bareMiddle, LEAF: leaf, Kind: { enum: ["a"] } },
    );
    const { schema } = await register("top", top);
    expect(await fullFieldsOf(schema)).toEqual(top);
    expect(schema.fields.has("block_schema_references")).toBe(false);

    const child = await deps.store.blockSchemas.byChecksum(computeChecksum(json(leaf)));
    expect(child).toMatchObject({
      version: "non-versioned",
      capabilities: [],
      blockTypeId: types.get("leaf"),
    });
    expect(await deps.store.blockSchemas.list({})).toHaveLength(3);
  });

  it("links a nested block that is known, also when no definition was sent", async () => {
    const known = await register("leaf", leaf, "7");
    const { schema } = await register("top", block("top", { l: reference(leaf) }, { l: point("LEAF") }));
    expect(await fullFieldsOf(schema)).toMatchObject({ definitions: { LEAF: leaf } });
    expect(await deps.store.blockSchemas.list({})).toHaveLength(2);
    expect((await deps.store.blockSchemas.referencesOf([schema.id]))[0]?.childId).toBe(known.schema.id);
  });

  it("keeps the order of the blocks that one field takes; one alone is no list", async () => {
    const other = block("other");
    const union = { anyOf: [point("OTHER"), point("LEAF")] };
    const fields = block(
      "top",
      { u: [reference(other), reference(leaf), reference(other)], s: [reference(leaf)] },
      { u: union, s: point("LEAF") },
      { LEAF: leaf, OTHER: other },
    );
    const { schema } = await register("top", fields);
    expect(await fullFieldsOf(schema)).toMatchObject({
      block_schema_references: { u: [reference(other), reference(leaf)], s: reference(leaf) },
    });
  });

  it("drops definitions that nothing refers to", async () => {
    const { schema } = await register("top", { title: "S", definitions: { Ghost: { type: "object" } } });
    expect(await fullFieldsOf(schema)).toEqual({ title: "S", block_schema_references: {} });
  });

  it("detaches a nested schema that was deleted", async () => {
    const { schema } = await register(
      "top",
      block("top", { l: reference(leaf) }, { l: point("LEAF") }, { LEAF: leaf }),
    );
    const child = await deps.store.blockSchemas.byChecksum(computeChecksum(json(leaf)));
    await deps.store.transaction(async (tx) => child && tx.blockSchemas.delete(child.id));
    const fields = await fullFieldsOf(schema);
    expect(fields).toMatchObject({ block_schema_references: {} });
    expect(fields).not.toHaveProperty("definitions");
  });

  it("stores nothing at all when one nested block cannot be registered", async () => {
    const middle = block("middle", { n: { block_type_slug: "none", block_schema_checksum: "x" } });
    const top = block(
      "top",
      { l: reference(leaf), m: reference(middle) },
      { l: point("LEAF"), m: point("MIDDLE") },
      {
        LEAF: leaf,
        MIDDLE: middle,
      },
    );
    await expect(register("top", top)).rejects.toThrow("block type 'none' was not found");
    expect(await deps.store.blockSchemas.list({})).toEqual([]);
  });

  it.each([
    ["x", []],
    [{ l: "x" }, ["l"]],
    [{ l: { block_type_slug: "leaf" } }, ["l"]],
    [{ l: { block_type_slug: "leaf", block_schema_checksum: "unknown" } }, ["l"]],
  ])("refuses the references %j and says where", async (references, path) => {
    const error = await register("top", { block_schema_references: references }).catch(
      (cause: unknown) => cause,
    );
    expect(DomainError.is(error) && error.code).toBe("invalid");
    expect(DomainError.is(error) && error.issues[0]?.path).toEqual([
      "fields",
      "block_schema_references",
      ...path,
    ]);
  });

  it("ends on definitions that contain each other", async () => {
    const there = { block_type_slug: "middle", block_schema_checksum: "unknown-1" };
    const back = { block_type_slug: "leaf", block_schema_checksum: "unknown-2" };
    const definitions = {
      A: block("middle", { n: back }, { n: point("B") }),
      B: block("leaf", { n: there }, { n: point("A") }),
    };
    const error = register("top", block("top", { n: there }, { n: point("A") }, definitions));
    await expect(error).rejects.toThrow("nested deeper than 50 levels");
    expect(await deps.store.blockSchemas.list({})).toEqual([]);
  });
});

describe("readFullFields", () => {
  it("reads many schemas in as few rounds as one", async () => {
    const parents = [];
    for (const name of ["a", "b", "c", "d"]) {
      const fields = {
        ...block("top", { l: reference(leaf) }, { l: point("LEAF") }, { LEAF: leaf }),
        title: name,
      };
      parents.push((await register("top", fields)).schema);
    }
    let reads = 0;
    const counting = new Proxy(deps.store.blockSchemas, {
      get: (target, name, self) => {
        reads++;
        return Reflect.get(target, name, self);
      },
    });
    const all = await readFullFields({ store: { ...deps.store, blockSchemas: counting } }, parents);
    expect(all.size).toBe(4);
    expect(reads).toBeLessThanOrEqual(3);
  });
});
