"use client";

import type { ActionFailure } from "@/components/forms/form-contract";

/** The server takes bodies of 4 MiB; the rest is room for what stands around the input. */
const maxInputBytes = 4 * 1024 * 1024 - 4096;

/**
 * Sends an input to a server action. Too much of it is refused before it is sent (the server would cut the connection),
 * and a request that gets no answer is a failure like any other.
 */
export async function answerOf<Input, Answer>(
  send: (input: Input) => Promise<Answer | ActionFailure>,
  input: Input,
): Promise<Answer | ActionFailure> {
  if (new Blob([JSON.stringify(input)]).size > maxInputBytes) return tooLarge;
  return send(input).catch(() => unreachable);
}

const tooLarge: ActionFailure = {
  ok: false,
  code: "too_large",
  message:
    "What was typed is larger than 4 MB, the most that a block can take at once. Shorten the longest value.",
  issues: [],
};

/** A request, or the code for it, that did not arrive. */
export const unreachable: ActionFailure = {
  ok: false,
  code: "unknown",
  message:
    "The server did not answer, so nothing is known to be stored. Check the connection, then try again.",
  issues: [],
};
