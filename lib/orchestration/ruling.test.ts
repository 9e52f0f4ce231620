import { expect, test } from "vitest";
import { abort, decide, type Rule, type Situation, stay } from "@/lib/orchestration/ruling";
import { aFlowRunSituation, aProposal } from "@/lib/testing/situation-builders";

type Run = { readonly runCount: number };
type Counting = Rule<Run, Situation<Run>>;
const situation = aFlowRunSituation();

const count: Counting = ({ run }) => ({ status: "accept", run: { runCount: run.runCount + 1 } });
const rename: Counting = ({ proposed }) => ({
  status: "accept",
  proposed: { ...proposed, name: `${proposed.name}+` },
});
const silent: Counting = () => undefined;
const never: Counting = () => {
  throw new Error("a later rule was asked");
};
const decideBy = (...rules: readonly Counting[]) => decide<Run, Situation<Run>>(rules, situation);

test("without objections the proposal is accepted as it is", () => {
  expect(decideBy(silent)).toEqual({ answer: { status: "accept" }, state: situation.proposed, changes: {} });
});

test("later rules see what earlier ones changed", () => {
  expect(decideBy(count, rename, count, rename)).toMatchObject({
    state: { name: "Pending++" },
    changes: { runCount: 2 },
  });
});

test.each([
  [stay("no"), { status: "reject", reason: "no" }],
  [abort("never"), { status: "abort", reason: "never" }],
  [
    { status: "wait", delaySeconds: 3, reason: "later" },
    { status: "wait", delaySeconds: 3, reason: "later" },
  ],
] as const)("the first objection ends the matter and changes nothing: %j", (ruling, answer) => {
  expect(decideBy(count, () => ruling, never)).toEqual({ answer, state: null, changes: {} });
});

test("another state comes with the changes of its own rule only", () => {
  const state = aProposal({ type: "CANCELLED" });
  const other: Counting = () => ({ status: "reject", state, reason: "rather", run: { runCount: 9 } });
  const bare: Counting = () => ({ status: "reject", state, reason: "rather" });
  expect(decideBy(count, other, never)).toEqual({
    answer: { status: "reject", reason: "rather" },
    state,
    changes: { runCount: 9 },
  });
  expect(decideBy(count, bare, never).changes).toEqual({});
});
