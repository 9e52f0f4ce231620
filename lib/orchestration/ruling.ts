// What the rules of orchestration say about a run that wants to enter a state. A rule is a pure function of the situation;
// the tables (flow-run-rules.ts, task-run-rules.ts) say which rules there are and in which order they are asked.
import { isTerminal, type ProposedState, type State, type StateType } from "@/lib/states/model";
import type { Micros } from "@/lib/time";

/** A run in its current state, and the state that is proposed for it. */
export type Situation<Run> = {
  readonly run: Run;
  readonly current: State | null;
  readonly proposed: ProposedState;
  readonly now: Micros;
};

/** What a rule may say; undefined when it has no objection. The first rule that does not accept ends the matter. */
export type Ruling<Run> =
  /** Go on, with these changes. */
  | { readonly status: "accept"; readonly proposed?: ProposedState; readonly run?: Partial<Run> }
  /** Another state than the proposed one is entered; null: the run stays where it is. */
  | {
      readonly status: "reject";
      readonly state: ProposedState | null;
      readonly reason: string;
      readonly run?: Partial<Run>;
    }
  /** The same proposal may be made again later. */
  | { readonly status: "wait"; readonly delaySeconds: number; readonly reason: string }
  /** The proposer has to give up. */
  | { readonly status: "abort"; readonly reason: string };

export type Rule<Run, Asked extends Situation<Run>> = (situation: Asked) => Ruling<Run> | undefined;

/** What became of a proposal. `state` is the one to enter with these changes to the run; null: the run stays where it is. */
export type Decision<Run> = {
  readonly answer: Answer;
  readonly state: ProposedState | null;
  readonly changes: Partial<Run>;
};
export type Answer =
  | { readonly status: "accept" }
  | { readonly status: "reject" | "abort"; readonly reason: string }
  | { readonly status: "wait"; readonly delaySeconds: number; readonly reason: string };

/** Asks the rules in their order. What earlier rules changed is kept only when the proposal is accepted. */
export function decide<Run, Asked extends Situation<Run>>(
  rules: readonly Rule<Run, Asked>[],
  situation: Asked,
): Decision<Run> {
  let asked = situation;
  let changes: Partial<Run> = {};
  for (const rule of rules) {
    const ruling = rule(asked);
    if (!ruling) continue;
    if (ruling.status !== "accept") return refuse(ruling);
    changes = { ...changes, ...ruling.run };
    asked = { ...asked, proposed: ruling.proposed ?? asked.proposed, run: { ...asked.run, ...ruling.run } };
  }
  return { answer: { status: "accept" }, state: asked.proposed, changes };
}

function refuse<Run>(ruling: Exclude<Ruling<Run>, { status: "accept" }>): Decision<Run> {
  if (ruling.status !== "reject") return { answer: ruling, state: null, changes: {} };
  const { state, reason, run: changes = {} } = ruling;
  return { answer: { status: "reject", reason }, state, changes };
}

export function stay(reason: string) {
  return { status: "reject", state: null, reason } as const;
}

export function abort(reason: string) {
  return { status: "abort", reason } as const;
}

export function isIn(current: State | null, ...types: readonly StateType[]): current is State {
  return current !== null && types.includes(current.type);
}

export function hasEnded(current: State | null): current is State {
  return current !== null && isTerminal(current.type);
}
