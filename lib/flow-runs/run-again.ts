import { runDeployment } from "@/lib/deployments/run-deployment";
import { DomainError } from "@/lib/errors";
import type { FlowRun } from "@/lib/flow-runs/model";
import type { FlowRunId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/**
 * Makes another run of a run's deployment with the same parameters, in the same queue.
 * @throws DomainError not_found, conflict when the deployment is gone or cannot run.
 */
export async function runAgain(deps: Deps, id: FlowRunId): Promise<FlowRun> {
  const before = await deps.store.flowRuns.byId(id);
  if (!before) throw new DomainError("not_found", "The run was deleted. Nothing was started.");
  if (before.deploymentId === null) {
    throw new DomainError("conflict", "The run has no deployment that could be run again.");
  }
  const { run } = await runDeployment(deps, before.deploymentId, {
    parameters: before.parameters,
    tags: before.tags,
    jobVariables: before.jobVariables,
    workQueueName: before.workQueueName,
  });
  return run;
}
