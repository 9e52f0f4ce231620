import fc from "fast-check";
import { expect, test } from "vitest";
import type { FlowRun } from "@/lib/flow-runs/model";
import type { FlowId, StateId } from "@/lib/ids";
import { enterFlowRun, enterTaskRun } from "@/lib/orchestration/entered";
import { flowRunRules } from "@/lib/orchestration/flow-run-rules";
import { type Answer, decide } from "@/lib/orchestration/ruling";
import { taskRunRules } from "@/lib/orchestration/task-run-rules";
import { isTerminal, noDetails, type ProposedState, type StateType, stateTypes } from "@/lib/states/model";
import type { TaskRun } from "@/lib/task-runs/model";
import { anId } from "@/lib/testing/builders";
import { aFlowRun, aState, aTaskRun } from "@/lib/testing/run-builders";
import { aPolicy, inSeconds } from "@/lib/testing/situation-builders";

/** A proposal some seconds after the one before, and whether the run's process is known by then. */
type Step = {
  readonly afterSeconds: number;
  readonly state: ProposedState;
  readonly pid: string | null;
  readonly flowType: StateType;
};

const instant = fc.option(fc.integer({ min: 0, max: 200 }).map(inSeconds));
const details = fc.record({
  scheduledTime: instant,
  pauseTimeout: instant,
  pauseReschedule: fc.boolean(),
  pauseKey: fc.option(fc.constantFrom("a", "b")),
  transitionId: fc.option(fc.constantFrom("1", "2")),
  retriable: fc.option(fc.boolean()),
});
const data = fc.constantFrom(null, aPolicy({ type: "reference" }), aPolicy({ type: "unpersisted" }));
/** What usually happens is proposed more often. */
const type = fc.constantFrom<StateType>(...stateTypes, "SCHEDULED", "PENDING", "RUNNING", "RUNNING");
const proposal = fc
  .record({
    type,
    details,
    data,
    name: fc.constantFrom("Any", "Late", "Resuming"),
  })
  .map((given): ProposedState => {
    const isScheduled = given.type === "SCHEDULED";
    const scheduledTime = isScheduled ? (given.details.scheduledTime ?? inSeconds(0)) : null;
    return { ...given, message: null, details: { ...noDetails, ...given.details, scheduledTime } };
  });
const steps = fc.array(
  fc.record({
    afterSeconds: fc.integer({ min: 0, max: 30 }),
    state: proposal,
    pid: fc.option(fc.constant("host:1")),
    flowType: fc.constantFrom<StateType>("RUNNING", "RUNNING", "PAUSED", "CANCELLING"),
  }),
  { minLength: 5, maxLength: 40 },
);
const policy = fc
  .record({ retries: fc.constantFrom(0, 1, 3), retry_delay: fc.constantFrom(0, 10) })
  .map(aPolicy);

type Moved<Run> = { readonly before: Run; readonly after: Run; readonly answer: Answer; readonly step: Step };

/** Proposes one state after another and answers what each did. */
function walk<Run>(
  run: Run,
  all: readonly Step[],
  move: (run: Run, step: Step, seconds: number) => { readonly after: Run; readonly answer: Answer },
): readonly Moved<Run>[] {
  let before = run;
  let seconds = 0;
  return all.map((step) => {
    seconds += step.afterSeconds + 0.001;
    const moved = { before, step, ...move(before, step, seconds) };
    before = moved.after;
    return moved;
  });
}

function moveFlowRun(run: FlowRun, { state, pid }: Step, seconds: number) {
  const asked = { ...run, infrastructurePid: pid };
  const now = inSeconds(seconds);
  const situation = { run: asked, current: run.state, proposed: state, now, lostBlock: null };
  const decision = decide(flowRunRules, situation);
  const entered = enterFlowRun(asked, decision, { id: anId<StateId>(), timestamp: now });
  return { after: entered ?? asked, answer: decision.answer };
}

function moveTaskRun(run: TaskRun, { state, flowType }: Step, seconds: number) {
  const now = inSeconds(seconds);
  const flowRun = { id: anId<FlowRun["id"]>(), state: aState({ type: flowType }), runCount: 1 };
  const situation = { run, current: run.state, proposed: state, now, flowRun, cached: null, chance: 0.5 };
  const decision = decide(taskRunRules, situation);
  const entered = enterTaskRun(run, decision, { id: anId<StateId>(), timestamp: now });
  return { after: entered ?? run, answer: decision.answer };
}

/** What holds for runs of both kinds. */
function expectSense({ before, after, answer }: Moved<FlowRun | TaskRun>): void {
  const hasMoved = after.state?.id !== before.state?.id;
  expect(hasMoved ? ["accept", "reject"] : ["reject", "wait", "abort"]).toContain(answer.status);
  expect(after.nextScheduledStartTime !== null).toBe(after.state?.type === "SCHEDULED");
  expect(after.totalRunMicros).toBeGreaterThanOrEqual(before.totalRunMicros);
  if (before.startTime !== null) expect(after.startTime).toBe(before.startTime);
  if (before.expectedStartTime !== null) expect(after.expectedStartTime).toBe(before.expectedStartTime);
  if (after.endTime !== null) expect(isTerminal(after.state?.type ?? "PENDING")).toBe(true);
  if (!hasMoved)
    expect(after).toEqual({
      ...before,
      ...("infrastructurePid" in after ? { infrastructurePid: after.infrastructurePid } : {}),
    });
}

const flowRuns = fc
  .record({ isDeployed: fc.boolean(), empiricalPolicy: policy })
  .map(({ isDeployed, empiricalPolicy }) =>
    aFlowRun({ flowId: anId<FlowId>(), deploymentId: isDeployed ? anId() : null, empiricalPolicy }),
  );

test("whatever is proposed, a flow run's books are in order", () => {
  fc.assert(
    fc.property(flowRuns, steps, (run, all) => {
      for (const moved of walk(run, all, moveFlowRun)) {
        expectSense(moved);
        expect(moved.after.runCount).toBeGreaterThanOrEqual(moved.before.runCount);
      }
    }),
  );
});

test("a flow run that has ended is left only to run again, and never when it was cancelled or its result is kept", () => {
  fc.assert(
    fc.property(flowRuns, steps, (run, all) => {
      for (const { before, after } of walk(run, all, moveFlowRun)) {
        const hasMoved = before.state !== null && after.state?.id !== before.state.id;
        if (!hasMoved || !before.state || !isTerminal(before.state.type)) continue;
        const type = after.state?.type ?? "PENDING";
        expect(["CANCELLING", "PAUSED", "CRASHED"]).not.toContain(type);
        if (before.state.type === "CANCELLED") expect(type).toBe("CANCELLED");
        if (type === "SCHEDULED") expect(before.deploymentId).not.toBeNull();
        const isKept = before.state.data instanceof Map && before.state.data.get("type") === "reference";
        if (before.state.type === "COMPLETED" && isKept) expect(isTerminal(type)).toBe(true);
      }
    }),
  );
});

test("between two grants of pending a flow run was scheduled again or had ended", () => {
  fc.assert(
    fc.property(flowRuns, steps, (run, all) => {
      let isTaken = false;
      for (const { before, after } of walk(run, all, moveFlowRun)) {
        const type = after.state?.type;
        if (after.state?.id === before.state?.id || type === undefined) continue;
        if (type === "PENDING") {
          expect(isTaken).toBe(false);
          isTaken = true;
        } else if (type === "SCHEDULED" || isTerminal(type)) isTaken = false;
      }
    }),
  );
});

test("no flow run begins before it is due", () => {
  fc.assert(
    fc.property(flowRuns, steps, (run, all) => {
      for (const { before, after } of walk(run, all, moveFlowRun)) {
        if (after.state?.type !== "RUNNING" || after.state.id === before.state?.id || !before.state) continue;
        if (before.state.type !== "SCHEDULED" && before.state.type !== "PENDING") continue;
        const due = before.state.details.scheduledTime ?? after.state.timestamp;
        expect(after.state.timestamp).toBeGreaterThanOrEqual(due - 500_000);
      }
    }),
    { numRuns: 300 },
  );
});

test("a flow that fails is tried again at most as often as its policy says", () => {
  fc.assert(
    fc.property(flowRuns, steps, (run, all) => {
      const retries = Number(JSON.stringify(run.empiricalPolicy.get("retries")).replaceAll(/\D/g, ""));
      for (const { before, after } of walk(run, all, moveFlowRun)) {
        if (after.state?.id === before.state?.id || after.state?.name !== "AwaitingRetry") continue;
        expect(before.runCount).toBeLessThanOrEqual(retries);
      }
    }),
  );
});

test("whatever is proposed, a task run's books are in order, and its count begins anew only after an end", () => {
  fc.assert(
    fc.property(policy, steps, (empiricalPolicy, all) => {
      const run = aTaskRun({ empiricalPolicy });
      for (const moved of walk(run, all, moveTaskRun)) {
        expectSense(moved);
        const hadEnded = isTerminal(moved.before.state?.type ?? "PENDING");
        if (!hadEnded) expect(moved.after.runCount).toBeGreaterThanOrEqual(moved.before.runCount);
        const isStart =
          moved.after.state?.id !== moved.before.state?.id && moved.after.state?.type === "RUNNING";
        if (isStart) expect(moved.step.flowType).toBe("RUNNING");
      }
    }),
  );
});
