import { DomainError } from "@/lib/errors";
import type { Flow } from "@/lib/flows/model";
import type { FlowId } from "@/lib/ids";
import type { Store } from "@/lib/store";

/** @throws DomainError not_found */
export async function readFlow(store: Store, id: FlowId): Promise<Flow> {
  return expectFlow(await store.flows.byId(id));
}

/** @throws DomainError not_found */
export async function readFlowByName(store: Store, name: string): Promise<Flow> {
  return expectFlow(await store.flows.byName(name));
}

function expectFlow(flow: Flow | undefined): Flow {
  if (flow) return flow;
  throw new DomainError("not_found", "Flow not found");
}
