import "server-only";
import { and, asc, count, eq, getTableColumns, or, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { expectNoConflict } from "@/db/stores/conflicts";
import { DomainError } from "@/lib/errors";
import type { Filters } from "@/lib/filters";
import type { WorkQueue } from "@/lib/work-queues/model";
import type { WorkQueueStore } from "@/lib/work-queues/store";

export function createWorkQueueStore(db: Database, dialect: Dialect): WorkQueueStore {
  const { workQueues } = dialect.tables;
  const columns = getTableColumns(workQueues);
  const read = prepareReads(db, dialect);
  const markPolled = db
    .update(workQueues)
    .set({ lastPolled: sql`${sql.placeholder("at")}` })
    .where(eq(workQueues.id, sql.placeholder("id")))
    .prepare();

  return {
    byId: async (id) => (await read.byId({ id }))[0],
    byIds: (ids) => read.byIds({ ids: dialect.toListParameter(ids) }),
    byName: async (poolId, name) => (await read.byName({ poolId, name }))[0],

    list: (filters, page) => {
      const query = db
        .select(columns)
        .from(workQueues)
        .where(toCondition(dialect, filters))
        .orderBy(asc(workQueues.name), asc(workQueues.id));
      const found = page ? query.limit(page.limit).offset(page.offset) : query;
      return dialect.prepare(db, columns, found)({});
    },

    count: async (filters) => {
      const rows = { rows: count().as("rows") };
      const query = db.select(rows).from(workQueues).where(toCondition(dialect, filters));
      return (await dialect.prepare(db, rows, query)({}))[0]?.rows ?? 0;
    },

    insert: async (queue) => {
      await expectNoConflict(dialect, () => db.insert(workQueues).values(queue), conflictsOf(queue));
    },

    update: async (queue) => {
      const { id, ...values } = queue;
      const update = () =>
        db.update(workQueues).set(values).where(eq(workQueues.id, id)).returning({ id: workQueues.id });
      const changed = await expectNoConflict(dialect, update, conflictsOf(queue));
      if (changed.length === 0) throw new DomainError("not_found", "work queue not found");
    },

    delete: async (id) => {
      const deleted = await db
        .delete(workQueues)
        .where(eq(workQueues.id, id))
        .returning({ id: workQueues.id });
      return deleted.length > 0;
    },

    markPolled: async (id, at) => {
      await markPolled.execute({ id, at });
    },
  };
}

function prepareReads(db: Database, dialect: Dialect) {
  const { workQueues } = dialect.tables;
  const columns = getTableColumns(workQueues);
  const select = (condition: SQL | undefined) =>
    dialect.prepare(db, columns, db.select(columns).from(workQueues).where(condition));
  return {
    byId: select(eq(workQueues.id, sql.placeholder("id"))),
    byIds: select(dialect.isAnyOf(workQueues.id, sql.placeholder("ids"))),
    byName: select(
      and(eq(workQueues.workPoolId, sql.placeholder("poolId")), eq(workQueues.name, sql.placeholder("name"))),
    ),
  };
}

function toCondition(dialect: Dialect, { workQueues: filter, workPools: pools }: Filters): SQL | undefined {
  const { workQueues } = dialect.tables;
  const combine = filter?.operator === "or" ? or : and;
  return and(
    pools?.ids && dialect.isAnyOf(workQueues.workPoolId, pools.ids),
    combine(
      filter?.ids && dialect.isAnyOf(workQueues.id, filter.ids),
      filter?.names && dialect.isAnyOf(workQueues.name, filter.names),
      filter?.nameStartsWith &&
        or(sql`1 = 0`, ...filter.nameStartsWith.map((start) => dialect.isLike(workQueues.name, `${start}%`))),
    ),
  );
}

function conflictsOf({ name }: WorkQueue): { taken: string; missing: string } {
  return {
    taken: `A work queue with the name "${name}" exists already in this work pool.`,
    missing: `The work pool of queue "${name}" does not exist.`,
  };
}
