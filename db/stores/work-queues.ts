import "server-only";
import { and, asc, count, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { type BoundFilter, bindFilter } from "@/db/stores/bound-filter";
import { expectNoConflict } from "@/db/stores/conflicts";
import { toWorkQueuesCondition } from "@/db/stores/noun-conditions";
import { createStatementCache } from "@/db/stores/statement-cache";
import { DomainError } from "@/lib/errors";
import type { Filters } from "@/lib/filters";
import type { WorkQueueStore } from "@/lib/work-queues/store";

export function createWorkQueueStore(db: Database, dialect: Dialect): WorkQueueStore {
  const { workQueues } = dialect.tables;
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

    ...createLists(db, dialect),

    insert: async (queue) => {
      await expectNoConflict(dialect, () => db.insert(workQueues).values(queue), conflicts);
    },

    update: async (queue) => {
      const { id, ...values } = queue;
      const update = () =>
        db.update(workQueues).set(values).where(eq(workQueues.id, id)).returning({ id: workQueues.id });
      const changed = await expectNoConflict(dialect, update, conflicts);
      if (changed.length === 0) throw new DomainError("not_found", "work queue not found");
    },

    delete: async (id) => {
      const deleted = await db
        .delete(workQueues)
        .where(eq(workQueues.id, id))
        .returning({ id: workQueues.id });
      return deleted.length > 0;
    },

    loads: createLoads(db, dialect),

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

function createLoads(db: Database, dialect: Dialect): WorkQueueStore["loads"] {
  const { stateName, stateType, workQueueId } = dialect.tables.flowRuns;
  const countIf = (condition: SQL) => sql<number>`sum(case when ${condition} then 1 else 0 end)`;
  const selection = {
    queueId: workQueueId,
    waiting: countIf(sql`${stateType} = 'SCHEDULED'`).as("waiting"),
    late: countIf(sql`${stateType} = 'SCHEDULED' and ${stateName} = 'Late'`).as("late"),
    underWay: countIf(sql`${stateType} <> 'SCHEDULED'`).as("under_way"),
  };
  const select = dialect.prepare(
    db,
    selection,
    db
      .select(selection)
      .from(dialect.tables.flowRuns)
      .where(
        and(
          dialect.isAnyOf(workQueueId, sql.placeholder("ids")),
          dialect.isAnyOf(stateType, ["SCHEDULED", "PENDING", "RUNNING", "CANCELLING"]),
        ),
      )
      .groupBy(workQueueId),
  );
  return async (ids) => {
    const rows = await select({ ids: dialect.toListParameter(ids) });
    return new Map(rows.flatMap(({ queueId, ...load }) => (queueId === null ? [] : [[queueId, load]])));
  };
}

function createLists(db: Database, dialect: Dialect): Pick<WorkQueueStore, "list" | "count"> {
  const { workQueues } = dialect.tables;
  const columns = getTableColumns(workQueues);
  const amount = { rows: count().as("rows") };
  const select = ({ symbols }: BoundFilter<Filters>, isPaged: boolean) => {
    const found = db
      .select(columns)
      .from(workQueues)
      .where(toWorkQueuesCondition(dialect, symbols))
      .orderBy(asc(workQueues.name), asc(workQueues.id));
    const page = { limit: sql.placeholder("limit"), offset: sql.placeholder("offset") };
    return dialect.prepare(db, columns, isPaged ? found.limit(page.limit).offset(page.offset) : found);
  };
  const selectCount = ({ symbols }: BoundFilter<Filters>) =>
    dialect.prepare(
      db,
      amount,
      db.select(amount).from(workQueues).where(toWorkQueuesCondition(dialect, symbols)),
    );
  const lists = createStatementCache<ReturnType<typeof select>>();
  const counts = createStatementCache<ReturnType<typeof selectCount>>();
  return {
    list: async (filters, page) => {
      const bound = bindFilter(dialect, filters);
      const run = lists(`${bound.shape}${page ? "paged" : ""}`, () => select(bound, page !== undefined));
      return run({ ...bound.values, ...page });
    },
    count: async (filters) => {
      const bound = bindFilter(dialect, filters);
      const run = counts(bound.shape, () => selectCount(bound));
      return (await run(bound.values))[0]?.rows ?? 0;
    },
  };
}

const conflicts = {
  taken: "A work queue with this name already exists.",
  missing: "The work pool of the queue does not exist.",
};
