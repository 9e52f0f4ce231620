import { DomainError } from "@/lib/errors";
import type { StateId, TaskRunId } from "@/lib/ids";
import { enterTaskRun, type Outcome, type Proposal } from "@/lib/orchestration/entered";
import { type Decision, decide } from "@/lib/orchestration/ruling";
import type { TaskRunFacts, TaskRunSituation } from "@/lib/orchestration/situations";
import { forcedTaskRunRules, loneTaskRunRules, taskRunRules } from "@/lib/orchestration/task-run-rules";
import type { State } from "@/lib/states/model";
import type { Deps, Store } from "@/lib/store";
import type { TaskRun } from "@/lib/task-runs/model";
import type { Micros } from "@/lib/time";

/**
 * Decides by the rules whether the task run enters the proposed state, another one or none, and writes that.
 * @throws DomainError not_found
 */
export function setTaskRunState(deps: Deps, id: TaskRunId, proposal: Proposal): Promise<Outcome> {
  return deps.store.transaction(async (tx) => {
    const run = await tx.taskRuns.byId(id);
    if (!run) throw new DomainError("not_found", "Task run not found");
    const now = deps.now();
    const situation = await surroundingsOf(tx, run, proposal, now);
    const decision = decide(rulesFor(run, proposal), situation);
    const entered = enterTaskRun(run, decision, { id: deps.newId<StateId>(), timestamp: now });
    if (!entered) return { answer: decision.answer, state: run.state, isNew: false };
    await tx.taskRuns.enterState(entered);
    if (isForLaterRuns(decision, proposal)) await keepInCache(tx, entered.state);
    return { answer: decision.answer, state: entered.state, isNew: true };
  });
}

function rulesFor(run: TaskRun, { isForced }: Proposal) {
  if (run.flowRunId === null) return loneTaskRunRules;
  return isForced ? forcedTaskRunRules : taskRunRules;
}

/** The flow run and the cache are looked at only by rules about starting. */
async function surroundingsOf(
  tx: Store,
  run: TaskRun,
  { proposed }: Proposal,
  now: Micros,
): Promise<TaskRunSituation> {
  const situation = { run, current: run.state, proposed, now, chance: Math.random() };
  if (proposed.type !== "RUNNING") return { ...situation, flowRun: null, cached: null };
  const { cacheKey, refreshCache } = proposed.details;
  const asksCache = cacheKey !== null && refreshCache !== true;
  const flowRun = run.flowRunId === null ? undefined : await tx.flowRuns.byId(run.flowRunId);
  const cached = asksCache ? await tx.taskRuns.cached(cacheKey, now) : undefined;
  return { ...situation, flowRun: flowRun ?? null, cached: cached ?? null };
}

/** What was taken over from the cache is there already. */
function isForLaterRuns({ answer, state }: Decision<TaskRunFacts>, { isForced }: Proposal): boolean {
  return answer.status === "accept" && state?.type === "COMPLETED" && !isForced;
}

async function keepInCache(tx: Store, state: State): Promise<void> {
  const { cacheKey } = state.details;
  if (cacheKey !== null) await tx.taskRuns.keepInCache(state, cacheKey);
}
