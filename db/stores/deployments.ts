import "server-only";
import { and, asc, count, desc, eq, exists, getTableColumns, gt, gte, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { type BoundFilter, bindFilter } from "@/db/stores/bound-filter";
import { createBlockUses } from "@/db/stores/deployment-blocks";
import { toDeployment, toSchedule } from "@/db/stores/deployment-rows";
import { createDeploymentWrites } from "@/db/stores/deployment-writes";
import { toDeploymentsCondition } from "@/db/stores/noun-conditions";
import { createStatementCache } from "@/db/stores/statement-cache";
import type { DeploymentSort, DeploymentStore } from "@/lib/deployments/store";
import type { Filters } from "@/lib/filters";

export function createDeploymentStore(db: Database, dialect: Dialect): DeploymentStore {
  const read = prepareReads(db, dialect);

  return {
    byId: async (id) => (await read.byId({ id })).map(toDeployment)[0],
    byIds: async (ids) => (await read.byIds({ ids: dialect.toListParameter(ids) })).map(toDeployment),
    byName: async (flowId, name) => (await read.byName({ flowId, name })).map(toDeployment)[0],

    ...createLists(db, dialect),

    schedulesOf: async (ids) =>
      (await read.schedulesOf({ ids: dialect.toListParameter(ids) })).flatMap(toSchedule),

    scheduled: async ({ changedSince, after, limit }) =>
      (await read.scheduled({ changedSince: changedSince ?? 0, after: after ?? "", limit })).map(
        toDeployment,
      ),

    ...createDeploymentWrites(db, dialect),
    ...createBlockUses(db, dialect),
  };
}

function prepareReads(db: Database, dialect: Dialect) {
  const { deployments, deploymentSchedules: schedules } = dialect.tables;
  const columns = getTableColumns(deployments);
  const scheduleColumns = getTableColumns(schedules);
  const ids = sql.placeholder("ids");
  const select = () => db.select(columns).from(deployments);
  const prepare = (condition: SQL | undefined) => dialect.prepare(db, columns, select().where(condition));
  const hasActiveSchedule = exists(
    db
      .select({ id: schedules.id })
      .from(schedules)
      .where(and(eq(schedules.deploymentId, deployments.id), eq(schedules.isActive, true))),
  );
  const isScheduled = and(
    gte(deployments.updated, sql.placeholder("changedSince")),
    gt(deployments.id, sql.placeholder("after")),
    eq(deployments.isPaused, false),
    hasActiveSchedule,
  );
  const schedulesOf = db
    .select(scheduleColumns)
    .from(schedules)
    .where(dialect.isAnyOf(schedules.deploymentId, ids))
    .orderBy(asc(schedules.deploymentId), asc(schedules.position));
  return {
    byId: prepare(eq(deployments.id, sql.placeholder("id"))),
    byIds: prepare(dialect.isAnyOf(deployments.id, ids)),
    byName: prepare(
      and(eq(deployments.flowId, sql.placeholder("flowId")), eq(deployments.name, sql.placeholder("name"))),
    ),
    schedulesOf: dialect.prepare(db, scheduleColumns, schedulesOf),
    scheduled: dialect.prepare(
      db,
      columns,
      select().where(isScheduled).orderBy(asc(deployments.id)).limit(sql.placeholder("limit")),
    ),
  };
}

function createLists(db: Database, dialect: Dialect): Pick<DeploymentStore, "list" | "count"> {
  const { deployments } = dialect.tables;
  const columns = getTableColumns(deployments);
  const amount = { rows: count().as("rows") };
  const select = ({ symbols }: BoundFilter<Filters>, sort: DeploymentSort, isPaged: boolean) => {
    const found = db
      .select(columns)
      .from(deployments)
      .where(toDeploymentsCondition(dialect, symbols))
      .orderBy(...toOrder(dialect, sort));
    const page = { limit: sql.placeholder("limit"), offset: sql.placeholder("offset") };
    return dialect.prepare(db, columns, isPaged ? found.limit(page.limit).offset(page.offset) : found);
  };
  const selectCount = ({ symbols }: BoundFilter<Filters>) =>
    dialect.prepare(
      db,
      amount,
      db.select(amount).from(deployments).where(toDeploymentsCondition(dialect, symbols)),
    );
  const lists = createStatementCache<ReturnType<typeof select>>();
  const counts = createStatementCache<ReturnType<typeof selectCount>>();
  return {
    list: async (filters, sort, page) => {
      const bound = bindFilter(dialect, filters);
      const key = `${bound.shape}${sort}${page ? " paged" : ""}`;
      const run = lists(key, () => select(bound, sort, page !== undefined));
      return (await run({ ...bound.values, ...page })).map(toDeployment);
    },
    count: async (filters) => {
      const bound = bindFilter(dialect, filters);
      const run = counts(bound.shape, () => selectCount(bound));
      return (await run(bound.values))[0]?.rows ?? 0;
    },
  };
}

/** Every order ends with the id: pages must neither repeat nor skip a row. */
function toOrder(dialect: Dialect, sort: DeploymentSort): SQL[] {
  const { deployments } = dialect.tables;
  switch (sort) {
    case "created_desc":
      return [desc(deployments.created), desc(deployments.id)];
    case "updated_desc":
      return [desc(deployments.updated), desc(deployments.id)];
    case "name_asc":
      return [asc(deployments.name), asc(deployments.id)];
    case "name_desc":
      return [desc(deployments.name), desc(deployments.id)];
  }
}
