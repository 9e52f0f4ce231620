import { abort, isIn, type Rule, type Situation, stay } from "@/lib/orchestration/ruling";

/** A client that got no answer sends its proposal again: it takes effect once. */
export const refuseSameTransition: Rule<unknown, Situation<unknown>> = ({ current, proposed }) => {
  const { transitionId } = proposed.details;
  if (transitionId === null || current?.details.transitionId !== transitionId) return undefined;
  return stay("This run has already made this state transition.");
};

/** Of several agents that found the same run only one gets it. */
export const grantPendingOnce: Rule<unknown, Situation<unknown>> = ({ current, proposed }) => {
  const isTaken = isIn(current, "PENDING", "RUNNING", "CANCELLING", "CANCELLED");
  if (proposed.type !== "PENDING" || !isTaken) return undefined;
  return abort(`This run is in a ${current.type} state and cannot transition to a PENDING state.`);
};

/** Whoever marks late runs may come after an agent that took the run meanwhile. */
export const markOnlyScheduledLate: Rule<unknown, Situation<unknown>> = ({ current, proposed }) => {
  const isMarking = proposed.type === "SCHEDULED" && proposed.name === "Late";
  if (!isMarking || isIn(current, "SCHEDULED")) return undefined;
  return stay("Only a scheduled run can be late.");
};
