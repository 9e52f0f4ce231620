import "server-only";
import { eq, getTableColumns, sql } from "drizzle-orm";
import type { Database, Dialect } from "@/db/dialect";
import { bindColumns } from "@/db/stores/bound-columns";
import { expectNoConflict } from "@/db/stores/conflicts";
import { toTaskRunRow } from "@/db/stores/task-run-rows";
import { DomainError } from "@/lib/errors";
import type { TaskRunId } from "@/lib/ids";
import type { State } from "@/lib/states/model";
import type { TaskRun } from "@/lib/task-runs/model";
import type { TaskRunStore } from "@/lib/task-runs/store";

type Writes = Pick<TaskRunStore, "insert" | "update" | "enterState" | "delete" | "keepInCache">;

const conflicts = {
  taken: "A task run of this flow run with these keys exists already.",
  missing: "The flow run of this task run does not exist.",
};

export function createTaskRunWrites(db: Database, dialect: Dialect): Writes {
  const { taskRunStates } = dialect.tables;
  const statements = prepareWrites(db, dialect);

  const insertState = async (taskRunId: TaskRunId, state: State | null): Promise<void> => {
    if (!state) return;
    await statements.insertState.execute({ ...state, taskRunId, cacheKey: null, cacheExpiration: null });
  };
  const update = async (run: TaskRun): Promise<void> => {
    const write = () => statements.update.execute(toTaskRunRow(run));
    const changed = await expectNoConflict(dialect, write, conflicts);
    if (changed.length === 0) throw new DomainError("not_found", "Task run not found");
  };

  return {
    insert: async (run) => {
      await expectNoConflict(dialect, () => statements.insert.execute(toTaskRunRow(run)), conflicts);
      await insertState(run.id, run.state);
    },

    update,

    enterState: async (run) => {
      await update(run);
      await insertState(run.id, run.state);
    },

    delete: async (id) => (await statements.delete.execute({ id })).length > 0,

    keepInCache: async (state, cacheKey) => {
      const { cacheExpiration } = state.details;
      await db.update(taskRunStates).set({ cacheKey, cacheExpiration }).where(eq(taskRunStates.id, state.id));
    },
  };
}

function prepareWrites(db: Database, dialect: Dialect) {
  const { taskRuns, taskRunStates } = dialect.tables;
  const id = sql.placeholder("id");
  const values = { ...bindColumns(getTableColumns(taskRuns)), id };
  const { id: _, ...changes } = values;
  const written = { id: taskRuns.id };
  return {
    insert: db.insert(taskRuns).values(values).prepare(),
    update: db.update(taskRuns).set(changes).where(eq(taskRuns.id, id)).returning(written).prepare(),
    insertState: db
      .insert(taskRunStates)
      .values(bindColumns(getTableColumns(taskRunStates)))
      .prepare(),
    delete: db.delete(taskRuns).where(eq(taskRuns.id, id)).returning(written).prepare(),
  };
}
