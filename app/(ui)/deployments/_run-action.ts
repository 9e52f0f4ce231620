"use server";

import { revalidatePath } from "next/cache";
import type { RunAction } from "@/components/deployments/run/run-form";
import { runFromForm } from "@/lib/deployments/run-form";
import { DomainError } from "@/lib/errors";
import { getContext } from "@/lib/server/context";

/** Runs a deployment from its form. Parameters may hold secrets, so nothing of them is ever logged or answered. */
export const runAction: RunAction = async (input) => {
  const context = getContext();
  try {
    const run = await runFromForm(context, input);
    revalidatePath("/", "layout");
    return { ok: true, run };
  } catch (error) {
    if (DomainError.is(error)) {
      const { code, message, issues } = error;
      return { ok: false, code, message: messageOf(code, message), issues };
    }
    context.log.error("running a deployment failed", { error });
    return {
      ok: false,
      code: "unknown",
      message: "The server could not do this, and nothing was started. Its log says why.",
      issues: [],
    };
  }
};

function messageOf(code: DomainError["code"], message: string): string {
  return code === "not_found"
    ? "This deployment does not exist any more. Somebody deleted it meanwhile."
    : message;
}
