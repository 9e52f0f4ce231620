import type { Deployment, DeploymentSchedule } from "@/lib/deployments/model";
import type { FlowRun } from "@/lib/flow-runs/model";
import { randomName } from "@/lib/flow-runs/random-name";
import type { FlowRunId, StateId } from "@/lib/ids";
import { scheduledTimes } from "@/lib/schedules/scheduled-times";
import { toZonedText } from "@/lib/schedules/wall-time";
import { enterState } from "@/lib/states/enter-state";
import { noDetails, type State } from "@/lib/states/model";
import type { Deps } from "@/lib/store";
import type { Micros } from "@/lib/time";

const hour = 3_600_000_000;
/** How far ahead runs are made: as many as it takes to have both minima, as long as no maximum is passed. */
const ahead = { minRuns: 3, minMicros: hour, maxRuns: 100, maxMicros: 100 * 24 * hour } as const;

/** A run that is due, before it is one. The key says for which time of which deployment it is made, so that it is made once. */
export type PlannedRun = { readonly at: Micros; readonly key: string };

/** What the active schedules of a deployment have due from now on. @throws RangeError for a schedule without an end. */
export function planRuns(
  deployment: Deployment,
  schedules: readonly DeploymentSchedule[],
  now: Micros,
): readonly PlannedRun[] {
  const planned = new Map<Micros, PlannedRun>();
  for (const { schedule, isActive, maxScheduledRuns } of schedules) {
    if (!isActive) continue;
    const limit = Math.min(ahead.maxRuns, maxScheduledRuns ?? ahead.maxRuns);
    for (const at of nextTimes(scheduledTimes(schedule, windowFrom(now, limit)), now)) {
      const key = `scheduled ${deployment.id} ${toZonedText(at, schedule.timezone)}`;
      if (!planned.has(at)) planned.set(at, { at, key });
    }
  }
  return [...planned.values()].sort((a, b) => a.at - b.at);
}

function windowFrom(now: Micros, limit: number): { from: Micros; to: Micros; limit: number } {
  return { from: now, to: (now + ahead.maxMicros) as Micros, limit: Math.max(0, limit) };
}

function nextTimes(times: readonly Micros[], now: Micros): readonly Micros[] {
  const enough = times.findIndex((at, index) => index + 1 >= ahead.minRuns && at >= now + ahead.minMicros);
  return enough < 0 ? times : times.slice(0, enough + 1);
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
