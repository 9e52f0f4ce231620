import { nameLostBlock } from "@/lib/deployments/lost-blocks";
import type { FlowRun } from "@/lib/flow-runs/model";
import { showInParentTask } from "@/lib/flow-runs/set-flow-run-state";
import type { DeploymentId, StateId } from "@/lib/ids";
import { enterFlowRun } from "@/lib/orchestration/entered";
import { noDetails, type ProposedState } from "@/lib/states/model";
import type { Deps, Store } from "@/lib/store";

/** Runs that are held in memory at a time. */
const batchSize = 200;

/**
 * Cancels the runs that agents would be given although a block of their deployment was deleted. Runs that wait in their
 * own process for a retry go on: they have their code. Inside a transaction.
 */
export async function cancelRunsWithoutBlock(deps: Deps): Promise<void> {
  const { store } = deps;
  for (;;) {
    const runs = await store.flowRuns.waitingWithoutBlock(batchSize);
    const names = await readLostBlocks(store, runs);
    for (const run of runs) await cancel(deps, run, names.get(run.deploymentId) ?? "block");
    if (runs.length < batchSize) return;
  }
}

async function readLostBlocks(
  store: Store,
  runs: readonly FlowRun[],
): Promise<ReadonlyMap<DeploymentId | null, string | null>> {
  const ids = new Set(runs.flatMap(({ deploymentId }) => deploymentId ?? []));
  if (ids.size === 0) return new Map();
  const losses = await store.deployments.lossesOf([...ids]);
  return new Map(losses.map((each) => [each.id, nameLostBlock(each)]));
}

async function cancel(deps: Deps, run: FlowRun, lostBlock: string): Promise<void> {
  const began = run.runCount > 0 ? "it began again" : "it began";
  const state: ProposedState = {
    type: "CANCELLED",
    name: "Cancelled",
    message: `The ${lostBlock} of its deployment was deleted before ${began}.`,
    data: null,
    details: noDetails,
  };
  const decision = { answer: { status: "accept" }, state, changes: {} } as const;
  const entered = enterFlowRun(run, decision, { id: deps.newId<StateId>(), timestamp: deps.now() });
  if (!entered) return;
  await deps.store.flowRuns.enterState(entered);
  await showInParentTask(deps, deps.store, entered);
}
