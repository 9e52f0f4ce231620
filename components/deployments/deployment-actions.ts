import type { DeletionConsequences } from "@/lib/deployments/read-consequences";

/** What came of an action: done, or why not, in words. */
export type ActionAnswer = { readonly ok: true } | { readonly ok: false; readonly message: string };

export type BlockRole = "storage" | "infrastructure";

/** Server actions, given by the page. */
export type DeploymentActions = {
  readonly setPaused: (id: string, isPaused: boolean) => Promise<ActionAnswer>;
  readonly setScheduleActive: (id: string, scheduleId: string, isActive: boolean) => Promise<ActionAnswer>;
  readonly consequences: (id: string) => Promise<DeletionConsequences>;
  readonly remove: (id: string) => Promise<ActionAnswer>;
  /** Gives a deployment another storage or infrastructure block. */
  readonly chooseBlock: (id: string, role: BlockRole, blockId: string) => Promise<ActionAnswer>;
};

/** An action whose request was not answered. */
export const noAnswer: ActionAnswer = {
  ok: false,
  message: "The server did not answer. Check that it is running and try again.",
};
