import "server-only";
import { getTableColumns } from "drizzle-orm";
import type { Tables } from "@/db/tables";
import { noDetails, type State } from "@/lib/states/model";

type FlowRunStateRow = Tables["flowRunStates"]["$inferSelect"];
type StateRow = Omit<FlowRunStateRow, "flowRunId">;

/** What runs read of their current state; its type and name stand on the run too. */
export function currentStateColumns(states: Tables["flowRunStates"] | Tables["taskRunStates"]) {
  const { timestamp, message, data, details } = getTableColumns(states);
  return {
    stateTimestamp: timestamp,
    stateMessage: message,
    stateData: data,
    stateDetails: details,
  };
}

type RunRow = Pick<Tables["flowRuns"]["$inferSelect"], "stateId" | "stateType" | "stateName"> & {
  /** Null without a state. */
  readonly stateTimestamp: StateRow["timestamp"] | null;
  readonly stateMessage: StateRow["message"];
  readonly stateData: StateRow["data"];
  readonly stateDetails: StateRow["details"];
};

/** The state that a run is in. */
export function toCurrentState(row: RunRow): State | null {
  const { stateId, stateType, stateTimestamp } = row;
  if (stateId === null || stateType === null || stateTimestamp === null) return null;
  return toState({
    id: stateId,
    type: stateType,
    name: row.stateName ?? "",
    timestamp: stateTimestamp,
    message: row.stateMessage,
    data: row.stateData,
    details: row.stateDetails,
  });
}

export function toState({ id, type, name, timestamp, message, data, details }: StateRow): State {
  // Details that were written before a key existed, or were damaged, still make a state.
  return { id, type, name, timestamp, message, data, details: { ...noDetails, ...details } };
}
