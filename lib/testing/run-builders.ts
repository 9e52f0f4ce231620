import type { FlowRun } from "@/lib/flow-runs/model";
import type { FlowId, FlowRunId, StateId, TaskRunId } from "@/lib/ids";
import { noDetails, type State, type StateDetails } from "@/lib/states/model";
import type { TaskRun } from "@/lib/task-runs/model";
import { anId } from "@/lib/testing/builders";
import { createClock } from "@/lib/time";

const now = createClock(() => Date.UTC(2026, 0, 1));

type StateOverrides = Partial<Omit<State, "details">> & { readonly details?: Partial<StateDetails> };

/** Scheduled unless told otherwise; its name follows from its type. */
export function aState({ details = {}, ...overrides }: StateOverrides = {}): State {
  const type = overrides.type ?? "SCHEDULED";
  return {
    id: anId<StateId>(),
    type,
    name: type.charAt(0) + type.slice(1).toLowerCase(),
    timestamp: now(),
    message: null,
    data: null,
    details: { ...noDetails, ...details },
    ...overrides,
  };
}

const progress = {
  state: null,
  runCount: 0,
  expectedStartTime: null,
  nextScheduledStartTime: null,
  startTime: null,
  endTime: null,
  totalRunMicros: 0,
};

export function aFlowRun(overrides: Partial<FlowRun> & { readonly flowId: FlowId }): FlowRun {
  const id = anId<FlowRunId>();
  const at = now();
  return {
    id,
    created: at,
    updated: at,
    name: `run-${id.slice(-4)}`,
    deploymentId: null,
    deploymentVersion: null,
    workQueueId: null,
    workQueueName: null,
    flowVersion: null,
    parameters: new Map(),
    idempotencyKey: null,
    context: new Map(),
    empiricalPolicy: new Map(),
    tags: [],
    parentTaskRunId: null,
    ...progress,
    isAutoScheduled: false,
    infrastructureDocumentId: null,
    infrastructurePid: null,
    createdBy: null,
    jobVariables: null,
    ...overrides,
  };
}

export function aTaskRun(overrides: Partial<TaskRun> = {}): TaskRun {
  const id = anId<TaskRunId>();
  const at = now();
  return {
    id,
    created: at,
    updated: at,
    name: `task-${id.slice(-4)}`,
    flowRunId: null,
    taskKey: `task-${id.slice(-4)}`,
    dynamicKey: "0",
    cacheKey: null,
    cacheExpiration: null,
    taskVersion: null,
    empiricalPolicy: new Map(),
    tags: [],
    taskInputs: new Map(),
    ...progress,
    flowRunRunCount: 0,
    ...overrides,
  };
}
