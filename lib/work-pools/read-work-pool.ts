import { DomainError } from "@/lib/errors";
import type { Store } from "@/lib/store";
import type { WorkPool } from "@/lib/work-pools/model";

/** @throws DomainError not_found */
export async function readWorkPool({ store }: { readonly store: Store }, name: string): Promise<WorkPool> {
  const pool = await store.workPools.byName(name);
  if (!pool) throw new DomainError("not_found", `Work pool "${name}" not found.`);
  return pool;
}
