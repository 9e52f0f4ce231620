"use server";

import { findJumpTargets, type JumpTarget } from "@/lib/blocks/find-jump-targets";
import { getContext } from "@/lib/server/context";

export async function findJumpTargetsAction(text: unknown): Promise<readonly JumpTarget[]> {
  return findJumpTargets(getContext(), typeof text === "string" ? text : "");
}
