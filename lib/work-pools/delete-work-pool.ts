import { DomainError } from "@/lib/errors";
import type { Deps } from "@/lib/store";
import { isReservedName } from "@/lib/work-pools/names";
import { readWorkPool } from "@/lib/work-pools/read-work-pool";

/**
 * With its queues. Deployments and runs stay, without a queue.
 * @throws DomainError not_found, or forbidden for a reserved name.
 */
export async function deleteWorkPool({ store }: Pick<Deps, "store">, name: string): Promise<void> {
  if (isReservedName(name)) {
    throw new DomainError("forbidden", "A pool whose name begins with Prefect cannot be deleted.");
  }
  await store.transaction(async (tx) => {
    const pool = await readWorkPool({ store: tx }, name);
    await tx.workPools.delete(pool.id);
  });
}
