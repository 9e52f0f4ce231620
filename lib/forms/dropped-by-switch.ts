import type { Draft } from "@/lib/forms/draft";
import {
  dictRows,
  groupDraft,
  isMismatchDraft,
  isSameDraft,
  isSecretDraft,
  isTextView,
  listRows,
  textDraft,
  unionDraft,
} from "@/lib/forms/draft-shape";
import { emptyDraft, startDraft } from "@/lib/forms/empty-draft";
import type { FieldNode, UnionNode } from "@/lib/forms/field-node";
import { isBlank } from "@/lib/forms/new-value";
import { shownNode } from "@/lib/forms/recursion";
import { formatCount } from "@/lib/text/format-count";

/**
 * What the chosen branch of a union holds and a save in another branch would drop, in words for a question: the parts
 * of a group by their labels, else the value itself. Never a secret. Empty: nothing is lost.
 */
export function droppedBySwitch(node: UnionNode, draft: Draft): readonly string[] {
  const { branch, drafts } = unionDraft(draft);
  const chosen = branch === null ? undefined : node.branches[branch];
  if (branch === null || !chosen || chosen.node.kind === "const") return [];
  return heldBy(chosen.node, drafts[branch] ?? null);
}

function heldBy(node: FieldNode, draft: Draft): readonly string[] {
  if (draft === null || isUntouched(node, draft)) return [];
  const full = shownNode(node);
  if (full.kind === "group" && !isTextView(draft) && !isMismatchDraft(draft) && !isSecretDraft(draft)) {
    return groupDraft(draft).f.flatMap((part, index) => {
      const field = full.fields[index];
      return field && field.kind !== "const" && !isUntouched(field, part) ? [field.label] : [];
    });
  }
  return [inWords(full, draft)];
}

/** As a form begins, or filled in with nothing. */
function isUntouched(node: FieldNode, draft: Draft): boolean {
  if (isTextView(draft)) return draft.text.trim() === "";
  return isBlank(node, draft) || isSameDraft(draft, emptyDraft(node)) || isSameDraft(draft, startDraft(node));
}

const longest = 40;

function inWords(node: FieldNode, draft: Draft): string {
  if (isSecretDraft(draft)) return "a hidden value";
  const rows = listRows(draft)?.length || dictRows(draft)?.length;
  if (rows) return formatCount(rows, node.kind === "dict" ? node.entryLabel : "item");
  const text = textDraft(draft);
  if (text === null || text.includes("\n")) return "what is entered there";
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
