import type { Fault } from "@/components/forms/error-summary";

/** When a run starts, as chosen: `local` is what a native input of date and time holds. */
export type StartChoice =
  | { readonly when: "now" }
  | { readonly when: "at"; readonly local: string; readonly zone: StartZone };
export type StartZone = "browser" | "utc";

/** The position of the start in the form, as faults name it. */
export const startField = "start";

/** The instant of a choice, null for now. */
export function startTimeOf(
  choice: StartChoice,
): { readonly ok: true; readonly iso: string | null } | { readonly ok: false; readonly fault: Fault } {
  if (choice.when === "now") return { ok: true, iso: null };
  const at = new Date(choice.zone === "utc" ? `${choice.local}Z` : choice.local);
  if (choice.local !== "" && !Number.isNaN(at.getTime())) return { ok: true, iso: at.toISOString() };
  const message = "Choose the day and the time at which the run starts.";
  return { ok: false, fault: { name: startField, label: "Start", message } };
}
