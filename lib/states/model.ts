// The states that flow runs and task runs go through, in Prefect's words.
import type { FlowRunId, StateId, TaskRunId } from "@/lib/ids";
import type { Json } from "@/lib/json";
import type { Micros } from "@/lib/time";

export const stateTypes = [
  "SCHEDULED",
  "PENDING",
  "RUNNING",
  "COMPLETED",
  "FAILED",
  "CANCELLED",
  "CRASHED",
  "PAUSED",
  "CANCELLING",
] as const;
export type StateType = (typeof stateTypes)[number];

/** What a state says beside its name. Times are microseconds, durations as clients sent them. */
export type StateDetails = {
  readonly flowRunId: FlowRunId | null;
  readonly taskRunId: TaskRunId | null;
  readonly childFlowRunId: FlowRunId | null;
  readonly scheduledTime: Micros | null;
  readonly cacheKey: string | null;
  readonly cacheExpiration: Micros | null;
  readonly untrackableResult: boolean;
  readonly pauseTimeout: Micros | null;
  readonly pauseReschedule: boolean;
  readonly pauseKey: string | null;
  readonly runInputKeyset: Readonly<Record<string, string>> | null;
  readonly refreshCache: boolean | null;
  readonly retriable: boolean | null;
  readonly transitionId: string | null;
  readonly taskParametersId: string | null;
};

export const noDetails: StateDetails = {
  flowRunId: null,
  taskRunId: null,
  childFlowRunId: null,
  scheduledTime: null,
  cacheKey: null,
  cacheExpiration: null,
  untrackableResult: false,
  pauseTimeout: null,
  pauseReschedule: false,
  pauseKey: null,
  runInputKeyset: null,
  refreshCache: null,
  retriable: null,
  transitionId: null,
  taskParametersId: null,
};

/** What a client proposes, before the server gives it an id and a time. */
export type ProposedState = {
  readonly type: StateType;
  /** Such as "Late" or "AwaitingRetry"; mostly the type in words. */
  readonly name: string;
  readonly message: string | null;
  /** Where the result is kept, as the client wrote it. */
  readonly data: Json;
  readonly details: StateDetails;
};

/** A state that a run is or was in. */
export type State = ProposedState & {
  readonly id: StateId;
  /** When the run entered it, by the server's clock. */
  readonly timestamp: Micros;
};

const terminal: ReadonlySet<StateType> = new Set(["COMPLETED", "FAILED", "CANCELLED", "CRASHED"]);

/** Whether a run ends with it. */
export function isTerminal(type: StateType): boolean {
  return terminal.has(type);
}
