import { z } from "zod";
import type { Progress } from "@/lib/states/enter-state";
import { isTerminal, stateTypes } from "@/lib/states/model";
import { type Micros, toWireTimestamp } from "@/lib/time";
import { wireId, wireTime } from "@/lib/wire/fields";

const seconds = (description: string) => z.number().meta({ description });

/** Where a run is, beside its state. */
export const progressWire = {
  state_id: wireId().nullable(),
  state_type: z.enum(stateTypes).nullable(),
  state_name: z.string().nullable(),
  run_count: z.int().meta({ description: "How often it began to run." }),
  expected_start_time: wireTime().nullable(),
  next_scheduled_start_time: wireTime().nullable().meta({ description: "While it is scheduled." }),
  start_time: wireTime().nullable(),
  end_time: wireTime().nullable(),
  total_run_time: seconds("Seconds spent running, without those of a state it is still in."),
  estimated_run_time: seconds("Seconds spent running up to now."),
  estimated_start_time_delta: seconds("How many seconds late it began, or is late by now."),
};

const progressObject = z.object(progressWire);

/** Seconds go by while a run runs or is late, so they depend on the time of the answer. */
export function toProgressWire(progress: Progress, now: Micros): z.infer<typeof progressObject> {
  const { state } = progress;
  const runningMicros = state?.type === "RUNNING" ? Math.max(0, now - state.timestamp) : 0;
  return {
    state_id: state?.id ?? null,
    state_type: state?.type ?? null,
    state_name: state?.name ?? null,
    run_count: progress.runCount,
    expected_start_time: toTime(progress.expectedStartTime),
    next_scheduled_start_time: toTime(progress.nextScheduledStartTime),
    start_time: toTime(progress.startTime),
    end_time: toTime(progress.endTime),
    total_run_time: toSeconds(progress.totalRunMicros),
    estimated_run_time: toSeconds(progress.totalRunMicros + runningMicros),
    estimated_start_time_delta: toSeconds(lateMicros(progress, now)),
  };
}

function lateMicros({ state, startTime, expectedStartTime }: Progress, now: Micros): number {
  if (expectedStartTime === null) return 0;
  if (startTime !== null) return Math.max(0, startTime - expectedStartTime);
  return state && isTerminal(state.type) ? 0 : Math.max(0, now - expectedStartTime);
}

function toSeconds(micros: number): number {
  return micros / 1_000_000;
}

export function toTime(at: Micros | null): string | null {
  return at === null ? null : toWireTimestamp(at);
}
