import { DomainError } from "@/lib/errors";
import type { FlowRun } from "@/lib/flow-runs/model";
import type { FlowRunId } from "@/lib/ids";
import type { Store } from "@/lib/store";

/** @throws DomainError not_found */
export async function readFlowRun(store: Pick<Store, "flowRuns">, id: FlowRunId): Promise<FlowRun> {
  const run = await store.flowRuns.byId(id);
  if (!run) throw new DomainError("not_found", "Flow run not found");
  return run;
}
