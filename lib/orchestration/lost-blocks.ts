import { abort, hasEnded, isIn } from "@/lib/orchestration/ruling";
import type { FlowRunRule } from "@/lib/orchestration/situations";

/** An agent that took the run would look for the code in its own folder, or start it on infrastructure that nobody chose. */
export const keepFromAgents: FlowRunRule = ({ current, proposed, lostBlock }) => {
  if (lostBlock === null) return undefined;
  const isForAgents = proposed.type === "SCHEDULED" && (hasEnded(current) || isIn(current, "PAUSED"));
  if (proposed.type !== "PENDING" && !isForAgents) return undefined;
  return abort(
    `The ${lostBlock} of its deployment was deleted. Choose another one for the deployment, or apply it again.`,
  );
};
