import "server-only";
import { and, asc, desc, eq, getTableColumns, gt, gte, lte, or, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import type { LogFilter, LogStore } from "@/lib/logs/store";

export function createLogStore(db: Database, dialect: Dialect): LogStore {
  const { logs } = dialect.tables;
  const columns = getTableColumns(logs);
  const follow = dialect.prepare(
    db,
    columns,
    db
      .select(columns)
      .from(logs)
      .where(
        and(eq(logs.flowRunId, sql.placeholder("flowRunId")), gt(logs.created, sql.placeholder("after"))),
      )
      .orderBy(asc(logs.created))
      .limit(sql.placeholder("limit")),
  );
  const insert = prepareInsert(db, dialect);

  return {
    // Measured: one row at a time costs least, for the indexes are most of the work.
    insertMany: async (lines) => {
      for (const line of lines) await insert.execute(line);
    },

    list: async (filter, sort, page) => {
      const inOrder = sort === "timestamp_asc" ? asc : desc;
      const query = db
        .select(columns)
        .from(logs)
        .where(toCondition(dialect, filter))
        // Lines of one instant stay in the order in which they came in.
        .orderBy(inOrder(logs.timestamp), inOrder(logs.created), inOrder(logs.id));
      const found = page ? query.limit(page.limit).offset(page.offset) : query;
      return dialect.prepare(db, columns, found)({});
    },

    follow: (flowRunId, after, limit) => follow({ flowRunId, after, limit }),
  };
}

function prepareInsert(db: Database, dialect: Dialect) {
  const { logs } = dialect.tables;
  return db
    .insert(logs)
    .values({
      id: sql.placeholder("id"),
      created: sql.placeholder("created"),
      name: sql.placeholder("name"),
      level: sql.placeholder("level"),
      message: sql.placeholder("message"),
      timestamp: sql.placeholder("timestamp"),
      flowRunId: sql.placeholder("flowRunId"),
      taskRunId: sql.placeholder("taskRunId"),
    })
    .prepare();
}

function toCondition(dialect: Dialect, filter: LogFilter): SQL | undefined {
  const { logs } = dialect.tables;
  const { flowRunIds, taskRunIds, minLevel, maxLevel, after, before } = filter;
  const combine = filter.operator === "or" ? or : and;
  return combine(
    flowRunIds && isAmong(dialect, logs.flowRunId, flowRunIds),
    taskRunIds && isAmong(dialect, logs.taskRunId, taskRunIds),
    and(
      minLevel === undefined ? undefined : gte(logs.level, minLevel),
      maxLevel === undefined ? undefined : lte(logs.level, maxLevel),
    ),
    and(
      after === undefined ? undefined : gte(logs.timestamp, after),
      before === undefined ? undefined : lte(logs.timestamp, before),
    ),
  );
}

/** Of a single run the index has the lines in order; of several they must be sorted. */
function isAmong(dialect: Dialect, column: Parameters<Dialect["isAnyOf"]>[0], ids: readonly string[]): SQL {
  const [only, ...others] = ids;
  return only !== undefined && others.length === 0 ? sql`${column} = ${only}` : dialect.isAnyOf(column, ids);
}
