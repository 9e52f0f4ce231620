import { refuseLostBlocks } from "@/lib/deployments/lost-blocks";
import { DomainError } from "@/lib/errors";
import { setFlowRunState } from "@/lib/flow-runs/set-flow-run-state";
import type { FlowRunId } from "@/lib/ids";
import { noDetails, type State } from "@/lib/states/model";
import type { Deps, Store } from "@/lib/store";

/**
 * Has an agent begin a run anew that failed, crashed or was cancelled. It stays the same run: its log goes on, and task
 * runs whose results were kept are not repeated.
 * @throws DomainError not_found, conflict when a block of its deployment was deleted or the rules refuse it.
 */
export function retryFlowRun(deps: Deps, id: FlowRunId): Promise<State> {
  return deps.store.transaction(async (tx) => {
    await refuseWithoutBlock(tx, id);
    const outcome = await setFlowRunState({ ...deps, store: tx }, id, {
      proposed: {
        type: "SCHEDULED",
        name: "AwaitingRetry",
        message: "Asked for in the web interface",
        data: null,
        details: { ...noDetails, scheduledTime: deps.now() },
      },
    });
    if (outcome.state?.type === "SCHEDULED") return outcome.state;
    throw new DomainError(
      "conflict",
      "The run cannot be begun anew: it belongs to no deployment, or is under way.",
    );
  });
}

/** The rules would refuse it too, but not by the name of the deployment. */
async function refuseWithoutBlock(tx: Store, id: FlowRunId): Promise<void> {
  const run = await tx.flowRuns.byId(id);
  const deployment = run?.deploymentId && (await tx.deployments.byId(run.deploymentId));
  if (deployment) refuseLostBlocks(deployment, "run");
}
