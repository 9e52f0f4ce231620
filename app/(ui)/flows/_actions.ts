"use server";

import { revalidatePath } from "next/cache";
import { DomainError } from "@/lib/errors";
import { deleteFlow } from "@/lib/flows/delete-flow";
import { type FlowId, parseUuid } from "@/lib/ids";
import { getContext } from "@/lib/server/context";

/** Deletes a flow with its deployments and runs. One that is gone already is no fault. */
export async function deleteFlowAction(
  text: unknown,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly message: string }> {
  const context = getContext();
  const id = typeof text === "string" ? parseUuid<FlowId>(text) : undefined;
  if (id === undefined) return { ok: false, message: "The ID is no UUID. Reload the page." };
  try {
    await deleteFlow(context, id);
    return { ok: true };
  } catch (error) {
    if (DomainError.is(error) && error.code === "not_found") return { ok: true };
    if (DomainError.is(error)) return { ok: false, message: error.message };
    context.log.error("deleting a flow failed", { error });
    return { ok: false, message: "The server could not do it. Its log says why." };
  } finally {
    revalidatePath("/flow-runs");
  }
}
