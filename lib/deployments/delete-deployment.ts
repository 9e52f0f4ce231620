import { DomainError } from "@/lib/errors";
import type { DeploymentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** Runs that the scheduler made and nobody began go with it; the others stay. @throws DomainError not_found */
export async function deleteDeployment(deps: Pick<Deps, "store">, id: DeploymentId): Promise<void> {
  await deps.store.transaction(async (tx) => {
    await tx.flowRuns.deleteAutoScheduled([id]);
    const wasThere = await tx.deployments.delete(id);
    if (!wasThere) throw new DomainError("not_found", "Deployment not found");
  });
}
