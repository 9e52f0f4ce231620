import type { State, StateType } from "@/lib/states/model";

/** What a page needs to show a state. */
export type StateLabel = { readonly type: StateType; readonly name: string };

/** A client may send a name of any length; a page needs no more of it than this. The API answers all of it. */
const longestName = 200;

/** What pages show of a state. */
export function toStateLabel({ type, name }: Pick<State, "type" | "name">): StateLabel {
  return { type, name: name.length > longestName ? `${name.slice(0, longestName)}…` : name };
}

/** "Awaiting retry" for `AwaitingRetry`; names that clients made up are shown as they are. */
export function stateWords(name: string): string {
  if (!/^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(name)) return name;
  const words = name.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const words: Readonly<Record<StateType, string>> = {
  SCHEDULED: "Scheduled",
  PENDING: "Pending",
  RUNNING: "Running",
  COMPLETED: "Completed",
  FAILED: "Failed",
  CANCELLED: "Cancelled",
  CRASHED: "Crashed",
  PAUSED: "Paused",
  CANCELLING: "Cancelling",
};

/** The type of a state as a word. */
export function stateTypeWord(type: StateType): string {
  return words[type];
}
