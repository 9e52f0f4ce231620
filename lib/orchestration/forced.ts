import { isJsonObject } from "@/lib/json";
import { isIn, type Rule, type Situation } from "@/lib/orchestration/ruling";

/** The result of what failed is none: a run that somebody declares completed must not hand it out, nor be repeated. */
export const completeWithUnknownResult: Rule<unknown, Situation<unknown>> = ({ current, proposed }) => {
  if (proposed.type !== "COMPLETED" || !isIn(current, "FAILED", "CRASHED")) return undefined;
  if (!isJsonObject(current.data) || current.data.get("type") !== "reference") return undefined;
  return { status: "accept", proposed: { ...proposed, data: new Map([["type", "unknown"]]) } };
};
