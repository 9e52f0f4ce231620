import { DomainError } from "@/lib/errors";
import { setFlowRunState } from "@/lib/flow-runs/set-flow-run-state";
import type { FlowRunId } from "@/lib/ids";
import { noDetails, type State } from "@/lib/states/model";
import type { Deps } from "@/lib/store";

/**
 * Has an agent begin a run anew that failed, crashed or was cancelled. It stays the same run: its log goes on, and task
 * runs whose results were kept are not repeated.
 * @throws DomainError not_found, conflict when the rules refuse it.
 */
export async function retryFlowRun(deps: Deps, id: FlowRunId): Promise<State> {
  const outcome = await setFlowRunState(deps, id, {
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
}
