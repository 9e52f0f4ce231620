import { DomainError } from "@/lib/errors";
import type { Deps } from "@/lib/store";
import type { WorkPool } from "@/lib/work-pools/model";
import { isReservedName } from "@/lib/work-pools/names";
import { readWorkPool } from "@/lib/work-pools/read-work-pool";

/** Only what is given changes. */
export type WorkPoolChanges = Partial<
  Pick<WorkPool, "description" | "isPaused" | "concurrencyLimit" | "baseJobTemplate">
>;

/** @throws DomainError not_found, or forbidden for texts of a pool with a reserved name. */
export async function updateWorkPool(deps: Deps, name: string, changes: WorkPoolChanges): Promise<void> {
  const { isPaused, concurrencyLimit, ...texts } = changes;
  if (isReservedName(name) && Object.keys(texts).length > 0) {
    throw new DomainError(
      "forbidden",
      "Of a pool whose name begins with Prefect only the pause and the concurrency limit can be changed.",
    );
  }
  await deps.store.transaction(async (tx) => {
    const pool = await readWorkPool({ store: tx }, name);
    await tx.workPools.update({ ...pool, ...changes, updated: deps.now() });
  });
}
