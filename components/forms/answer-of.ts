"use client";

import type { ActionFailure } from "@/components/forms/form-contract";

/** What a server action answers; a request that gets no answer is a failure like any other. */
export async function answerOf<Answer>(
  request: Promise<Answer | ActionFailure>,
): Promise<Answer | ActionFailure> {
  return request.catch(() => unreachable);
}

const unreachable: ActionFailure = {
  ok: false,
  code: "unknown",
  message:
    "The server did not answer, so nothing is known to be stored. Check the connection, then try again.",
  issues: [],
};
