import "server-only";
import { and, asc, count, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { type BoundFilter, bindFilter } from "@/db/stores/bound-filter";
import { flowRunColumns, toFlowRun } from "@/db/stores/flow-run-rows";
import { toFlowRunsCondition } from "@/db/stores/noun-conditions";
import { createStatementCache } from "@/db/stores/statement-cache";
import type { Filters } from "@/lib/filters";
import type { FlowRunSort, FlowRunStore } from "@/lib/flow-runs/store";

type Lists = Pick<FlowRunStore, "list" | "count" | "countByState">;

export function createFlowRunLists(db: Database, dialect: Dialect): Lists {
  const { flowRuns, flowRunStates } = dialect.tables;
  const columns = flowRunColumns(dialect);
  const amount = { rows: count().as("rows") };
  const byState = { type: flowRuns.stateType, ...amount };

  const selectRuns = ({ symbols }: BoundFilter<Filters>, sort: FlowRunSort, isPaged: boolean) => {
    const order = toOrder(dialect, sort);
    const condition = toFlowRunsCondition(dialect, symbols);
    const page = { limit: sql.placeholder("limit"), offset: sql.placeholder("offset") };
    // A sort carries what it selects: ids are found first, and only the rows of the page are read whole.
    const ids = db
      .select({ id: flowRuns.id })
      .from(flowRuns)
      .where(condition)
      .orderBy(...order);
    const ofPage = sql`${flowRuns.id} in ${ids.limit(page.limit).offset(page.offset)}`;
    const found = db
      .select(columns)
      .from(flowRuns)
      .leftJoin(flowRunStates, eq(flowRunStates.id, flowRuns.stateId))
      .where(isPaged ? ofPage : condition)
      .orderBy(...order);
    return dialect.prepare(db, columns, found);
  };
  const selectCount = ({ symbols }: BoundFilter<Filters>) =>
    dialect.prepare(
      db,
      amount,
      db.select(amount).from(flowRuns).where(toFlowRunsCondition(dialect, symbols)),
    );
  const selectByState = ({ symbols }: BoundFilter<Filters>) =>
    dialect.prepare(
      db,
      byState,
      db
        .select(byState)
        .from(flowRuns)
        .where(and(sql`${flowRuns.stateType} is not null`, toFlowRunsCondition(dialect, symbols)))
        .groupBy(flowRuns.stateType),
    );
  const lists = createStatementCache<ReturnType<typeof selectRuns>>();
  const counts = createStatementCache<ReturnType<typeof selectCount>>();
  const countsByState = createStatementCache<ReturnType<typeof selectByState>>();

  return {
    list: async (filters, sort, page) => {
      const bound = bindFilter(dialect, filters);
      const key = `${bound.shape}${sort}${page ? " paged" : ""}`;
      const run = lists(key, () => selectRuns(bound, sort, page !== undefined));
      return (await run({ ...bound.values, ...page })).map(toFlowRun);
    },
    count: async (filters) => {
      const bound = bindFilter(dialect, filters);
      const run = counts(bound.shape, () => selectCount(bound));
      return (await run(bound.values))[0]?.rows ?? 0;
    },
    countByState: async (filters) => {
      const bound = bindFilter(dialect, filters);
      const run = countsByState(bound.shape, () => selectByState(bound));
      const rows = await run(bound.values);
      return new Map(rows.flatMap(({ type, rows }) => (type === null ? [] : [[type, rows] as const])));
    },
  };
}

/** Every order ends with the id: pages must neither repeat nor skip a row. */
function toOrder(dialect: Dialect, sort: FlowRunSort): SQL[] {
  const { flowRuns: run } = dialect.tables;
  const start = sql`coalesce(${run.startTime}, ${run.expectedStartTime})`;
  switch (sort) {
    case "id_desc":
      return [desc(run.id)];
    case "start_time_asc":
      return [asc(start), asc(run.id)];
    case "start_time_desc":
      return [desc(start), desc(run.id)];
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
