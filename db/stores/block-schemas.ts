import "server-only";
import { and, asc, desc, eq, getTableColumns, max, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect, Selectable } from "@/db/dialect";
import { bindFilter } from "@/db/stores/bound-filter";
import { expectNoConflict } from "@/db/stores/conflicts";
import { toSchemaCondition } from "@/db/stores/filters";
import type { ReadRow, RowCache, RowSource, RowVersion } from "@/db/stores/row-cache";
import { touchSchemasAround } from "@/db/stores/touch-schemas";
import type { Tables } from "@/db/tables";
import type { BlockSchema } from "@/lib/blocks/model";
import type { BlockSchemaStore } from "@/lib/blocks/store";
import { DomainError } from "@/lib/errors";
import type { BlockTypeId } from "@/lib/ids";
import { isJsonObject, parseJson, printJson } from "@/lib/json";

export function createBlockSchemaStore(
  db: Database,
  dialect: Dialect,
  cache: RowCache<BlockSchema>,
): BlockSchemaStore {
  const { blockSchemas, blockSchemaReferences } = dialect.tables;
  const read = prepareReads(db, dialect);
  const source: RowSource<BlockSchema> = {
    seesCommittedOnly: db === dialect.reader,
    changeToken: () => dialect.changeToken(db),
    versions: (ids) => read.versions({ ids: dialect.toListParameter(ids) }),
    rows: async (ids) => (await read.rows({ ids: dialect.toListParameter(ids) })).map(toReadRow),
  };
  const toSchemas = async (versions: Promise<readonly RowVersion[]>) =>
    cache.ofVersions(source, await versions);

  const select = (condition: SQL | undefined) =>
    db
      .select(read.version)
      .from(blockSchemas)
      .where(condition)
      .orderBy(desc(blockSchemas.created), desc(blockSchemas.id));
  const run = (query: Selectable, values: Readonly<Record<string, unknown>> = {}) =>
    toSchemas(dialect.prepare(db, read.version, query)(values));

  return {
    byId: async (id) => (await cache.byIds(source, [id]))[0],
    byIds: (ids) => cache.byIds(source, ids),

    byChecksum: async (checksum, version) => {
      const isVersion = version === undefined ? undefined : eq(blockSchemas.version, version);
      return (await run(select(and(eq(blockSchemas.checksum, checksum), isVersion)).limit(1)))[0];
    },

    list: async (filter, page) => {
      const { symbols, values } = bindFilter(dialect, filter);
      const found = select(toSchemaCondition(dialect, symbols));
      return run(page ? found.limit(page.limit).offset(page.offset) : found, values);
    },

    latestOfTypes: (typeIds) => toSchemas(selectLatest(db, dialect, typeIds)),

    insert: async (schema, references) => {
      const messages = {
        taken: `A block schema with this checksum and version "${schema.version}" exists already.`,
        missing: "The block type of this schema, or a schema that it refers to, does not exist.",
      };
      await expectNoConflict(dialect, () => db.insert(blockSchemas).values(toRow(schema)), messages);
      for (const [position, reference] of references.entries()) {
        const row = { ...reference, position };
        await expectNoConflict(dialect, () => db.insert(blockSchemaReferences).values(row), messages);
      }
    },

    delete: async (id) => {
      await touchSchemasAround(db, dialect, sql`(${id})`);
      const deleted = await db
        .delete(blockSchemas)
        .where(eq(blockSchemas.id, id))
        .returning({ id: blockSchemas.id });
      return deleted.length > 0;
    },

    referencesOf: (ids) => read.references({ ids: dialect.toListParameter(ids) }),

    capabilities: async () => {
      const rows = await read.capabilities({});
      return [...new Set(rows.flatMap((row) => row.capabilities ?? []))].sort();
    },
  };
}

function prepareReads(db: Database, dialect: Dialect) {
  const { blockSchemas, blockSchemaReferences: references } = dialect.tables;
  const version = { id: blockSchemas.id, updated: blockSchemas.updated };
  const reference = { parentId: references.parentId, childId: references.childId, name: references.name };
  const select = () => db.select(version).from(blockSchemas);
  const ids = sql.placeholder("ids");
  const isOneOfIds = dialect.isAnyOf(blockSchemas.id, ids);
  return {
    version,
    versions: dialect.prepare(db, version, select().where(isOneOfIds)),
    rows: dialect.prepare(
      db,
      getTableColumns(blockSchemas),
      db.select().from(blockSchemas).where(isOneOfIds),
    ),
    capabilities: dialect.prepare(
      db,
      { capabilities: blockSchemas.capabilities },
      db.selectDistinct({ capabilities: blockSchemas.capabilities }).from(blockSchemas),
    ),
    references: dialect.prepare(
      db,
      reference,
      db
        .select(reference)
        .from(references)
        .where(dialect.isAnyOf(references.parentId, ids))
        .orderBy(asc(references.parentId), asc(references.position)),
    ),
  };
}

/** The newest schema of each type. */
async function selectLatest(
  db: Database,
  dialect: Dialect,
  typeIds: readonly BlockTypeId[],
): Promise<readonly RowVersion[]> {
  const { blockSchemas } = dialect.tables;
  const latest = db
    .select({ typeId: blockSchemas.blockTypeId, created: max(blockSchemas.created).as("latest_created") })
    .from(blockSchemas)
    .where(dialect.isAnyOf(blockSchemas.blockTypeId, typeIds))
    .groupBy(blockSchemas.blockTypeId)
    .as("latest");
  const selection = {
    id: blockSchemas.id,
    updated: blockSchemas.updated,
    blockTypeId: blockSchemas.blockTypeId,
  };
  const rows = await db
    .select(selection)
    .from(blockSchemas)
    .innerJoin(
      latest,
      and(eq(blockSchemas.blockTypeId, latest.typeId), eq(blockSchemas.created, latest.created)),
    )
    .orderBy(asc(blockSchemas.id));
  // Two schemas of one instant: the greater id wins, as everywhere.
  return [...new Map(rows.map((row) => [row.blockTypeId, row])).values()];
}

type Row = Tables["blockSchemas"]["$inferSelect"];

function toReadRow(row: Row): ReadRow<BlockSchema> {
  const fields = parseJson(row.fields);
  // Without its fields nobody knows which values are secret: refuse instead of showing an empty schema.
  if (!isJsonObject(fields)) throw new DomainError("unreadable", `Block schema ${row.id} is damaged.`);
  const schema = { ...row, fields, capabilities: row.capabilities ?? [] };
  return { row: schema, size: row.fields.length };
}

function toRow(schema: BlockSchema): Row {
  return { ...schema, fields: printJson(schema.fields) };
}
