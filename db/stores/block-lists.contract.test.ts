import { beforeEach, describe, expect, it } from "vitest";
import type { BlockDocument, BlockSchema, BlockType } from "@/lib/blocks/model";
import type { BlockDocumentFilter, BlockDocumentSort, BlockSearch } from "@/lib/blocks/store";
import type { Store } from "@/lib/store";
import { aBlockDocument, aBlockSchema, aBlockType, anId } from "@/lib/testing/builders";
import { openTestStore } from "@/lib/testing/template-db";

const everything = { limit: 100, offset: 0 };

describe.each(["sqlite"])("lists of blocks on %s", () => {
  let store: Store;
  let s3: BlockType;
  let docker: BlockType;
  let s3Schema: BlockSchema;
  let dockerSchema: BlockSchema;

  beforeEach(async () => {
    store = (await openTestStore()).store;
    s3 = aBlockType({ slug: "s3", name: "S3 Größe" });
    docker = aBlockType({ slug: "docker-container", name: "Docker Container" });
    s3Schema = aBlockSchema({ blockTypeId: s3.id, capabilities: ["read-path", "write-path"], version: "1" });
    dockerSchema = aBlockSchema({ blockTypeId: docker.id, capabilities: ["run-infrastructure"] });
    await store.transaction(async (tx) => {
      for (const type of [s3, docker]) await tx.blockTypes.insert(type);
      for (const schema of [s3Schema, dockerSchema]) await tx.blockSchemas.insert(schema, []);
    });
  });

  /** One block per word: `s3/name`, `docker/name`; a leading `~` makes it anonymous. In the order of creation. */
  const insert = async (...words: readonly string[]): Promise<readonly BlockDocument[]> => {
    const documents = words.map((word) => {
      const [kind, name = ""] = word.replace("~", "").split("/");
      const ids = kind === "s3" ? ([s3.id, s3Schema.id] as const) : ([docker.id, dockerSchema.id] as const);
      const isAnonymous = word.startsWith("~");
      return aBlockDocument({ blockTypeId: ids[0], blockSchemaId: ids[1], name, isAnonymous });
    });
    await store.transaction(async (tx) => {
      for (const document of documents) await tx.blockDocuments.insert(document, []);
    });
    return documents;
  };

  const list = async (filter: BlockDocumentFilter, sort: BlockDocumentSort = "name_asc") => {
    const names = (await store.blockDocuments.list(filter, sort)).map((document) => document.name);
    expect(await store.blockDocuments.count(filter)).toBe(names.length);
    return names;
  };

  const search = async (query: BlockSearch, sort: BlockDocumentSort = "name_asc") => {
    const found = await store.blockDocuments.search(query, sort, everything);
    expect(await store.blockDocuments.countSearch(query)).toBe(found.length);
    return found.map((document) => document.name);
  };

  it("are not matched by a text with a NUL, at which the engine would stop reading its pattern", async () => {
    await insert("s3/one");
    expect(await list({ nameLike: "\0" })).toEqual([]);
    expect(await list({ nameLike: "n\0x" })).toEqual([]);
  });

  it.each<[BlockDocumentSort, string[]]>([
    ["name_asc", ["a", "b", "c", "d"]],
    ["name_desc", ["d", "c", "b", "a"]],
    ["type_and_name_asc", ["b", "d", "a", "c"]],
    ["updated_asc", ["c", "b", "a", "d"]],
    ["updated_desc", ["d", "a", "b", "c"]],
  ])("are sorted by %s", async (sort, names) => {
    await insert("s3/c", "docker/b", "s3/a", "docker/d");
    expect(await list({}, sort)).toEqual(names);
    expect(await search({}, sort)).toEqual(names);
  });

  it("are paged so that every block appears once, equal names and times included", async () => {
    const at = s3.created;
    const twins = [s3, docker].map((type) =>
      aBlockDocument({ blockTypeId: type.id, blockSchemaId: s3Schema.id, name: "twin", updated: at }),
    );
    await store.transaction(async (tx) => {
      for (const twin of twins) await tx.blockDocuments.insert(twin, []);
    });
    for (const sort of ["name_asc", "name_desc", "updated_asc", "updated_desc"] as const) {
      const seen = new Set<string>();
      for (const offset of [0, 1]) {
        const page = { limit: 1, offset };
        for (const document of await store.blockDocuments.list({}, sort, page)) seen.add(document.id);
        for (const document of await store.blockDocuments.search({}, sort, page)) seen.add(document.id);
      }
      expect(seen.size).toBe(2);
    }
    expect(await store.blockDocuments.list({}, "name_asc", { limit: 0, offset: 0 })).toEqual([]);
    expect(await store.blockDocuments.list({}, "name_asc", { limit: 5, offset: 1 })).toHaveLength(1);
  });

  it("are filtered by each condition", async () => {
    const [log] = await insert("s3/log-test", "docker/log", "~s3/hidden");
    expect(await list({})).toEqual(["hidden", "log", "log-test"]);
    expect(await list({ isAnonymous: false })).toEqual(["log", "log-test"]);
    expect(await list({ isAnonymous: true })).toEqual(["hidden"]);
    expect(await list({ ids: log ? [log.id] : [] })).toEqual(["log-test"]);
    expect(await list({ ids: [] })).toEqual([]);
    expect(await list({ blockTypeIds: [docker.id] })).toEqual(["log"]);
    expect(await list({ names: ["log", "none"] })).toEqual(["log"]);
    expect(await list({ names: [] })).toEqual([]);
    expect(await list({ nameLike: "G-t" })).toEqual(["log-test"]);
    expect(await list({ nameLike: "l_g" })).toEqual(["log", "log-test"]);
    expect(await list({ names: ["log"], blockTypeIds: [s3.id] })).toEqual([]);
  });

  it("match one of the conditions with or; type and schema must match nevertheless", async () => {
    await insert("s3/a", "s3/b", "docker/c", "~s3/d");
    expect(await list({ operator: "or", names: ["a"], blockTypeIds: [docker.id] })).toEqual(["a", "c"]);
    expect(await list({ operator: "or", names: ["d"], isAnonymous: false })).toEqual(["a", "b", "c", "d"]);
    expect(await list({ operator: "or" })).toHaveLength(4);
    expect(await list({ operator: "or", names: ["a", "c"], type: { slugs: ["s3"] } })).toEqual(["a"]);
    expect(await list({ type: { slugs: [] } })).toEqual([]);
    expect(await list({ type: { nameLike: "docker" } })).toEqual(["c"]);
    expect(await list({ type: { schema: { capabilities: ["read-path"] } } })).toEqual(["a", "b", "d"]);
    expect(await list({ schema: { capabilities: ["run-infrastructure"] } })).toEqual(["c"]);
    expect(await list({ schema: { operator: "or", versions: ["1"], ids: [dockerSchema.id] } })).toHaveLength(
      4,
    );
    expect(await list({ schema: {}, type: {} })).toHaveLength(4);
    const ids = Array.from({ length: 10_000 }, () => anId<BlockType["id"]>());
    expect(await list({ blockTypeIds: [...ids, docker.id] })).toEqual(["c"]);
  });

  it("are searched in block name, type name and type slug, whatever the case", async () => {
    await insert("s3/log-test", "docker/build", "~docker/log-hidden");
    expect(await search({})).toEqual(["build", "log-test"]);
    expect(await search({ text: "" })).toEqual(["build", "log-test"]);
    expect(await search({ text: "LOG" })).toEqual(["log-test"]);
    expect(await search({ text: "gRÖSSE" })).toEqual([]);
    expect(await search({ text: "GRÖ" })).toEqual(["log-test"]);
    expect(await search({ text: "r-cont" })).toEqual(["build"]);
    expect(await search({ text: "r cont" })).toEqual(["build"]);
  });

  it("take what is searched for as plain text", async () => {
    await insert("s3/log-test");
    for (const text of ["%", "_", "l%g", "l_g", "\\", "'", '"', "*", "log-test;"]) {
      expect([text, await search({ text })]).toEqual([text, []]);
    }
    expect(await search({ text: "x".repeat(60_000) })).toEqual([]);
  });

  it("are narrowed down by types and capability", async () => {
    await insert("s3/a", "docker/b", "docker/log");
    expect(await search({ typeSlugs: ["s3"] })).toEqual(["a"]);
    expect(await search({ typeSlugs: ["s3", "docker-container"] })).toEqual(["a", "b", "log"]);
    expect(await search({ typeSlugs: [] })).toEqual([]);
    expect(await search({ capability: "run-infrastructure" })).toEqual(["b", "log"]);
    expect(await search({ capability: "run" })).toEqual([]);
    expect(await search({ capability: "run-infrastructure", text: "log" })).toEqual(["log"]);
    expect(await search({ capability: "run-infrastructure", typeSlugs: ["s3"] })).toEqual([]);
  });
});
