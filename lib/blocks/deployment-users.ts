import type { BlockUse } from "@/lib/deployments/model";
import type { BlockDocumentId, DeploymentId } from "@/lib/ids";
import type { SnippetDeployment } from "@/lib/snippets/snippets-for";
import type { Store } from "@/lib/store";

/** A deployment that uses a block, as a link with words. */
export type DeploymentUser = {
  readonly id: DeploymentId;
  /** "flow/deployment" */
  readonly title: string;
  /** As what it uses the block; both is possible. */
  readonly roles: readonly BlockUse["role"][];
  /** It makes no runs from its schedules now. */
  readonly isPaused: boolean;
  readonly blockId: BlockDocumentId;
  /** What commands name it by. */
  readonly deployment: SnippetDeployment;
};

/** Which deployments use these blocks, by title; each once for each block. */
export async function readDeploymentUsers(
  store: Store,
  blockIds: readonly BlockDocumentId[],
): Promise<readonly DeploymentUser[]> {
  const uses = blockIds.length === 0 ? [] : await store.deployments.usesOf(blockIds);
  if (uses.length === 0) return [];
  const deployments = await store.deployments.byIds([...new Set(uses.map((use) => use.deploymentId))]);
  const flows = await store.flows.byIds([...new Set(deployments.map(({ flowId }) => flowId))]);
  const deploymentOf = new Map(deployments.map((deployment) => [deployment.id, deployment]));
  const flowNameOf = new Map(flows.map((flow) => [flow.id, flow.name]));
  const byUser = Map.groupBy(uses, (use) => `${use.deploymentId} ${use.blockDocumentId}`);
  return [...byUser.values()]
    .flatMap((own) => {
      const [use] = own;
      const deployment = use && deploymentOf.get(use.deploymentId);
      if (!deployment) return [];
      const { id, name, flowId, isPaused, entrypoint } = deployment;
      const flowName = flowNameOf.get(flowId) ?? "";
      return [
        {
          id,
          title: `${flowName}/${name}`,
          isPaused,
          roles: own.map(({ role }) => role),
          blockId: use.blockDocumentId,
          deployment: { flowName, name, entrypoint },
        },
      ];
    })
    .sort((a, b) => a.title.localeCompare(b.title, "en"));
}
