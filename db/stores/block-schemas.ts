import "server-only";
import { and, asc, desc, eq, max, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { expectNoConflict } from "@/db/stores/conflicts";
import { toSchemaCondition } from "@/db/stores/filters";
import type { Tables } from "@/db/tables";
import type { BlockSchema } from "@/lib/blocks/model";
import type { BlockSchemaStore } from "@/lib/blocks/store";
import { DomainError } from "@/lib/errors";
import type { BlockTypeId } from "@/lib/ids";
import { isJsonObject, parseJson, printJson } from "@/lib/json";

export function createBlockSchemaStore(db: Database, dialect: Dialect): BlockSchemaStore {
  const { blockSchemas, blockSchemaReferences } = dialect.tables;
  const newestFirst = [desc(blockSchemas.created), desc(blockSchemas.id)] as const;
  const byIds = db
    .select()
    .from(blockSchemas)
    .where(dialect.isAnyOf(blockSchemas.id, sql.placeholder("ids")))
    .prepare();
  const referencesOf = db
    .select({
      parentId: blockSchemaReferences.parentId,
      childId: blockSchemaReferences.childId,
      name: blockSchemaReferences.name,
    })
    .from(blockSchemaReferences)
    .where(dialect.isAnyOf(blockSchemaReferences.parentId, sql.placeholder("ids")))
    .orderBy(asc(blockSchemaReferences.parentId), asc(blockSchemaReferences.position))
    .prepare();
  const findByIds: BlockSchemaStore["byIds"] = async (ids) =>
    (await byIds.execute({ ids: dialect.toListParameter(ids) })).map(toSchema);

  return {
    byId: async (id) => (await findByIds([id]))[0],
    byIds: findByIds,

    byChecksum: async (checksum, version) => {
      const isVersion = version === undefined ? undefined : eq(blockSchemas.version, version);
      const rows = await db
        .select()
        .from(blockSchemas)
        .where(and(eq(blockSchemas.checksum, checksum), isVersion))
        .orderBy(...newestFirst)
        .limit(1);
      return rows.map(toSchema)[0];
    },

    list: async (filter, page) => {
      const found = db
        .select()
        .from(blockSchemas)
        .where(toSchemaCondition(dialect, filter))
        .orderBy(...newestFirst);
      return (page ? await found.limit(page.limit).offset(page.offset) : await found).map(toSchema);
    },

    latestOfTypes: async (typeIds) => (await selectLatest(db, dialect, typeIds)).map(toSchema),

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
      const deleted = await db
        .delete(blockSchemas)
        .where(eq(blockSchemas.id, id))
        .returning({ id: blockSchemas.id });
      return deleted.length > 0;
    },

    referencesOf: async (ids) => referencesOf.execute({ ids: dialect.toListParameter(ids) }),

    capabilities: async () => {
      const rows = await db.selectDistinct({ capabilities: blockSchemas.capabilities }).from(blockSchemas);
      return [...new Set(rows.flatMap((row) => row.capabilities ?? []))].sort();
    },
  };
}

type Row = Tables["blockSchemas"]["$inferSelect"];

/** The newest schema of each type. */
async function selectLatest(
  db: Database,
  dialect: Dialect,
  typeIds: readonly BlockTypeId[],
): Promise<readonly Row[]> {
  const { blockSchemas } = dialect.tables;
  const latest = db
    .select({ typeId: blockSchemas.blockTypeId, created: max(blockSchemas.created).as("latest_created") })
    .from(blockSchemas)
    .where(dialect.isAnyOf(blockSchemas.blockTypeId, typeIds))
    .groupBy(blockSchemas.blockTypeId)
    .as("latest");
  const rows = await db
    .select({ schema: blockSchemas })
    .from(blockSchemas)
    .innerJoin(
      latest,
      and(eq(blockSchemas.blockTypeId, latest.typeId), eq(blockSchemas.created, latest.created)),
    )
    .orderBy(asc(blockSchemas.id));
  // Two schemas of one instant: the greater id wins, as everywhere.
  return [...new Map(rows.map(({ schema }) => [schema.blockTypeId, schema])).values()];
}

function toSchema(row: Row): BlockSchema {
  const fields = parseJson(row.fields);
  // Without its fields nobody knows which values are secret: refuse instead of showing an empty schema.
  if (!isJsonObject(fields)) throw new DomainError("unavailable", `Block schema ${row.id} is damaged.`);
  return { ...row, fields, capabilities: row.capabilities ?? [] };
}

function toRow(schema: BlockSchema): Row {
  return { ...schema, fields: printJson(schema.fields) };
}
