import { DomainError } from "@/lib/errors";
import type { Deps } from "@/lib/store";
import type { WorkPool } from "@/lib/work-pools/model";
import { isReservedName } from "@/lib/work-pools/names";
import { insertWorkPool, type NewWorkPool } from "@/lib/work-queues/insert-work-pool";

/**
 * With its default queue.
 * @throws DomainError bad_request for an empty name, forbidden for a reserved one, conflict when it exists.
 */
export async function createWorkPool(deps: Deps, input: NewWorkPool): Promise<WorkPool> {
  if (/^['"\s]*$/.test(input.name)) {
    throw new DomainError("bad_request", "Work pool name cannot be empty.");
  }
  if (isReservedName(input.name)) {
    throw new DomainError("forbidden", "Names that begin with Prefect are reserved. Choose another name.");
  }
  const { pool } = await deps.store.transaction((tx) => insertWorkPool({ ...deps, store: tx }, input));
  return pool;
}
