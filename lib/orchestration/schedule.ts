import { isIn, type Rule, type Situation } from "@/lib/orchestration/ruling";

/** An agent takes a run before it is due: the time goes with it, so that it is not begun too early. */
export const carryScheduledTime: Rule<unknown, Situation<unknown>> = ({ current, proposed }) => {
  if (proposed.type !== "PENDING" || !isIn(current, "SCHEDULED")) return undefined;
  if (proposed.details.scheduledTime !== null) return undefined;
  const details = { ...proposed.details, scheduledTime: current.details.scheduledTime };
  return { status: "accept", proposed: { ...proposed, details } };
};

/** By the server's clock, to the nearest second. */
export const waitUntilDue: Rule<unknown, Situation<unknown>> = ({ current, proposed, now }) => {
  if (proposed.type !== "RUNNING" || !isIn(current, "SCHEDULED", "PENDING")) return undefined;
  const delaySeconds = Math.round(((current.details.scheduledTime ?? now) - now) / 1_000_000);
  if (delaySeconds <= 0) return undefined;
  return { status: "wait", delaySeconds, reason: "Scheduled time is in the future" };
};
