import "server-only";
import { getTableColumns } from "drizzle-orm";
import type { Dialect, SelectedRow } from "@/db/dialect";
import { currentStateColumns, toCurrentState } from "@/db/stores/run-states";
import type { Tables } from "@/db/tables";
import type { JsonObject } from "@/lib/json";
import type { TaskRun } from "@/lib/task-runs/model";

/** A run with its current state. */
export function taskRunColumns({ tables }: Dialect) {
  return { ...getTableColumns(tables.taskRuns), ...currentStateColumns(tables.taskRunStates) };
}

const nothing: JsonObject = new Map();

/** Texts that were damaged read as empty: the rest of the run is still good to show. */
export function toTaskRun(row: SelectedRow<ReturnType<typeof taskRunColumns>>): TaskRun {
  const { stateId, stateType, stateName, stateTimestamp, stateMessage, stateData, stateDetails, ...rest } =
    row;
  return {
    ...rest,
    empiricalPolicy: row.empiricalPolicy ?? nothing,
    taskInputs: row.taskInputs ?? nothing,
    tags: row.tags ?? [],
    state: toCurrentState(row),
  };
}

export function toTaskRunRow({ state, ...run }: TaskRun): Tables["taskRuns"]["$inferSelect"] {
  return {
    ...run,
    stateId: state?.id ?? null,
    stateType: state?.type ?? null,
    stateName: state?.name ?? null,
  };
}
