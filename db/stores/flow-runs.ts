import "server-only";
import { and, asc, desc, eq, getTableColumns, inArray, lte, not, type SQL, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { hasLostBlock } from "@/db/stores/deployment-blocks";
import { createFlowRunLists } from "@/db/stores/flow-run-lists";
import { flowRunColumns, toFlowRun } from "@/db/stores/flow-run-rows";
import { createFlowRunWrites } from "@/db/stores/flow-run-writes";
import { toState } from "@/db/stores/run-states";
import type { FlowRunStore } from "@/lib/flow-runs/store";

export function createFlowRunStore(db: Database, dialect: Dialect): FlowRunStore {
  const read = prepareReads(db, dialect);

  return {
    byId: async (id) => (await read.byId({ id })).map(toFlowRun)[0],
    byIds: async (ids) => (await read.byIds({ ids: dialect.toListParameter(ids) })).map(toFlowRun),
    byIdempotencyKey: async (flowId, key) => (await read.byKey({ flowId, key })).map(toFlowRun)[0],
    ...createFlowRunLists(db, dialect),

    due: async ({ queueIds, before, limit }) => {
      const [queueId] = queueIds;
      const rows =
        queueIds.length === 1
          ? await read.dueOfQueue({ queueId, before, limit })
          : await read.due({ queueIds: dialect.toListParameter(queueIds), before, limit });
      return rows.map(toFlowRun);
    },
    latestOf: async (deploymentIds, perDeployment) => {
      const ids = dialect.toListParameter(deploymentIds);
      return (await read.latest({ ids, perDeployment })).map(toFlowRun);
    },
    overdue: async (before, limit) => (await read.overdue({ before, limit })).map(toFlowRun),
    waitingWithoutBlock: async (limit) => (await read.withoutBlock({ limit })).map(toFlowRun),
    statesOf: async (id) => (await read.states({ id })).map(toState),
    stateById: async (id) => (await read.state({ id })).map(toState)[0],

    ...createFlowRunWrites(db, dialect),
  };
}

function prepareReads(db: Database, dialect: Dialect) {
  const { deployments, flowRuns, flowRunStates } = dialect.tables;
  const columns = flowRunColumns(dialect);
  const stateColumns = getTableColumns(flowRunStates);
  const select = () =>
    db.select(columns).from(flowRuns).leftJoin(flowRunStates, eq(flowRunStates.id, flowRuns.stateId));
  const selectStates = () => db.select(stateColumns).from(flowRunStates);
  const prepare = (condition: SQL | undefined) => dialect.prepare(db, columns, select().where(condition));
  const first = (condition: SQL | undefined) =>
    dialect.prepare(
      db,
      columns,
      select()
        .where(condition)
        .orderBy(asc(flowRuns.nextScheduledStartTime), asc(flowRuns.id))
        .limit(sql.placeholder("limit")),
    );
  const isDue = and(
    eq(flowRuns.stateType, "SCHEDULED"),
    lte(flowRuns.nextScheduledStartTime, sql.placeholder("before")),
  );
  // The column holds compact JSON, so that the text is this key with this value.
  const waitsInProcess = dialect.contains(flowRuns.empiricalPolicy, '"retry_type":"in_process"');
  const isForAgents = and(isDue, not(waitsInProcess));
  const orphans = db.select({ id: deployments.id }).from(deployments).where(hasLostBlock(dialect));
  const isOfOrphan = inArray(flowRuns.deploymentId, orphans);
  const withoutBlock = select()
    .where(and(eq(flowRuns.stateType, "SCHEDULED"), isOfOrphan, not(waitsInProcess)))
    .limit(sql.placeholder("limit"));
  return {
    byId: prepare(eq(flowRuns.id, sql.placeholder("id"))),
    byIds: prepare(dialect.isAnyOf(flowRuns.id, sql.placeholder("ids"))),
    byKey: prepare(
      and(
        eq(flowRuns.flowId, sql.placeholder("flowId")),
        eq(flowRuns.idempotencyKey, sql.placeholder("key")),
      ),
    ),
    /** With one queue the index gives the order, and no more rows are read than are answered. */
    dueOfQueue: first(and(eq(flowRuns.workQueueId, sql.placeholder("queueId")), isForAgents)),
    due: first(and(dialect.isAnyOf(flowRuns.workQueueId, sql.placeholder("queueIds")), isForAgents)),
    overdue: first(and(isDue, eq(flowRuns.stateName, "Scheduled"))),
    withoutBlock: dialect.prepare(db, columns, withoutBlock),
    latest: prepareLatest(db, dialect),
    state: dialect.prepare(
      db,
      stateColumns,
      selectStates().where(eq(flowRunStates.id, sql.placeholder("id"))),
    ),
    states: dialect.prepare(
      db,
      stateColumns,
      selectStates()
        .where(eq(flowRunStates.flowRunId, sql.placeholder("id")))
        .orderBy(asc(flowRunStates.timestamp), asc(flowRunStates.id)),
    ),
  };
}

/** For each deployment the index is read from its newest run on, until there are enough. */
function prepareLatest(db: Database, dialect: Dialect) {
  const { deployments, flowRuns, flowRunStates } = dialect.tables;
  const columns = flowRunColumns(dialect);
  const recent = sql`(
    select recent.id from ${flowRuns} as recent
    where recent.deployment_id = ${deployments.id}
      and (recent.state_type is null or recent.state_type <> 'SCHEDULED' or recent.state_name <> 'Scheduled')
    order by recent.expected_start_time desc, recent.id desc
    limit ${sql.placeholder("perDeployment")}
  )`;
  const query = db
    .select(columns)
    .from(deployments)
    .crossJoin(flowRuns)
    .leftJoin(flowRunStates, eq(flowRunStates.id, flowRuns.stateId))
    .where(and(dialect.isAnyOf(deployments.id, sql.placeholder("ids")), sql`${flowRuns.id} in ${recent}`))
    .orderBy(asc(deployments.id), desc(flowRuns.expectedStartTime), desc(flowRuns.id));
  return dialect.prepare(db, columns, query);
}
