import "server-only";
import { asc, count, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { type BoundFilter, bindFilter } from "@/db/stores/bound-filter";
import { expectNoConflict } from "@/db/stores/conflicts";
import { toWorkPoolsCondition } from "@/db/stores/noun-conditions";
import { createStatementCache } from "@/db/stores/statement-cache";
import type { Tables } from "@/db/tables";
import { DomainError } from "@/lib/errors";
import type { Filters } from "@/lib/filters";
import type { WorkPool } from "@/lib/work-pools/model";
import type { WorkPoolStore } from "@/lib/work-pools/store";

export function createWorkPoolStore(db: Database, dialect: Dialect): WorkPoolStore {
  const { workPools } = dialect.tables;
  const read = prepareReads(db, dialect);

  return {
    byId: async (id) => (await read.byId({ id })).map(toWorkPool)[0],
    byIds: async (ids) => (await read.byIds({ ids: dialect.toListParameter(ids) })).map(toWorkPool),
    byName: async (name) => (await read.byName({ name })).map(toWorkPool)[0],

    ...createLists(db, dialect),

    insert: async (pool) => {
      await expectNoConflict(dialect, () => db.insert(workPools).values(pool), conflicts);
    },

    update: async (pool) => {
      const { id, ...values } = pool;
      const update = () =>
        db.update(workPools).set(values).where(eq(workPools.id, id)).returning({ id: workPools.id });
      const changed = await expectNoConflict(dialect, update, conflicts);
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

function createLists(db: Database, dialect: Dialect): Pick<WorkPoolStore, "list" | "count"> {
  const { workPools } = dialect.tables;
  const columns = getTableColumns(workPools);
  const amount = { rows: count().as("rows") };
  const select = ({ symbols }: BoundFilter<Filters>, isPaged: boolean) => {
    const found = db
      .select(columns)
      .from(workPools)
      .where(toWorkPoolsCondition(dialect, symbols))
      .orderBy(asc(workPools.name), asc(workPools.id));
    const page = { limit: sql.placeholder("limit"), offset: sql.placeholder("offset") };
    return dialect.prepare(db, columns, isPaged ? found.limit(page.limit).offset(page.offset) : found);
  };
  const selectCount = ({ symbols }: BoundFilter<Filters>) =>
    dialect.prepare(
      db,
      amount,
      db.select(amount).from(workPools).where(toWorkPoolsCondition(dialect, symbols)),
    );
  const lists = createStatementCache<ReturnType<typeof select>>();
  const counts = createStatementCache<ReturnType<typeof selectCount>>();
  return {
    list: async (filters, page) => {
      const bound = bindFilter(dialect, filters);
      const run = lists(`${bound.shape}${page ? "paged" : ""}`, () => select(bound, page !== undefined));
      return (await run({ ...bound.values, ...page })).map(toWorkPool);
    },
    count: async (filters) => {
      const bound = bindFilter(dialect, filters);
      const run = counts(bound.shape, () => selectCount(bound));
      return (await run(bound.values))[0]?.rows ?? 0;
    },
  };
}

function toWorkPool(row: Tables["workPools"]["$inferSelect"]): WorkPool {
  return { ...row, baseJobTemplate: row.baseJobTemplate ?? new Map() };
}

const conflicts = {
  taken: "A work pool with this name already exists.",
  missing: "A work pool refers to nothing.",
};
