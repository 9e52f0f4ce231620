import type { Refusal } from "@/components/forms/error-summary";
import type { ActionFailure } from "@/components/forms/form-contract";
import type { FormDraft } from "@/lib/forms/draft";
import type { FormTree } from "@/lib/forms/field-node";
import { locateIssues } from "@/lib/forms/locate-issues";

/** What the server found: each fault at its field, what belongs to no field as a sentence. */
export function refusalOf(failure: ActionFailure, tree: FormTree, draft: FormDraft): Refusal {
  const name = failure.issues
    .filter(({ path }) => path[0] === "name")
    .map(({ message }) => ({ name: "name", label: "Block name", message }));
  const faults = [...name, ...locateIssues(tree, draft.f, failure.issues)];
  return faults.length > 0 ? { faults } : { faults, message: failure.message };
}
