import { DomainError } from "@/lib/errors";
import { setFlowRunState } from "@/lib/flow-runs/set-flow-run-state";
import type { FlowRunId } from "@/lib/ids";
import type { Outcome } from "@/lib/orchestration/entered";
import { abort } from "@/lib/orchestration/ruling";
import { noDetails, type ProposedState } from "@/lib/states/model";
import type { Deps } from "@/lib/store";

const goOn = { message: null, data: null, details: noDetails } as const;

/**
 * Ends a pause: a run that waits in its process goes on, a suspended one is scheduled for an agent.
 * @throws DomainError not_found
 */
export function resumeFlowRun(deps: Deps, id: FlowRunId): Promise<Outcome> {
  return deps.store.transaction(async (tx) => {
    const run = await tx.flowRuns.byId(id);
    if (!run) throw new DomainError("not_found", "Flow run not found");
    if (run.state?.type !== "PAUSED") {
      return { answer: abort("Only a paused flow run can be resumed."), state: run.state, isNew: false };
    }
    const details = { ...noDetails, scheduledTime: deps.now() };
    const proposed: ProposedState = run.state.details.pauseReschedule
      ? { ...goOn, type: "SCHEDULED", name: "Resuming", details }
      : { ...goOn, type: "RUNNING", name: "Running" };
    return setFlowRunState({ ...deps, store: tx }, id, { proposed });
  });
}
