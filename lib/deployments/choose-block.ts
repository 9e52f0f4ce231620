import { requireBlock } from "@/lib/deployments/apply-deployment";
import type { BlockUse } from "@/lib/deployments/model";
import { requireDeployment } from "@/lib/deployments/read-deployment";
import type { BlockDocumentId, DeploymentId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

export type BlockChoice = {
  readonly deploymentId: DeploymentId;
  readonly role: BlockUse["role"];
  readonly blockId: BlockDocumentId;
};

/**
 * Gives a deployment another storage or infrastructure block, also in the place of one that was deleted. Whether it is
 * paused stays as it is: who chooses a block may want to look before it runs.
 * @throws DomainError not_found, conflict when the block does not exist.
 */
export async function chooseBlock(deps: Deps, { deploymentId, role, blockId }: BlockChoice): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const deployment = await requireDeployment(tx, deploymentId);
    await requireBlock(tx, role, blockId);
    const chosen =
      role === "storage"
        ? { storageDocumentId: blockId, lostStorage: null }
        : { infrastructureDocumentId: blockId, lostInfrastructure: null };
    await tx.deployments.update({ ...deployment, ...chosen, updated: deps.now() });
    // They were made with the block that it had.
    await tx.flowRuns.deleteAutoScheduled([deploymentId]);
  });
}
