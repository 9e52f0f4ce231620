"use server";

import { revalidatePath } from "next/cache";
import type { ActionAnswer } from "@/components/deployments/deployment-actions";
import { updateSchedule } from "@/lib/deployments/change-schedules";
import { chooseBlock } from "@/lib/deployments/choose-block";
import { deleteDeployment } from "@/lib/deployments/delete-deployment";
import { pauseDeployment, resumeDeployment } from "@/lib/deployments/pause-deployment";
import { type DeletionConsequences, readConsequences } from "@/lib/deployments/read-consequences";
import { DomainError } from "@/lib/errors";
import { type BlockDocumentId, type DeploymentId, type DeploymentScheduleId, parseUuid } from "@/lib/ids";
import { type Context, getContext } from "@/lib/server/context";

// Arguments come from the network, whatever their types say.

/** Pauses or resumes a deployment. */
export async function setPausedAction(id: unknown, isPaused: unknown): Promise<ActionAnswer> {
  return attempt("pausing or resuming a deployment failed", (context) =>
    isPaused === true
      ? pauseDeployment(context, parseId(id))
      : resumeDeployment(context, parseId<DeploymentId>(id)),
  );
}

/** Switches one schedule of a deployment on or off. */
export async function setScheduleActiveAction(
  id: unknown,
  scheduleId: unknown,
  isActive: unknown,
): Promise<ActionAnswer> {
  return attempt("switching a schedule failed", (context) =>
    updateSchedule(
      context,
      { deploymentId: parseId(id), scheduleId: parseId<DeploymentScheduleId>(scheduleId) },
      { isActive: isActive === true },
    ),
  );
}

/** What goes and what stays, looked up now. */
export async function readConsequencesAction(id: unknown): Promise<DeletionConsequences> {
  return readConsequences(getContext(), parseId(id));
}

/** Deletes a deployment. */
export async function deleteDeploymentAction(id: unknown): Promise<ActionAnswer> {
  return attempt("deleting a deployment failed", (context) => deleteDeployment(context, parseId(id)));
}

/** Gives a deployment another block, also in the place of a deleted one. */
export async function chooseBlockAction(id: unknown, role: unknown, blockId: unknown): Promise<ActionAnswer> {
  return attempt("choosing a block of a deployment failed", (context) =>
    chooseBlock(context, {
      deploymentId: parseId(id),
      role: role === "infrastructure" ? "infrastructure" : "storage",
      blockId: parseId<BlockDocumentId>(blockId),
    }),
  );
}

async function attempt(event: string, act: (context: Context) => Promise<void>): Promise<ActionAnswer> {
  const context = getContext();
  try {
    await act(context);
    return { ok: true };
  } catch (error) {
    return { ok: false, message: messageOf(context, event, error) };
  } finally {
    revalidatePath("/", "layout");
  }
}

function messageOf(context: Context, event: string, error: unknown): string {
  if (DomainError.is(error)) {
    return error.code === "not_found"
      ? "This deployment does not exist any more. Somebody deleted it meanwhile."
      : error.message;
  }
  context.log.error(event, { error });
  return "The server could not do this, and nothing was changed. Its log says why.";
}

/** Only a request that no page made holds anything else than an id. */
function parseId<Id extends string = DeploymentId>(value: unknown): Id {
  const id = typeof value === "string" ? parseUuid<Id>(value) : undefined;
  if (id === undefined) throw new DomainError("bad_request", "One of the ids is no UUID.");
  return id;
}
