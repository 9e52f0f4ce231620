import { nameLostBlock } from "@/lib/deployments/lost-blocks";
import { DomainError } from "@/lib/errors";
import type { FlowRun } from "@/lib/flow-runs/model";
import type { FlowRunId, StateId, TaskRunId } from "@/lib/ids";
import { enterFlowRun, enterTaskRun, type Outcome, type Proposal } from "@/lib/orchestration/entered";
import { flowRunRules, forcedFlowRunRules } from "@/lib/orchestration/flow-run-rules";
import { decide } from "@/lib/orchestration/ruling";
import { forcedTaskRunRules } from "@/lib/orchestration/task-run-rules";
import type { State } from "@/lib/states/model";
import type { Deps, Store } from "@/lib/store";

/**
 * Decides by the rules whether the flow run enters the proposed state, another one or none, and writes that.
 * @throws DomainError not_found
 */
export function setFlowRunState(deps: Deps, id: FlowRunId, proposal: Proposal): Promise<Outcome> {
  return deps.store.transaction(async (tx) => {
    const run = await tx.flowRuns.byId(id);
    if (!run) throw new DomainError("not_found", "Flow run not found");
    const now = deps.now();
    const rules = proposal.isForced ? forcedFlowRunRules : flowRunRules;
    const lostBlock = await readLostBlock(tx, run, proposal);
    const situation = { run, current: run.state, proposed: proposal.proposed, now, lostBlock };
    const decision = decide(rules, situation);
    const entered = enterFlowRun(run, decision, { id: deps.newId<StateId>(), timestamp: now });
    if (!entered) return { answer: decision.answer, state: run.state, isNew: false };
    await tx.flowRuns.enterState(entered);
    await showInParentTask(deps, tx, entered);
    return { answer: decision.answer, state: entered.state, isNew: true };
  });
}

/** Asked only when a rule may need it, since clients propose states all the time. */
async function readLostBlock(
  tx: Store,
  { deploymentId }: FlowRun,
  { proposed: { type }, isForced }: Proposal,
): Promise<string | null> {
  if (deploymentId === null || isForced || (type !== "PENDING" && type !== "SCHEDULED")) return null;
  const [losses] = await tx.deployments.lossesOf([deploymentId]);
  return losses ? nameLostBlock(losses) : null;
}

type RunInState = Pick<FlowRun, "id" | "parentTaskRunId"> & { readonly state: State };

/** The task run that stands for a subflow in its parent is always in the subflow's state. Inside a transaction. */
export async function showInParentTask(
  { newId }: Pick<Deps, "newId">,
  tx: Store,
  { id, parentTaskRunId, state }: RunInState,
): Promise<void> {
  if (parentTaskRunId !== null) await followSubflow(newId<StateId>(), tx, parentTaskRunId, id, state);
}

async function followSubflow(
  id: StateId,
  tx: Store,
  taskRunId: TaskRunId,
  childFlowRunId: FlowRunId,
  { timestamp, ...state }: State,
): Promise<void> {
  const run = await tx.taskRuns.byId(taskRunId);
  if (!run) return;
  const proposed = { ...state, details: { ...state.details, childFlowRunId } };
  const situation = { run, current: run.state, proposed, now: timestamp };
  const decision = decide(forcedTaskRunRules, { ...situation, flowRun: null, cached: null, chance: 0 });
  const entered = enterTaskRun(run, decision, { id, timestamp });
  if (entered) await tx.taskRuns.enterState(entered);
}
