// The empirical policy of a run is the client's JSON. These are the parts of it that rules read and write.
import { isJsonArray, isJsonNumber, isJsonObject, type Json, type JsonObject } from "@/lib/json";

export type RetryPolicy = {
  /** How often a run that failed begins again. */
  readonly retries: number;
  /** Seconds before each retry; the last one serves all later ones. Empty: at once. */
  readonly delays: readonly number[];
  /** How far a delay may vary, as a part of it. */
  readonly jitterFactor: number;
};

/** Older clients wrote `max_retries` and `retry_delay_seconds`: they count where the newer words say nothing. */
export function readRetryPolicy(policy: JsonObject): RetryPolicy {
  const delays = readDelays(policy.get("retry_delay"));
  const hasDelay = delays.some((seconds) => seconds > 0);
  return {
    retries: readNumber(policy.get("retries")) || readNumber(policy.get("max_retries")),
    delays: hasDelay ? delays : readDelays(policy.get("retry_delay_seconds")),
    jitterFactor: Math.max(0, readNumber(policy.get("retry_jitter_factor"))),
  };
}

function readNumber(value: Json | undefined): number {
  const number = isJsonNumber(value) ? Number(value.number) : 0;
  return Number.isFinite(number) ? number : 0;
}

function readDelays(value: Json | undefined): readonly number[] {
  const values = isJsonArray(value) ? value : [value];
  return values.map(readNumber);
}

/** Whether the run goes on after a pause, so that its next start is no new attempt. */
export function isResuming(policy: JsonObject): boolean {
  return policy.get("resuming") === true;
}

export function withResuming(policy: JsonObject, resuming: boolean): JsonObject {
  return new Map(policy).set("resuming", resuming);
}

/** The pauses that happened already: each key pauses once. */
export function hasPaused(policy: JsonObject, key: string): boolean {
  const keys = policy.get("pause_keys");
  return isJsonArray(keys) && keys.includes(key);
}

export function withPause(policy: JsonObject, key: string): JsonObject {
  const keys = policy.get("pause_keys");
  return new Map(policy).set("pause_keys", [...(isJsonArray(keys) ? keys : []), key]);
}

/** Who begins the next attempt: the process that runs, or an agent. */
export type RetryType = "in_process" | "reschedule" | null;

/** A new attempt knows nothing of the pauses of the one before. */
export function forNextAttempt(policy: JsonObject, retryType: RetryType): JsonObject {
  return new Map(policy).set("resuming", false).set("pause_keys", []).set("retry_type", retryType);
}

/** Whether a state has a result that can be read again later. */
export function isKept(data: Json): boolean {
  if (isJsonObject(data)) return data.size > 0 && data.get("type") !== "unpersisted";
  return data !== null && data !== false && data !== "";
}
