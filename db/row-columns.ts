import type { Columns } from "@/db/columns/sqlite";
import type { StateId } from "@/lib/ids";
import type { Json } from "@/lib/json";
import type { StateDetails, StateType } from "@/lib/states/model";

/** What every row has. */
export function rowColumns<Id extends string>(c: Columns) {
  return {
    id: c.id<Id>("id").primaryKey(),
    created: c.instant("created").notNull(),
    updated: c.instant("updated").notNull(),
  };
}

/** Where a run is; type and name of its state are kept beside it for filters. */
export function progressColumns(c: Columns) {
  return {
    /** No foreign key: run and state refer to each other. */
    stateId: c.id<StateId>("state_id"),
    stateType: c.text("state_type").$type<StateType>(),
    stateName: c.text("state_name"),
    runCount: c.integer("run_count").notNull(),
    expectedStartTime: c.instant("expected_start_time"),
    nextScheduledStartTime: c.instant("next_scheduled_start_time"),
    startTime: c.instant("start_time"),
    endTime: c.instant("end_time"),
    totalRunMicros: c.integer("total_run_micros").notNull(),
  };
}

/** A state that a run is or was in. */
export function stateColumns(c: Columns) {
  return {
    id: c.id<StateId>("id").primaryKey(),
    type: c.text("type").$type<StateType>().notNull(),
    name: c.text("name").notNull(),
    timestamp: c.instant("timestamp").notNull(),
    message: c.text("message"),
    data: c.lossless<Json>("data"),
    details: c.json<StateDetails>("details").notNull(),
  };
}
