import { beforeEach, expect, it } from "vitest";
import type { FlowRun } from "@/lib/flow-runs/model";
import { markLateRuns } from "@/lib/schedules/mark-late-runs";
import type { StateType } from "@/lib/states/model";
import type { Deps } from "@/lib/store";
import { aFlow } from "@/lib/testing/deployment-builders";
import { aFlowRun, aState } from "@/lib/testing/run-builders";
import { openTestStore } from "@/lib/testing/template-db";
import { createClock, type Micros } from "@/lib/time";

const nowMs = Date.UTC(2026, 10, 22, 12);
let deps: Deps;
const flow = aFlow();

beforeEach(async () => {
  const { deps: opened } = await openTestStore();
  deps = { ...opened, now: createClock(() => nowMs) };
  await deps.store.transaction((tx) => tx.flows.insert(flow));
});

async function aRunDue(
  secondsAgo: number,
  name = "Scheduled",
  type: StateType = "SCHEDULED",
): Promise<FlowRun> {
  const scheduledTime = ((nowMs - secondsAgo * 1000) * 1000) as Micros;
  const state = aState({ type, name, details: { scheduledTime } });
  const times = { expectedStartTime: scheduledTime, nextScheduledStartTime: scheduledTime };
  const run = aFlowRun({ flowId: flow.id, state, ...times });
  await deps.store.transaction((tx) => tx.flowRuns.insert(run));
  return run;
}

const goOn = async () => true;

it("a run that nobody took for 15 seconds is late, and stays scheduled for its time", async () => {
  const run = await aRunDue(16);
  expect(await markLateRuns(deps, goOn)).toBe(1);
  const late = await deps.store.flowRuns.byId(run.id);
  expect(late?.state).toMatchObject({ type: "SCHEDULED", name: "Late", message: null });
  expect(late?.state?.details.scheduledTime).toBe(run.nextScheduledStartTime);
  expect(late?.state?.details.flowRunId).toBe(run.id);
  expect(late?.nextScheduledStartTime).toBe(run.nextScheduledStartTime);
  expect(late?.runCount).toBe(0);
  const names = (await deps.store.flowRuns.statesOf(run.id)).map(({ name }) => name);
  expect(names).toEqual(["Scheduled", "Late"]);
});

it("a run is marked once", async () => {
  await aRunDue(60);
  await markLateRuns(deps, goOn);
  expect(await markLateRuns(deps, goOn)).toBe(0);
});

it.each([
  [14, "Scheduled", "SCHEDULED"],
  [-60, "Scheduled", "SCHEDULED"],
  [60, "AwaitingRetry", "SCHEDULED"],
  [60, "Pending", "PENDING"],
] as const)("a run due %d s ago that is %s stays as it is", async (secondsAgo, name, type) => {
  const run = await aRunDue(secondsAgo, name, type);
  expect(await markLateRuns(deps, goOn)).toBe(0);
  expect((await deps.store.flowRuns.byId(run.id))?.state?.name).toBe(name);
});

it("more runs than fit into one batch", async () => {
  for (let index = 0; index < 120; index++) await aRunDue(60);
  expect(await markLateRuns(deps, goOn)).toBe(120);
});
