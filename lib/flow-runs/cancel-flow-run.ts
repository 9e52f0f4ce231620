import { DomainError } from "@/lib/errors";
import { setFlowRunState } from "@/lib/flow-runs/set-flow-run-state";
import type { FlowRunId } from "@/lib/ids";
import { noDetails, type ProposedState, type State } from "@/lib/states/model";
import type { Deps } from "@/lib/store";

const cancelling: ProposedState = {
  type: "CANCELLING",
  name: "Cancelling",
  message: null,
  data: null,
  details: noDetails,
};

/**
 * Asks for the end of a run: its agent stops the process, and one that has none is cancelled at once. Answers the state
 * it is in then.
 * @throws DomainError not_found, conflict when it has ended already.
 */
export async function cancelFlowRun(deps: Deps, id: FlowRunId): Promise<State> {
  const { state } = await setFlowRunState(deps, id, { proposed: cancelling });
  if (state?.type === "CANCELLING" || state?.type === "CANCELLED") return state;
  throw new DomainError("conflict", "The run has ended already. Nothing was cancelled.");
}
