import type { Flow } from "@/lib/flows/model";
import { readFlow } from "@/lib/flows/read-flow";
import type { FlowId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

export type FlowChanges = Partial<Pick<Flow, "tags">>;

/** @throws DomainError not_found */
export async function updateFlow(deps: Deps, id: FlowId, changes: FlowChanges): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const flow = await readFlow(tx, id);
    await tx.flows.update({ ...flow, ...changes, updated: deps.now() });
  });
}
