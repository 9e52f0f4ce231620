import { DomainError } from "@/lib/errors";
import type { FlowRun } from "@/lib/flow-runs/model";
import { randomName } from "@/lib/flow-runs/random-name";
import type { FlowRunId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** What may be changed of a run; keys that are absent stay as they are. */
export type FlowRunChanges = Partial<
  Pick<
    FlowRun,
    "flowVersion" | "parameters" | "empiricalPolicy" | "tags" | "infrastructurePid" | "jobVariables"
  >
> & {
  /** Two random words when null or empty. */
  readonly name?: string | null;
};

/** @throws DomainError not_found; bad_request when the job variables came too late to be heard */
export async function updateFlowRun(
  { store, now, newId }: Deps,
  id: FlowRunId,
  { name, ...changes }: FlowRunChanges,
): Promise<void> {
  await store.transaction(async (tx) => {
    const run = await tx.flowRuns.byId(id);
    if (!run) throw new DomainError("not_found", "Flow run not found");
    if (changes.jobVariables) refuseLateVariables(run);
    const renamed = name === undefined ? {} : { name: name || randomName(newId()) };
    await tx.flowRuns.update({ ...run, ...changes, ...renamed, updated: now() });
  });
}

/** Agents read them when they start the run of a deployment, and never again. */
function refuseLateVariables({ state, deploymentId }: FlowRun): void {
  if (state?.type !== "SCHEDULED") {
    const now = state ? `is ${state.type}` : "has no state";
    throw new DomainError(
      "bad_request",
      `Job variables can be changed only while the run is scheduled; it ${now}.`,
    );
  }
  if (deploymentId === null) {
    throw new DomainError(
      "bad_request",
      "Job variables belong to runs of deployments; this run has no deployment.",
    );
  }
}
