import { type JsonObject, toJson } from "@/lib/json";
import type {
  FlowRunFacts,
  FlowRunSituation,
  TaskRunFacts,
  TaskRunSituation,
} from "@/lib/orchestration/situations";
import { noDetails, type ProposedState, type State, type StateDetails } from "@/lib/states/model";
import { anId } from "@/lib/testing/builders";
import { aState } from "@/lib/testing/run-builders";
import type { Micros } from "@/lib/time";

/** What time it is for rules under test: 1 February 2026. */
export const ruleTime = (Date.UTC(2026, 1, 1) * 1000) as Micros;

/** So many seconds after `ruleTime`. */
export function inSeconds(seconds: number): Micros {
  return (ruleTime + seconds * 1_000_000) as Micros; // whole microseconds
}

type StateInput = Partial<Omit<State, "details">> & { readonly details?: Partial<StateDetails> };

/** Pending unless told otherwise. */
export function aProposal({ details, ...overrides }: StateInput = {}): ProposedState {
  const { id, timestamp, ...state } = aState({ type: "PENDING", ...overrides });
  return { ...state, details: { ...noDetails, ...details } };
}

type Given<Run, Situation> = Partial<Omit<Situation, "run" | "current" | "proposed">> & {
  readonly run?: Partial<Run>;
  readonly current?: StateInput | null;
  readonly proposed?: StateInput;
};

/** A flow run of a deployment with a process: scheduled, to become pending. */
export function aFlowRunSituation(given: Given<FlowRunFacts, FlowRunSituation> = {}): FlowRunSituation {
  const { run, current, proposed, now = ruleTime, lostBlock = null } = given;
  const facts = {
    runCount: 0,
    deploymentId: anId<NonNullable<FlowRunFacts["deploymentId"]>>(),
    infrastructurePid: "host:1",
    parentTaskRunId: null,
    empiricalPolicy: new Map(),
    ...run,
  };
  return { run: facts, current: toCurrent(current), proposed: aProposal(proposed), now, lostBlock };
}

/** A task run without a state in a running flow run. */
export function aTaskRunSituation(given: Given<TaskRunFacts, TaskRunSituation> = {}): TaskRunSituation {
  const { run, current = null, proposed, now = ruleTime, ...surroundings } = given;
  return {
    run: { runCount: 0, flowRunRunCount: 0, empiricalPolicy: new Map(), ...run },
    current: toCurrent(current),
    proposed: aProposal(proposed),
    now,
    flowRun: { id: anId(), state: aState({ type: "RUNNING" }), runCount: 1 },
    cached: null,
    chance: 0.5,
    ...surroundings,
  };
}

function toCurrent(given: StateInput | null | undefined): State | null {
  return given === null ? null : aState(given);
}

export function aPolicy(policy: Readonly<Record<string, unknown>>): JsonObject {
  const json = toJson(policy);
  if (json instanceof Map) return json;
  throw new TypeError("a policy is an object");
}
