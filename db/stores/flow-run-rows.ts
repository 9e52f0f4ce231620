import "server-only";
import { getTableColumns } from "drizzle-orm";
import type { Dialect, SelectedRow } from "@/db/dialect";
import { currentStateColumns, toCurrentState } from "@/db/stores/run-states";
import type { Tables } from "@/db/tables";
import type { FlowRun } from "@/lib/flow-runs/model";
import type { JsonObject } from "@/lib/json";

/** A run with its current state. */
export function flowRunColumns({ tables }: Dialect) {
  return { ...getTableColumns(tables.flowRuns), ...currentStateColumns(tables.flowRunStates) };
}

const nothing: JsonObject = new Map();

/** Texts that were damaged read as empty: the rest of the run is still good to show. */
export function toFlowRun(row: SelectedRow<ReturnType<typeof flowRunColumns>>): FlowRun {
  const { stateId, stateType, stateName, stateTimestamp, stateMessage, stateData, stateDetails, ...rest } =
    row;
  return {
    ...rest,
    parameters: row.parameters ?? nothing,
    context: row.context ?? nothing,
    empiricalPolicy: row.empiricalPolicy ?? nothing,
    tags: row.tags ?? [],
    state: toCurrentState(row),
  };
}

export function toFlowRunRow({ state, ...run }: FlowRun): Tables["flowRuns"]["$inferSelect"] {
  return {
    ...run,
    stateId: state?.id ?? null,
    stateType: state?.type ?? null,
    stateName: state?.name ?? null,
  };
}
