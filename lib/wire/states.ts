import { z } from "zod";
import type { FlowRunId, TaskRunId } from "@/lib/ids";
import type { Json } from "@/lib/json";
import { noDetails, type ProposedState, type State, type StateDetails, stateTypes } from "@/lib/states/model";
import { type Micros, toWireTimestamp } from "@/lib/time";
import { flag, id, losslessMeta, text, wireId, wireTime } from "@/lib/wire/fields";
import { instant } from "@/lib/wire/instant";
import { toPlainBut } from "@/lib/wire/lossless";
import { toWireValue, type WithPrinted } from "@/lib/wire/print-wire";

const stateType = z.enum(stateTypes);

const detailsBody = z.object({
  flow_run_id: id<FlowRunId>().nullish(),
  task_run_id: id<TaskRunId>().nullish(),
  child_flow_run_id: id<FlowRunId>().nullish(),
  scheduled_time: instant().nullish().meta({ description: "When a scheduled run is due." }),
  cache_key: text().nullish().meta({ description: "Under which a completed task run is found again." }),
  cache_expiration: instant().nullish(),
  untrackable_result: flag().nullish(),
  pause_timeout: instant().nullish().meta({ description: "Until when a paused run may be resumed." }),
  pause_reschedule: flag()
    .nullish()
    .meta({ description: "Whether a paused run leaves its process and is scheduled anew when it resumes." }),
  pause_key: text().nullish().meta({ description: "A pause with this key happens once per run." }),
  run_input_keyset: z.record(z.string(), text()).nullish(),
  refresh_cache: flag().nullish(),
  retriable: flag().nullish().meta({ description: "`false`: the task run failed for good." }),
  transition_id: id()
    .nullish()
    .meta({ description: "Of this proposal: sent again, it does not take effect twice." }),
  task_parameters_id: id().nullish(),
});

const stateBody = z
  .strictObject({
    type: stateType,
    name: text().nullish().meta({ description: "The type in words unless given." }),
    message: text().nullish(),
    data: z.custom<Json>(() => true).optional(),
    state_details: detailsBody.optional(),
    timestamp: z.unknown().optional().meta({ description: "Ignored: the server's clock counts." }),
    id: z.unknown().optional().meta({ description: "Ignored: each state gets a new id." }),
  })
  .meta({ id: "StateProposal", examples: [{ type: "RUNNING" }] });

/** A state that a client proposes. Nothing of its data is lost. */
export const StateBody = z
  .preprocess((value) => toPlainBut(value, "data"), stateBody)
  .meta({ ...losslessMeta, describedBy: () => stateBody });

const detailsWire = z.object({
  flow_run_id: wireId().nullable(),
  task_run_id: wireId().nullable(),
  child_flow_run_id: wireId().nullable(),
  scheduled_time: wireTime().nullable(),
  cache_key: z.string().nullable(),
  cache_expiration: wireTime().nullable(),
  untrackable_result: z.boolean(),
  pause_timeout: wireTime().nullable(),
  pause_reschedule: z.boolean(),
  pause_key: z.string().nullable(),
  run_input_keyset: z.record(z.string(), z.string()).nullable(),
  refresh_cache: z.boolean().nullable(),
  retriable: z.boolean().nullable(),
  transition_id: wireId().nullable(),
  task_parameters_id: wireId().nullable(),
});

export const StateWire = z
  .object({
    id: wireId(),
    type: stateType,
    name: z.string(),
    timestamp: wireTime(),
    message: z.string().nullable(),
    data: z.unknown().meta({ description: "Where the result is kept, as the client wrote it." }),
    state_details: detailsWire,
  })
  .meta({ id: "State" });

export function fromStateBody(body: z.infer<typeof stateBody>, now: Micros): ProposedState {
  const details = fromDetails(body.state_details ?? {});
  const isUndated = body.type === "SCHEDULED" && details.scheduledTime === null;
  return {
    type: body.type,
    name: body.name ?? nameOf(body.type),
    message: body.message ?? null,
    data: body.data ?? null,
    details: isUndated ? { ...details, scheduledTime: now } : details,
  };
}

function nameOf(type: string): string {
  return type.charAt(0) + type.slice(1).toLowerCase();
}

function fromDetails(body: z.infer<typeof detailsBody>): StateDetails {
  return {
    ...fromPause(body),
    flowRunId: body.flow_run_id ?? null,
    taskRunId: body.task_run_id ?? null,
    childFlowRunId: body.child_flow_run_id ?? null,
    scheduledTime: body.scheduled_time ?? null,
    cacheKey: body.cache_key ?? null,
    cacheExpiration: body.cache_expiration ?? null,
    refreshCache: body.refresh_cache ?? null,
    retriable: body.retriable ?? null,
    transitionId: body.transition_id ?? null,
    taskParametersId: body.task_parameters_id ?? null,
  };
}

function fromPause(body: z.infer<typeof detailsBody>) {
  return {
    untrackableResult: body.untrackable_result ?? noDetails.untrackableResult,
    pauseTimeout: body.pause_timeout ?? null,
    pauseReschedule: body.pause_reschedule ?? noDetails.pauseReschedule,
    pauseKey: body.pause_key ?? null,
    runInputKeyset: body.run_input_keyset ?? null,
  };
}

export function toStateWire(state: State): WithPrinted<z.infer<typeof StateWire>, "data"> {
  return {
    id: state.id,
    type: state.type,
    name: state.name,
    timestamp: toWireTimestamp(state.timestamp),
    message: state.message,
    data: toWireValue(state.data),
    state_details: toDetailsWire(state.details),
  };
}

function toDetailsWire(details: StateDetails): z.infer<typeof detailsWire> {
  return {
    flow_run_id: details.flowRunId,
    task_run_id: details.taskRunId,
    child_flow_run_id: details.childFlowRunId,
    scheduled_time: toTime(details.scheduledTime),
    cache_key: details.cacheKey,
    cache_expiration: toTime(details.cacheExpiration),
    untrackable_result: details.untrackableResult,
    pause_timeout: toTime(details.pauseTimeout),
    pause_reschedule: details.pauseReschedule,
    pause_key: details.pauseKey,
    run_input_keyset: details.runInputKeyset && { ...details.runInputKeyset },
    refresh_cache: details.refreshCache,
    retriable: details.retriable,
    transition_id: details.transitionId,
    task_parameters_id: details.taskParametersId,
  };
}

function toTime(at: Micros | null): string | null {
  return at === null ? null : toWireTimestamp(at);
}
