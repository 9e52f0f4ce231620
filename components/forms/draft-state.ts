import type { Draft } from "@/lib/forms/draft";
import {
  dictRows,
  groupDraft,
  isMismatchDraft,
  isSecretDraft,
  isTextView,
  listRows,
  unionDraft,
} from "@/lib/forms/draft-shape";
import type { FieldNode } from "@/lib/forms/field-node";
import { shownNode } from "@/lib/forms/recursion";

/** How a field stands, in a word for outlines: "Set", "3" rows, "" when nothing is set. */
export function draftState(node: FieldNode, draft: Draft | undefined): string {
  if (draft === undefined || draft === null) return "";
  if (isTextView(draft)) return draftState(node, draft.basis);
  if (isMismatchDraft(draft)) return "Mismatch";
  // A list or a dict may be secret as a whole.
  if (!isSecretDraft(draft) && (node.kind === "list" || node.kind === "dict")) return rowCount(draft);
  return isSet(node, draft) ? "Set" : "";
}

function rowCount(draft: Draft): string {
  const rows = listRows(draft) ?? [];
  return String(rows.length + (dictRows(draft)?.length ?? 0));
}

function isSet(node: FieldNode, draft: Draft): boolean {
  if (isSecretDraft(draft)) return draft.action === "keep" || draft.text !== "";
  if (node.kind === "recursive") return isSet(shownNode(node), draft);
  if (node.kind === "union") return unionDraft(draft).branch !== null;
  return node.kind === "group" ? groupDraft(draft).isSet : true;
}
