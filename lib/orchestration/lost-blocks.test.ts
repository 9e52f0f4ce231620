import { expect, test } from "vitest";
import { flowRunRules, forcedFlowRunRules } from "@/lib/orchestration/flow-run-rules";
import { keepFromAgents } from "@/lib/orchestration/lost-blocks";
import { decide } from "@/lib/orchestration/ruling";
import { aFlowRunSituation } from "@/lib/testing/situation-builders";

const lostBlock = "storage block s3/log-test";
const scheduled = { type: "SCHEDULED" } as const;

test.each([
  ["taken by an agent", { current: scheduled, proposed: { type: "PENDING" } }],
  ["scheduled anew after its end", { current: { type: "FAILED" }, proposed: scheduled }],
  ["scheduled anew after a pause", { current: { type: "PAUSED" }, proposed: scheduled }],
] as const)(
  "without its block a run is not %s, and the reason names the block and what to do",
  (_, given) => {
    expect(keepFromAgents(aFlowRunSituation({ ...given, lostBlock }))).toEqual({
      status: "abort",
      reason:
        "The storage block s3/log-test of its deployment was deleted. Choose another one for the deployment, or apply it again.",
    });
    expect(keepFromAgents(aFlowRunSituation(given))).toBeUndefined();
  },
);

test.each([
  ["end", { current: { type: "RUNNING" }, proposed: { type: "COMPLETED" } }],
  ["be cancelled", { current: scheduled, proposed: { type: "CANCELLED" } }],
  ["begin in the process that has it", { current: { type: "PENDING" }, proposed: { type: "RUNNING" } }],
  ["be late", { current: scheduled, proposed: { type: "SCHEDULED", name: "Late" } }],
  ["be given back by its agent", { current: { type: "PENDING" }, proposed: scheduled }],
] as const)("it may still %s", (_, given) => {
  expect(keepFromAgents(aFlowRunSituation({ ...given, lostBlock }))).toBeUndefined();
});

test("the table asks the rule, unless a person has decided", () => {
  const situation = aFlowRunSituation({ current: scheduled, lostBlock });
  expect(decide(flowRunRules, situation)).toMatchObject({
    answer: { status: "abort", reason: expect.stringContaining(lostBlock) },
    state: null,
  });
  expect(decide(forcedFlowRunRules, situation).answer).toEqual({ status: "accept" });
});

test("what has ended for good says so rather than naming the block", () => {
  const situation = aFlowRunSituation({ current: { type: "CANCELLED" }, proposed: scheduled, lostBlock });
  const { answer } = decide(flowRunRules, situation);
  expect(answer).toMatchObject({ status: "reject", reason: expect.not.stringContaining(lostBlock) });
});
