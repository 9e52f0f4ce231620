import type { Flow } from "@/lib/flows/model";
import type { FlowId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

export type NewFlow = Pick<Flow, "name" | "tags">;

/** Registers a flow. One that has the name already is answered as it is. */
export async function createFlow(
  deps: Deps,
  input: NewFlow,
): Promise<{ readonly flow: Flow; readonly isNew: boolean }> {
  // Clients register their flow with every run: mostly nothing is to be written.
  const known = await deps.store.flows.byName(input.name);
  if (known) return { flow: known, isNew: false };
  return deps.store.transaction(async (tx) => {
    const rival = await tx.flows.byName(input.name);
    if (rival) return { flow: rival, isNew: false };
    const created = deps.now();
    const flow = { ...input, id: deps.newId<FlowId>(), created, updated: created };
    await tx.flows.insert(flow);
    return { flow, isNew: true };
  });
}
