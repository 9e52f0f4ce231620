import type { LostBlock } from "@/lib/blocks/model";
import type { BlockLosses, BlockUse, Deployment } from "@/lib/deployments/model";
import { DomainError } from "@/lib/errors";

type Losses = Omit<BlockLosses, "id">;
type Loss = { readonly role: BlockUse["role"]; readonly block: LostBlock };

/**
 * A deployment whose block was deleted must not run: without its storage it would not find the flow, and without its
 * infrastructure block the agent would take one that nobody chose.
 * @throws DomainError conflict naming the block and the ways out.
 */
export function refuseLostBlocks(
  deployment: Losses & Pick<Deployment, "name">,
  attempt: "resumed" | "run",
): void {
  const loss = firstLoss(deployment);
  if (!loss) return;
  const message =
    `Deployment "${deployment.name}" cannot be ${attempt}: its ${name(loss)} was deleted. ` +
    `Choose another ${loss.role} block for it, or apply the deployment again.`;
  throw new DomainError("conflict", message, {
    issues: [{ path: [`${loss.role}_document_id`], message }],
  });
}

/** The block that a deployment lost, as texts name it: "storage block s3/log-test". Null when it has lost none. */
export function nameLostBlock(losses: Losses): string | null {
  const loss = firstLoss(losses);
  return loss ? name(loss) : null;
}

function firstLoss({ lostStorage, lostInfrastructure }: Losses): Loss | undefined {
  if (lostStorage) return { role: "storage", block: lostStorage };
  return lostInfrastructure ? { role: "infrastructure", block: lostInfrastructure } : undefined;
}

function name({ role, block }: Loss): string {
  return `${role} block ${block.typeSlug}/${block.name}`;
}
