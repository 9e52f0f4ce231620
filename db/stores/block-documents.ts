import "server-only";
import { and, asc, count, desc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { bindFilter } from "@/db/stores/bound-filter";
import { createReferenceReads } from "@/db/stores/document-references";
import { type FoundRow, toDocument } from "@/db/stores/document-rows";
import { createDocumentWrites } from "@/db/stores/document-writes";
import { toDocumentCondition, toSearchCondition } from "@/db/stores/filters";
import type { BlockDocumentSort, BlockDocumentStore } from "@/lib/blocks/store";
import type { Cipher } from "@/lib/secrets/cipher";

const mostLists = 200;

export function createBlockDocumentStore(db: Database, dialect: Dialect, cipher: Cipher): BlockDocumentStore {
  const { blockDocuments, blockTypes } = dialect.tables;
  const read = prepareReads(db, dialect);
  const toDocuments = (rows: readonly FoundRow[]) => rows.map((row) => toDocument(row, cipher));

  const findByIds: BlockDocumentStore["byIds"] = async (ids) =>
    toDocuments(await read.byIds({ ids: dialect.toListParameter(ids) }));

  const select = (condition: SQL | undefined, sort: BlockDocumentSort, isPaged: boolean) => {
    const documents =
      sort === "type_and_name_asc"
        ? // From type to type, in the order of both indexes: nothing is sorted.
          db
            .select(read.columns)
            .from(blockTypes)
            .crossJoin(blockDocuments)
            .where(and(eq(blockDocuments.blockTypeId, blockTypes.id), condition))
        : db.select(read.columns).from(blockDocuments).where(condition);
    const found = documents.orderBy(...toOrder(dialect, sort));
    const page = { limit: sql.placeholder("limit"), offset: sql.placeholder("offset") };
    const query = isPaged ? found.limit(page.limit).offset(page.offset) : found;
    return dialect.prepare(db, read.columns, query);
  };
  const lists = new Map<string, ReturnType<typeof select>>();

  const list: BlockDocumentStore["list"] = async (filter, sort, page) => {
    const { shape, symbols, values } = bindFilter(dialect, filter);
    const key = `${shape}${sort}${page ? " paged" : ""}`;
    // Building a statement costs as much as reading twenty rows.
    const run = lists.get(key) ?? select(toDocumentCondition(dialect, symbols), sort, page !== undefined);
    // A client that tries all combinations must not fill the memory.
    if (lists.size >= mostLists) lists.clear();
    lists.set(key, run);
    return toDocuments(await run({ ...values, ...page }));
  };

  const rows = { rows: count().as("rows") };
  const countRows = async (condition: SQL | undefined, values: Readonly<Record<string, unknown>> = {}) => {
    const query = db.select(rows).from(blockDocuments).where(condition);
    return (await dialect.prepare(db, rows, query)(values))[0]?.rows ?? 0;
  };

  return {
    byId: async (id) => toDocuments(await read.byId({ id }))[0],
    byIds: findByIds,
    bySlugAndName: async (slug, name) => toDocuments(await read.bySlugAndName({ slug, name }))[0],
    list,
    count: async (filter) => {
      const { symbols, values } = bindFilter(dialect, filter);
      return countRows(toDocumentCondition(dialect, symbols), values);
    },
    search: async (search, sort, page) =>
      toDocuments(await select(toSearchCondition(dialect, search), sort, true)(page)),
    countSearch: async (search) => countRows(toSearchCondition(dialect, search)),

    countByType: async () => {
      const rows = await db
        .select({ typeId: blockDocuments.blockTypeId, rows: count() })
        .from(blockDocuments)
        .where(eq(blockDocuments.isAnonymous, false))
        .groupBy(blockDocuments.blockTypeId);
      return new Map(rows.map((row) => [row.typeId, row.rows]));
    },

    ...createDocumentWrites(db, dialect, cipher),

    delete: async (ids) => {
      const deleted = await db
        .delete(blockDocuments)
        .where(dialect.isAnyOf(blockDocuments.id, ids))
        .returning({ id: blockDocuments.id });
      return deleted.map((row) => row.id);
    },

    ...createReferenceReads(db, dialect),
  };
}

/** The reads behind `Block.load` and behind every page. */
function prepareReads(db: Database, dialect: Dialect) {
  const { blockDocuments, blockDocumentReferences: references, blockTypes } = dialect.tables;
  const own = eq(references.parentId, blockDocuments.id);
  const columns = {
    ...getTableColumns(blockDocuments),
    hasReferences: sql`exists (select 1 from ${references} where ${own})`.as("has_references"),
  };
  const ids = sql.placeholder("ids");
  const isId = eq(blockDocuments.id, sql.placeholder("id"));
  // A subquery, not a join: SQLite takes a fifth of the time.
  const typeId = sql`(select ${blockTypes.id} from ${blockTypes} where ${blockTypes.slug} = ${sql.placeholder("slug")})`;
  const isSlugAndName = and(
    eq(blockDocuments.blockTypeId, typeId),
    eq(blockDocuments.name, sql.placeholder("name")),
  );
  const selectDocuments = (condition: SQL | undefined) =>
    dialect.prepare(db, columns, db.select(columns).from(blockDocuments).where(condition));
  return {
    columns,
    byId: selectDocuments(isId),
    byIds: selectDocuments(dialect.isAnyOf(blockDocuments.id, ids)),
    bySlugAndName: selectDocuments(isSlugAndName),
  };
}

/** Every order ends with the id: pages must neither repeat nor skip a row. */
function toOrder(dialect: Dialect, sort: BlockDocumentSort): SQL[] {
  const { blockDocuments: document, blockTypes: type } = dialect.tables;
  switch (sort) {
    case "name_asc":
      return [asc(document.name), asc(document.id)];
    case "name_desc":
      return [desc(document.name), desc(document.id)];
    case "updated_asc":
      return [asc(document.updated), asc(document.id)];
    case "updated_desc":
      return [desc(document.updated), desc(document.id)];
    case "type_and_name_asc":
      return [asc(type.name), asc(type.id), asc(document.name), asc(document.id)];
  }
}
