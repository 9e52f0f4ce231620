import "server-only";
import { and, asc, count, desc, eq, getTableColumns, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { type BoundFilter, bindFilter } from "@/db/stores/bound-filter";
import { toTaskRunsCondition } from "@/db/stores/noun-conditions";
import { toState } from "@/db/stores/run-states";
import { createStatementCache } from "@/db/stores/statement-cache";
import { taskRunColumns, toTaskRun } from "@/db/stores/task-run-rows";
import { createTaskRunWrites } from "@/db/stores/task-run-writes";
import type { Filters } from "@/lib/filters";
import type { TaskRunSort, TaskRunStore } from "@/lib/task-runs/store";

export function createTaskRunStore(db: Database, dialect: Dialect): TaskRunStore {
  const read = prepareReads(db, dialect);

  return {
    byId: async (id) => (await read.byId({ id })).map(toTaskRun)[0],
    byKeys: async (flowRunId, taskKey, dynamicKey) => {
      const rows =
        flowRunId === null
          ? await read.byKeysAlone({ taskKey, dynamicKey })
          : await read.byKeys({ flowRunId, taskKey, dynamicKey });
      return rows.map(toTaskRun)[0];
    },
    ...createTaskRunLists(db, dialect),
    statesOf: async (id) => (await read.states({ id })).map(toState),
    stateById: async (id) => (await read.state({ id })).map(toState)[0],
    cached: async (cacheKey, now) => (await read.cached({ cacheKey, now })).map(toState)[0],
    ...createTaskRunWrites(db, dialect),
  };
}

function prepareReads(db: Database, dialect: Dialect) {
  const { taskRuns, taskRunStates: states } = dialect.tables;
  const columns = taskRunColumns(dialect);
  const stateColumns = getTableColumns(states);
  const prepare = (condition: SQL | undefined) => {
    const query = db.select(columns).from(taskRuns).leftJoin(states, eq(states.id, taskRuns.stateId));
    return dialect.prepare(db, columns, query.where(condition));
  };
  const keys = [
    eq(taskRuns.taskKey, sql.placeholder("taskKey")),
    eq(taskRuns.dynamicKey, sql.placeholder("dynamicKey")),
  ];
  const selectStates = () => db.select(stateColumns).from(states);
  const cached = and(
    eq(states.cacheKey, sql.placeholder("cacheKey")),
    or(isNull(states.cacheExpiration), gt(states.cacheExpiration, sql.placeholder("now"))),
  );
  return {
    byId: prepare(eq(taskRuns.id, sql.placeholder("id"))),
    byKeys: prepare(and(eq(taskRuns.flowRunId, sql.placeholder("flowRunId")), ...keys)),
    byKeysAlone: prepare(and(isNull(taskRuns.flowRunId), ...keys)),
    state: dialect.prepare(db, stateColumns, selectStates().where(eq(states.id, sql.placeholder("id")))),
    states: dialect.prepare(
      db,
      stateColumns,
      selectStates()
        .where(eq(states.taskRunId, sql.placeholder("id")))
        .orderBy(asc(states.timestamp), asc(states.id)),
    ),
    cached: dialect.prepare(
      db,
      stateColumns,
      selectStates().where(cached).orderBy(desc(states.timestamp), desc(states.id)).limit(1),
    ),
  };
}

function createTaskRunLists(db: Database, dialect: Dialect): Pick<TaskRunStore, "list" | "count"> {
  const { taskRuns, taskRunStates } = dialect.tables;
  const columns = taskRunColumns(dialect);
  const amount = { rows: count().as("rows") };

  const selectRuns = ({ symbols }: BoundFilter<Filters>, sort: TaskRunSort, isPaged: boolean) => {
    const order = toOrder(dialect, sort);
    const condition = toTaskRunsCondition(dialect, symbols);
    const page = { limit: sql.placeholder("limit"), offset: sql.placeholder("offset") };
    // A sort carries what it selects: ids are found first, and only the rows of the page are read whole.
    const ids = db
      .select({ id: taskRuns.id })
      .from(taskRuns)
      .where(condition)
      .orderBy(...order);
    const ofPage = sql`${taskRuns.id} in ${ids.limit(page.limit).offset(page.offset)}`;
    const found = db
      .select(columns)
      .from(taskRuns)
      .leftJoin(taskRunStates, eq(taskRunStates.id, taskRuns.stateId))
      .where(isPaged ? ofPage : condition)
      .orderBy(...order);
    return dialect.prepare(db, columns, found);
  };
  const selectCount = ({ symbols }: BoundFilter<Filters>) =>
    dialect.prepare(
      db,
      amount,
      db.select(amount).from(taskRuns).where(toTaskRunsCondition(dialect, symbols)),
    );
  const lists = createStatementCache<ReturnType<typeof selectRuns>>();
  const counts = createStatementCache<ReturnType<typeof selectCount>>();

  return {
    list: async (filters, sort, page) => {
      const bound = bindFilter(dialect, filters);
      const key = `${bound.shape}${sort}${page ? " paged" : ""}`;
      const run = lists(key, () => selectRuns(bound, sort, page !== undefined));
      return (await run({ ...bound.values, ...page })).map(toTaskRun);
    },
    count: async (filters) => {
      const bound = bindFilter(dialect, filters);
      const run = counts(bound.shape, () => selectCount(bound));
      return (await run(bound.values))[0]?.rows ?? 0;
    },
  };
}

/** Every order ends with the id: pages must neither repeat nor skip a row. */
function toOrder(dialect: Dialect, sort: TaskRunSort): SQL[] {
  const { taskRuns: run } = dialect.tables;
  switch (sort) {
    case "id_desc":
      return [desc(run.id)];
    case "expected_start_time_asc":
      return [asc(run.expectedStartTime), asc(run.id)];
    case "expected_start_time_desc":
      return [desc(run.expectedStartTime), desc(run.id)];
    case "name_asc":
      return [asc(run.name), asc(run.id)];
    case "name_desc":
      return [desc(run.name), desc(run.id)];
    case "next_scheduled_start_time_asc":
      return [asc(run.nextScheduledStartTime), asc(run.id)];
    case "end_time_desc":
      return [desc(run.endTime), desc(run.id)];
  }
}
