import { DomainError } from "@/lib/errors";
import type { FlowId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** With its deployments and runs. @throws DomainError not_found */
export async function deleteFlow(deps: Pick<Deps, "store">, id: FlowId): Promise<void> {
  const wasThere = await deps.store.transaction((tx) => tx.flows.delete(id));
  if (!wasThere) throw new DomainError("not_found", "Flow not found");
}
