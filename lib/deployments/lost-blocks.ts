import type { LostBlock } from "@/lib/blocks/model";
import type { BlockUse, Deployment } from "@/lib/deployments/model";
import { DomainError } from "@/lib/errors";

/**
 * A deployment whose block was deleted must not run: without its storage it would not find the flow, and without its
 * infrastructure block the agent would take one that nobody chose.
 * @throws DomainError conflict naming the block and the ways out.
 */
export function refuseLostBlocks(
  deployment: Pick<Deployment, "name" | "lostStorage" | "lostInfrastructure">,
  attempt: "resumed" | "run",
): void {
  refuse(deployment.name, attempt, "storage", deployment.lostStorage);
  refuse(deployment.name, attempt, "infrastructure", deployment.lostInfrastructure);
}

function refuse(name: string, attempt: string, role: BlockUse["role"], lost: LostBlock | null): void {
  if (!lost) return;
  const message =
    `Deployment "${name}" cannot be ${attempt}: its ${role} block ${lost.typeSlug}/${lost.name} was deleted. ` +
    `Choose another ${role} block for it, or apply the deployment again.`;
  throw new DomainError("conflict", message, {
    issues: [{ path: [`${role}_document_id`], message }],
  });
}
