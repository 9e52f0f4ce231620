"use server";

import { revalidatePath } from "next/cache";
import type { RunActionAnswer } from "@/components/runs/actions/run-actions";
import { DomainError } from "@/lib/errors";
import { cancelFlowRun } from "@/lib/flow-runs/cancel-flow-run";
import { retryFlowRun } from "@/lib/flow-runs/retry-flow-run";
import { runAgain } from "@/lib/flow-runs/run-again";
import { type FlowRunId, parseUuid } from "@/lib/ids";
import { type Context, getContext } from "@/lib/server/context";

/** Stops a run, or keeps it from starting. */
export async function cancelRunAction(id: unknown): Promise<RunActionAnswer> {
  return act(id, async (context, run) => {
    await cancelFlowRun(context, run);
    return { ok: true };
  });
}

/** Deletes a run with all that belongs to it. One that is gone already is no fault. */
export async function deleteRunAction(id: unknown): Promise<RunActionAnswer> {
  return act(id, async ({ store }, run) => {
    await store.transaction((tx) => tx.flowRuns.delete(run));
    return { ok: true };
  });
}

/** Makes a new run with the parameters of this one. */
export async function runAgainAction(id: unknown): Promise<RunActionAnswer> {
  return act(id, async (context, run) => ({ ok: true, id: (await runAgain(context, run)).id }));
}

/** Begins a run anew that ended badly. */
export async function retryRunAction(id: unknown): Promise<RunActionAnswer> {
  return act(id, async (context, run) => {
    await retryFlowRun(context, run);
    return { ok: true };
  });
}

async function act(
  text: unknown,
  action: (context: Context, id: FlowRunId) => Promise<RunActionAnswer>,
): Promise<RunActionAnswer> {
  const context = getContext();
  const id = typeof text === "string" ? parseUuid<FlowRunId>(text) : undefined;
  if (id === undefined) return { ok: false, message: "The ID is no UUID. Reload the page." };
  try {
    return await action(context, id);
  } catch (error) {
    if (DomainError.is(error)) return { ok: false, message: error.message };
    context.log.error("an action on a flow run failed", { error });
    return { ok: false, message: "The server could not do it. Its log says why." };
  } finally {
    revalidatePath("/flow-runs");
  }
}
