import { DomainError } from "@/lib/errors";
import { pending } from "@/lib/flow-runs/create-flow-run";
import { randomName } from "@/lib/flow-runs/random-name";
import type { StateId, TaskRunId } from "@/lib/ids";
import { enterTaskRun } from "@/lib/orchestration/entered";
import { decide } from "@/lib/orchestration/ruling";
import { forcedTaskRunRules } from "@/lib/orchestration/task-run-rules";
import type { ProposedState } from "@/lib/states/model";
import type { Deps } from "@/lib/store";
import type { TaskRun } from "@/lib/task-runs/model";

/** What a client says of a call of a task. */
export type NewTaskRun = Pick<
  TaskRun,
  | "flowRunId"
  | "taskKey"
  | "dynamicKey"
  | "cacheKey"
  | "cacheExpiration"
  | "taskVersion"
  | "empiricalPolicy"
  | "tags"
  | "taskInputs"
> & {
  /** Chosen by the client, or null. */
  readonly id: TaskRunId | null;
  /** Two random words when null or empty. */
  readonly name: string | null;
  /** Pending when null. */
  readonly state: ProposedState | null;
};

/**
 * A run of a task; the known one when flow run, task key and dynamic key exist.
 * @throws DomainError conflict when the flow run does not exist, or the id does
 */
export function createTaskRun(
  deps: Deps,
  input: NewTaskRun,
): Promise<{ readonly run: TaskRun; readonly isNew: boolean }> {
  return deps.store.transaction(async (tx) => {
    const known = await tx.taskRuns.byKeys(input.flowRunId, input.taskKey, input.dynamicKey);
    if (known) return { run: known, isNew: false };

    const run = toTaskRun(deps, input);
    const situation = { run, current: null, proposed: input.state ?? pending, now: run.created };
    const decision = decide(forcedTaskRunRules, { ...situation, flowRun: null, cached: null, chance: 0 });
    const entered = enterTaskRun(run, decision, { id: deps.newId<StateId>(), timestamp: run.created });
    if (!entered) throw new DomainError("conflict", "A task run cannot begin in this state.");
    await tx.taskRuns.insert(entered);
    return { run: entered, isNew: true };
  });
}

function toTaskRun(deps: Deps, { id: chosen, name, state: _, ...input }: NewTaskRun): TaskRun {
  const id = chosen ?? deps.newId<TaskRunId>();
  const now = deps.now();
  return {
    ...input,
    id,
    created: now,
    updated: now,
    name: name || randomName(id),
    state: null,
    runCount: 0,
    flowRunRunCount: 0,
    expectedStartTime: null,
    nextScheduledStartTime: null,
    startTime: null,
    endTime: null,
    totalRunMicros: 0,
  };
}
