import { DomainError } from "@/lib/errors";
import type { FlowRun } from "@/lib/flow-runs/model";
import { randomName } from "@/lib/flow-runs/random-name";
import { showInParentTask } from "@/lib/flow-runs/set-flow-run-state";
import type { FlowRunId, StateId } from "@/lib/ids";
import { enterFlowRun } from "@/lib/orchestration/entered";
import { forcedFlowRunRules } from "@/lib/orchestration/flow-run-rules";
import { decide } from "@/lib/orchestration/ruling";
import { noDetails, type ProposedState } from "@/lib/states/model";
import type { Deps } from "@/lib/store";

/** What a client says of a run that it begins itself. */
export type NewFlowRun = Pick<
  FlowRun,
  | "flowId"
  | "deploymentId"
  | "flowVersion"
  | "parameters"
  | "idempotencyKey"
  | "context"
  | "empiricalPolicy"
  | "tags"
  | "parentTaskRunId"
  | "infrastructureDocumentId"
> & {
  /** Two random words when null or empty. */
  readonly name: string | null;
  /** Pending when null. */
  readonly state: ProposedState | null;
};

/** The state of runs that were made without one. */
export const pending: ProposedState = {
  type: "PENDING",
  name: "Pending",
  message: null,
  data: null,
  details: noDetails,
};

/**
 * A run of a flow that no deployment asked for; the known one when flow and idempotency key exist.
 * @throws DomainError conflict when the flow, the deployment or the block does not exist
 */
export function createFlowRun(
  deps: Deps,
  input: NewFlowRun,
): Promise<{ readonly run: FlowRun; readonly isNew: boolean }> {
  return deps.store.transaction(async (tx) => {
    const known =
      input.idempotencyKey === null
        ? undefined
        : await tx.flowRuns.byIdempotencyKey(input.flowId, input.idempotencyKey);
    if (known) return { run: known, isNew: false };

    const run = toFlowRun(deps, input);
    const proposed = input.state ?? pending;
    const situation = { run, current: null, proposed, now: run.created, lostBlock: null };
    const decision = decide(forcedFlowRunRules, situation);
    const entered = enterFlowRun(run, decision, { id: deps.newId<StateId>(), timestamp: run.created });
    if (!entered) throw new DomainError("conflict", "A flow run cannot begin in this state.");
    await tx.flowRuns.insert(entered);
    await showInParentTask(deps, tx, entered);
    return { run: entered, isNew: true };
  });
}

function toFlowRun(deps: Deps, { name, state: _, ...input }: NewFlowRun): FlowRun {
  const id = deps.newId<FlowRunId>();
  const now = deps.now();
  return {
    ...input,
    id,
    created: now,
    updated: now,
    name: name || randomName(id),
    deploymentVersion: null,
    workQueueId: null,
    workQueueName: null,
    state: null,
    runCount: 0,
    expectedStartTime: null,
    nextScheduledStartTime: null,
    startTime: null,
    endTime: null,
    totalRunMicros: 0,
    isAutoScheduled: false,
    infrastructurePid: null,
    createdBy: null,
    jobVariables: new Map(),
  };
}
