import "server-only";
import { and, asc, count, eq, getTableColumns, or, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { expectNoConflict } from "@/db/stores/conflicts";
import type { Tables } from "@/db/tables";
import { DomainError } from "@/lib/errors";
import type { Filters } from "@/lib/filters";
import type { WorkPool } from "@/lib/work-pools/model";
import type { WorkPoolStore } from "@/lib/work-pools/store";

export function createWorkPoolStore(db: Database, dialect: Dialect): WorkPoolStore {
  const { workPools } = dialect.tables;
  const columns = getTableColumns(workPools);
  const read = prepareReads(db, dialect);

  return {
    byId: async (id) => (await read.byId({ id })).map(toWorkPool)[0],
    byIds: async (ids) => (await read.byIds({ ids: dialect.toListParameter(ids) })).map(toWorkPool),
    byName: async (name) => (await read.byName({ name })).map(toWorkPool)[0],

    list: async (filters, page) => {
      const query = db
        .select(columns)
        .from(workPools)
        .where(toCondition(dialect, filters))
        .orderBy(asc(workPools.name), asc(workPools.id));
      const found = page ? query.limit(page.limit).offset(page.offset) : query;
      return (await dialect.prepare(db, columns, found)({})).map(toWorkPool);
    },

    count: async (filters) => {
      const rows = { rows: count().as("rows") };
      const query = db.select(rows).from(workPools).where(toCondition(dialect, filters));
      return (await dialect.prepare(db, rows, query)({}))[0]?.rows ?? 0;
    },

    insert: async (pool) => {
      await expectNoConflict(dialect, () => db.insert(workPools).values(pool), conflictsOf(pool));
    },

    update: async (pool) => {
      const { id, ...values } = pool;
      const update = () =>
        db.update(workPools).set(values).where(eq(workPools.id, id)).returning({ id: workPools.id });
      const changed = await expectNoConflict(dialect, update, conflictsOf(pool));
      if (changed.length === 0) throw new DomainError("not_found", `Work pool "${pool.name}" not found.`);
    },

    delete: async (id) => {
      const deleted = await db.delete(workPools).where(eq(workPools.id, id)).returning({ id: workPools.id });
      return deleted.length > 0;
    },
  };
}

function prepareReads(db: Database, dialect: Dialect) {
  const { workPools } = dialect.tables;
  const columns = getTableColumns(workPools);
  const select = (condition: SQL) =>
    dialect.prepare(db, columns, db.select(columns).from(workPools).where(condition));
  return {
    byId: select(eq(workPools.id, sql.placeholder("id"))),
    byIds: select(dialect.isAnyOf(workPools.id, sql.placeholder("ids"))),
    byName: select(eq(workPools.name, sql.placeholder("name"))),
  };
}

function toCondition(dialect: Dialect, { workPools: filter }: Filters): SQL | undefined {
  const { workPools } = dialect.tables;
  const combine = filter?.operator === "or" ? or : and;
  return combine(
    filter?.ids && dialect.isAnyOf(workPools.id, filter.ids),
    filter?.names && dialect.isAnyOf(workPools.name, filter.names),
    filter?.types && dialect.isAnyOf(workPools.type, filter.types),
  );
}

function toWorkPool(row: Tables["workPools"]["$inferSelect"]): WorkPool {
  return { ...row, baseJobTemplate: row.baseJobTemplate ?? new Map() };
}

function conflictsOf({ name }: WorkPool): { taken: string; missing: string } {
  const taken = `A work pool with the name "${name}" exists already.`;
  return { taken, missing: taken };
}
