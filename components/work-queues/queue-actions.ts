import type { ActionAnswer } from "@/components/deployments/deployment-actions";
import type { QueueFaults, QueueInput } from "@/lib/work-queues/queue-input";

/** What came of a form: done, what to correct, or why not. */
export type FormAnswer =
  | { readonly ok: true; readonly path?: string }
  | { readonly ok: false; readonly faults?: QueueFaults; readonly message?: string };

/** Server actions, given by the page. */
export type QueueActions = {
  /** Answers the path of the new queue. */
  readonly create: (input: QueueInput) => Promise<FormAnswer>;
  readonly save: (id: string, input: QueueInput) => Promise<FormAnswer>;
  readonly setPaused: (id: string, isPaused: boolean) => Promise<ActionAnswer>;
  readonly remove: (id: string) => Promise<ActionAnswer>;
};

export type PoolActions = {
  readonly save: (name: string, input: QueueInput) => Promise<FormAnswer>;
  readonly setPaused: (name: string, isPaused: boolean) => Promise<ActionAnswer>;
};
