"use server";

import { revalidatePath } from "next/cache";
import type { ActionAnswer } from "@/components/deployments/deployment-actions";
import type { FormAnswer } from "@/components/work-queues/queue-actions";
import { DomainError } from "@/lib/errors";
import { parseUuid, type WorkQueueId } from "@/lib/ids";
import { type Context, getContext } from "@/lib/server/context";
import { updateWorkPool } from "@/lib/work-pools/update-work-pool";
import { createWorkQueue } from "@/lib/work-queues/create-work-queue";
import { deleteWorkQueue } from "@/lib/work-queues/delete-work-queue";
import { type ParsedQueueInput, parseQueueInput, type QueueInput } from "@/lib/work-queues/queue-input";
import { updateWorkQueue } from "@/lib/work-queues/update-work-queue";

// Arguments come from the network, whatever their types say.

/** Makes a queue of the agents' pool. */
export async function createQueueAction(input: unknown): Promise<FormAnswer> {
  return submit("creating a work queue failed", input, async (context, value) => {
    const { name, description, limit, priority } = value;
    const wanted = { name, description, concurrencyLimit: limit, priority };
    const { queue } = await createWorkQueue(context, wanted);
    return `/work-queues/work-queue/${queue.id}`;
  });
}

/** Changes limit, priority and description of a queue. */
export async function saveQueueAction(id: unknown, input: unknown): Promise<FormAnswer> {
  return submit("changing a work queue failed", input, async (context, value) => {
    const { description, limit, priority } = value;
    const changes = { description, concurrencyLimit: limit, ...(priority === null ? {} : { priority }) };
    await updateWorkQueue(context, parseId(id), changes);
    return undefined;
  });
}

/** Pauses or resumes a queue. */
export async function setQueuePausedAction(id: unknown, isPaused: unknown): Promise<ActionAnswer> {
  return attempt("pausing or resuming a work queue failed", (context) =>
    updateWorkQueue(context, parseId(id), { isPaused: isPaused === true }),
  );
}

/** Deletes a queue. */
export async function deleteQueueAction(id: unknown): Promise<ActionAnswer> {
  return attempt("deleting a work queue failed", (context) => deleteWorkQueue(context, parseId(id)));
}

/** Changes limit and description of a pool. */
export async function savePoolAction(name: unknown, input: unknown): Promise<FormAnswer> {
  return submit("changing a work pool failed", input, async (context, { description, limit }) => {
    const changes = { description: description === "" ? null : description, concurrencyLimit: limit };
    await updateWorkPool(context, String(name), changes);
    return undefined;
  });
}

/** Pauses or resumes a pool. */
export async function setPoolPausedAction(name: unknown, isPaused: unknown): Promise<ActionAnswer> {
  return attempt("pausing or resuming a work pool failed", (context) =>
    updateWorkPool(context, String(name), { isPaused: isPaused === true }),
  );
}

async function submit(
  event: string,
  input: unknown,
  act: (context: Context, value: ParsedQueueInput) => Promise<string | undefined>,
): Promise<FormAnswer> {
  const parsed = parseQueueInput(toInput(input));
  if (!parsed.ok) return { ok: false, faults: parsed.faults };
  let path: string | undefined;
  const answer = await attempt(event, async (context) => {
    path = await act(context, parsed.value);
  });
  if (!answer.ok) return answer;
  return { ok: true, ...(path === undefined ? {} : { path }) };
}

function toInput(value: unknown): QueueInput {
  const textOf = (key: string) => {
    const text: unknown = typeof value === "object" && value !== null ? Reflect.get(value, key) : "";
    return typeof text === "string" ? text : "";
  };
  return {
    name: textOf("name"),
    limit: textOf("limit"),
    priority: textOf("priority"),
    description: textOf("description"),
  };
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
      ? "It does not exist any more. Somebody deleted it meanwhile."
      : error.message;
  }
  context.log.error(event, { error });
  return "The server could not do this, and nothing was changed. Its log says why.";
}

/** Only a request that no page made holds anything else than an id. */
function parseId(value: unknown): WorkQueueId {
  const id = typeof value === "string" ? parseUuid<WorkQueueId>(value) : undefined;
  if (id === undefined) throw new DomainError("bad_request", "The id is no UUID.");
  return id;
}
