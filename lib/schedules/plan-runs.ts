import type { Deployment, DeploymentSchedule, Schedule } from "@/lib/deployments/model";
import type { FlowRun } from "@/lib/flow-runs/model";
import { randomName } from "@/lib/flow-runs/random-name";
import type { FlowRunId, StateId } from "@/lib/ids";
import { scheduledTimes } from "@/lib/schedules/scheduled-times";
import { enterState } from "@/lib/states/enter-state";
import { noDetails, type State } from "@/lib/states/model";
import type { Deps } from "@/lib/store";
import { type Micros, toWireTimestamp } from "@/lib/time";

const hour = 3_600_000_000;
/** How far ahead runs are made: as many as it takes to have both minima, as long as no maximum is passed. */
const ahead = { minRuns: 3, minMicros: hour, maxRuns: 100, maxMicros: 100 * 24 * hour } as const;

/** A run that is due, before it is one. The key says for which time of which deployment it is made, so that it is made once. */
export type PlannedRun = { readonly at: Micros; readonly key: string };

export type PlannedRuns = {
  /** By time. */
  readonly runs: readonly PlannedRun[];
  /** Until then they are as far ahead as they must be. */
  readonly enoughUntil: number;
};

/** What the active schedules of a deployment have due from now on. @throws RangeError for a schedule without an end. */
export function planRuns(
  deployment: Deployment,
  schedules: readonly DeploymentSchedule[],
  now: Micros,
): PlannedRuns {
  const planned = new Map<Micros, PlannedRun>();
  let enoughUntil = Number.POSITIVE_INFINITY;
  for (const { schedule, isActive, maxScheduledRuns } of schedules) {
    if (!isActive) continue;
    const times = nextTimes(schedule, now, Math.min(ahead.maxRuns, maxScheduledRuns ?? ahead.maxRuns));
    enoughUntil = Math.min(
      enoughUntil,
      times.at(-ahead.minRuns) ?? now,
      (times.at(-1) ?? now) - ahead.minMicros,
    );
    for (const at of times) {
      if (!planned.has(at)) planned.set(at, { at, key: keyOf(deployment, at) });
    }
  }
  return { runs: [...planned.values()].sort((a, b) => a.at - b.at), enoughUntil };
}

/** In UTC whatever zone the schedule is in: another schedule that is due at the same time makes the same run. */
function keyOf({ id }: Deployment, at: Micros): string {
  return `scheduled ${id} ${toWireTimestamp(at).replace(".000000", "")}`;
}

/** All of the next hour, then as many as are missing: one that is an hour away at least, three in all. */
function nextTimes(schedule: Schedule, now: Micros, limit: number): readonly Micros[] {
  const hourAway = (now + ahead.minMicros) as Micros;
  const soon = scheduledTimes(schedule, { from: now, to: (hourAway - 1) as Micros, limit });
  const wanted = Math.min(Math.max(1, ahead.minRuns - soon.length), limit - soon.length);
  if (wanted <= 0) return soon;
  const to = (now + ahead.maxMicros) as Micros;
  return [...soon, ...scheduledTimes(schedule, { from: hourAway, to, limit: wanted })];
}

/** The run that an agent will find. */
export function newScheduledRun(
  deps: Pick<Deps, "now" | "newId">,
  deployment: Deployment,
  { at, key }: PlannedRun,
): FlowRun {
  const id = deps.newId<FlowRunId>();
  const now = deps.now();
  const state: State = {
    id: deps.newId<StateId>(),
    timestamp: now,
    type: "SCHEDULED",
    name: "Scheduled",
    message: "Flow run scheduled",
    data: null,
    details: { ...noDetails, flowRunId: id, scheduledTime: at },
  };
  return {
    id,
    created: now,
    updated: now,
    name: randomName(id),
    flowId: deployment.flowId,
    deploymentId: deployment.id,
    deploymentVersion: deployment.version,
    workQueueId: deployment.workQueueId,
    workQueueName: deployment.workQueueName,
    flowVersion: null,
    parameters: deployment.parameters,
    idempotencyKey: key,
    context: new Map(),
    empiricalPolicy: new Map(),
    tags: ["auto-scheduled", ...deployment.tags],
    parentTaskRunId: null,
    ...enterState(notBegun, state),
    isAutoScheduled: true,
    infrastructureDocumentId: deployment.infrastructureDocumentId,
    infrastructurePid: null,
    createdBy: null,
    jobVariables: new Map(),
  };
}

const notBegun = {
  state: null,
  runCount: 0,
  expectedStartTime: null,
  nextScheduledStartTime: null,
  startTime: null,
  endTime: null,
  totalRunMicros: 0,
};
