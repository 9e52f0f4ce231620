import type { Issue } from "@/lib/errors";
import type { Draft } from "@/lib/forms/draft";
import { type Spot, spotsBelow, topSpots } from "@/lib/forms/draft-children";
import type { FieldIssue } from "@/lib/forms/field-issue";
import type { FormTree } from "@/lib/forms/field-node";

/**
 * Brings faults that the server found to the controls of a draft. Its paths begin with "data"; a fault deeper than any
 * control goes to the control around it. Those of nothing in the form (the block name) are left out.
 */
export function locateIssues(
  tree: FormTree,
  draft: readonly Draft[],
  issues: readonly Issue[],
): readonly FieldIssue[] {
  const spots = topSpots(tree, draft, undefined);
  return issues.flatMap(({ path, message }) => {
    const [root, ...inner] = path;
    const spot = root === "data" ? findSpot(spots, inner) : undefined;
    return spot ? [{ id: spot.node.id, ...spot.position, message }] : [];
  });
}

function findSpot(spots: readonly Spot[], path: Issue["path"]): Spot | undefined {
  const around = spots.find(({ position }) => position.path.every((step, index) => step === path[index]));
  return around && (findSpot(spotsBelow(around), path) ?? around);
}
