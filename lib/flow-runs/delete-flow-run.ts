import { DomainError } from "@/lib/errors";
import type { FlowRunId } from "@/lib/ids";
import type { Deps } from "@/lib/store";

/** With its states, task runs and logs. @throws DomainError not_found */
export async function deleteFlowRun({ store }: Pick<Deps, "store">, id: FlowRunId): Promise<void> {
  const wasThere = await store.transaction((tx) => tx.flowRuns.delete(id));
  if (!wasThere) throw new DomainError("not_found", "Flow run not found");
}
