import "server-only";
import { and, eq, getTableColumns, or, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { bindColumns } from "@/db/stores/bound-columns";
import { expectNoConflict } from "@/db/stores/conflicts";
import { toFlowRunRow } from "@/db/stores/flow-run-rows";
import { DomainError } from "@/lib/errors";
import type { FlowRun } from "@/lib/flow-runs/model";
import type { FlowRunStore } from "@/lib/flow-runs/store";
import type { FlowRunId } from "@/lib/ids";
import type { State } from "@/lib/states/model";

type Writes = Pick<
  FlowRunStore,
  "insert" | "insertMissing" | "update" | "enterState" | "delete" | "deleteAutoScheduled"
>;

const missing = "The flow, the deployment, the work queue or the block of this flow run does not exist.";

export function createFlowRunWrites(db: Database, dialect: Dialect): Writes {
  const { flowRuns } = dialect.tables;
  const statements = prepareWrites(db, dialect);

  const insertState = async (flowRunId: FlowRunId, state: State | null): Promise<void> => {
    if (state) await statements.insertState.execute({ ...state, flowRunId });
  };
  const update = async (run: FlowRun): Promise<void> => {
    const write = () => statements.update.execute(toFlowRunRow(run));
    const changed = await expectNoConflict(dialect, write, conflictsOf(run));
    if (changed.length === 0) throw new DomainError("not_found", "Flow run not found");
  };

  return {
    insert: async (run) => {
      const write = () => statements.insert.execute(toFlowRunRow(run));
      await expectNoConflict(dialect, write, conflictsOf(run));
      await insertState(run.id, run.state);
    },

    insertMissing: async (runs) => {
      let inserted = 0;
      for (const run of runs) {
        const write = () => statements.insertMissing.execute(toFlowRunRow(run));
        const written = await expectNoConflict(dialect, write, conflictsOf(run));
        if (written.length === 0) continue;
        await insertState(run.id, run.state);
        inserted += 1;
      }
      return inserted;
    },

    update,

    enterState: async (run) => {
      await update(run);
      await insertState(run.id, run.state);
    },

    delete: async (id) => {
      // Lines of logs have no foreign key to their run.
      await statements.deleteLogs.execute({ id });
      return (await statements.delete.execute({ id })).length > 0;
    },

    deleteAutoScheduled: async (deploymentIds) => {
      const isUntouched = and(
        dialect.isAnyOf(flowRuns.deploymentId, deploymentIds),
        eq(flowRuns.stateType, "SCHEDULED"),
        eq(flowRuns.isAutoScheduled, true),
        eq(flowRuns.runCount, 0),
      );
      const deleted = await db.delete(flowRuns).where(isUntouched).returning({ id: flowRuns.id });
      return deleted.length;
    },
  };
}

function prepareWrites(db: Database, dialect: Dialect) {
  const { flowRuns, flowRunStates, taskRuns, logs } = dialect.tables;
  const id = sql.placeholder("id");
  const values = { ...bindColumns(getTableColumns(flowRuns)), id };
  const { id: _, ...changes } = values;
  const written = { id: flowRuns.id };
  const ownTaskRuns = sql`(select ${taskRuns.id} from ${taskRuns} where ${eq(taskRuns.flowRunId, id)})`;
  return {
    insert: db.insert(flowRuns).values(values).prepare(),
    insertMissing: db
      .insert(flowRuns)
      .values(values)
      .onConflictDoNothing({ target: [flowRuns.flowId, flowRuns.idempotencyKey] })
      .returning(written)
      .prepare(),
    update: db.update(flowRuns).set(changes).where(eq(flowRuns.id, id)).returning(written).prepare(),
    insertState: db
      .insert(flowRunStates)
      .values(bindColumns(getTableColumns(flowRunStates)))
      .prepare(),
    deleteLogs: db
      .delete(logs)
      .where(or(eq(logs.flowRunId, id), sql`${logs.taskRunId} in ${ownTaskRuns}`))
      .prepare(),
    delete: db.delete(flowRuns).where(eq(flowRuns.id, id)).returning(written).prepare(),
  };
}

function conflictsOf(run: FlowRun): { taken: string; missing: string } {
  const key = run.idempotencyKey;
  const taken =
    key === null
      ? `A flow run with the id ${run.id} exists already.`
      : `A run of this flow with the idempotency key "${key}" exists already.`;
  return { taken, missing };
}
