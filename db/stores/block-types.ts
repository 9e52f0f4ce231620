import "server-only";
import { asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { bindFilter } from "@/db/stores/bound-filter";
import { expectNoConflict } from "@/db/stores/conflicts";
import { toTypeCondition } from "@/db/stores/filters";
import type { RowCache, RowSource, RowVersion } from "@/db/stores/row-cache";
import { touchSchemasAround } from "@/db/stores/touch-schemas";
import type { BlockType } from "@/lib/blocks/model";
import type { BlockTypeStore } from "@/lib/blocks/store";
import { DomainError } from "@/lib/errors";

export function createBlockTypeStore(
  db: Database,
  dialect: Dialect,
  cache: RowCache<BlockType>,
): BlockTypeStore {
  const { blockTypes, blockSchemas } = dialect.tables;
  const read = prepareReads(db, dialect);
  const source: RowSource<BlockType> = {
    seesCommittedOnly: db === dialect.reader,
    changeToken: () => dialect.changeToken(db),
    versions: (ids) => read.versions({ ids: dialect.toListParameter(ids) }),
    rows: async (ids) =>
      (await read.rows({ ids: dialect.toListParameter(ids) })).map((row) => ({ row, size: sizeOf(row) })),
  };
  const toTypes = async (versions: Promise<readonly RowVersion[]>) =>
    cache.ofVersions(source, await versions);

  return {
    byId: async (id) => (await cache.byIds(source, [id]))[0],
    byIds: (ids) => cache.byIds(source, ids),
    bySlug: async (slug) => (await toTypes(read.bySlug({ slug })))[0],

    list: async (filter, page) => {
      const { symbols, values } = bindFilter(dialect, filter);
      const query = db
        .select(read.version)
        .from(blockTypes)
        .where(toTypeCondition(dialect, symbols))
        .orderBy(asc(blockTypes.name), asc(blockTypes.id));
      const found = page ? query.limit(page.limit).offset(page.offset) : query;
      return toTypes(dialect.prepare(db, read.version, found)(values));
    },

    insert: async (type) => {
      await expectNoConflict(dialect, () => db.insert(blockTypes).values(type), conflictsOf(type));
    },

    update: async (type) => {
      const { id, ...values } = type;
      const update = () =>
        db.update(blockTypes).set(values).where(eq(blockTypes.id, id)).returning({ id: blockTypes.id });
      const changed = await expectNoConflict(dialect, update, conflictsOf(type));
      if (changed.length === 0) throw new DomainError("not_found", "Block type not found");
    },

    delete: async (id) => {
      const own = sql`(select ${blockSchemas.id} from ${blockSchemas} where ${eq(blockSchemas.blockTypeId, id)})`;
      await touchSchemasAround(db, dialect, own);
      const deleted = await db
        .delete(blockTypes)
        .where(eq(blockTypes.id, id))
        .returning({ id: blockTypes.id });
      return deleted.length > 0;
    },
  };
}

function prepareReads(db: Database, dialect: Dialect) {
  const { blockTypes } = dialect.tables;
  const version = { id: blockTypes.id, updated: blockTypes.updated };
  const columns = getTableColumns(blockTypes);
  const select = () => db.select(version).from(blockTypes);
  const isOneOfIds = dialect.isAnyOf(blockTypes.id, sql.placeholder("ids"));
  return {
    version,
    bySlug: dialect.prepare(db, version, select().where(eq(blockTypes.slug, sql.placeholder("slug")))),
    versions: dialect.prepare(db, version, select().where(isOneOfIds)),
    rows: dialect.prepare(db, columns, db.select().from(blockTypes).where(isOneOfIds)),
  };
}

function sizeOf({ description, codeExample }: BlockType): number {
  return (description?.length ?? 0) + (codeExample?.length ?? 0);
}

function conflictsOf(type: BlockType): { taken: string; missing: string } {
  const taken = `A block type with the slug "${type.slug}" exists already.`;
  return { taken, missing: taken };
}
