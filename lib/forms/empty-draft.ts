import type { DictRow, Draft, DraftOf, ListRow } from "@/lib/forms/draft";
import { groupDraft, isSecretDraft, unionDraft } from "@/lib/forms/draft-shape";
import type {
  DictNode,
  FieldNode,
  FormTree,
  GroupNode,
  ListNode,
  TupleNode,
  UnionNode,
} from "@/lib/forms/field-node";
import { unfold } from "@/lib/forms/recursion";

/** The draft of a form that nobody has touched. */
export function emptyDrafts(tree: FormTree): readonly Draft[] {
  return tree.fields.map(emptyDraft);
}

/** "Not set". What is required stands open: a required group is set, a required choice has its first branch. */
export function emptyDraft(node: FieldNode): Draft {
  switch (node.kind) {
    case "secret":
      return { action: "replace", text: "", isStored: false };
    case "group":
      return groupOf(node, node.required);
    case "union":
      return unionOf(node, node.required ? 0 : null);
    case "tuple":
      return node.required ? { rows: tupleRows(node) } : null;
    default:
      return null;
  }
}

/** What "Set", "Add" or "Replace" puts in the place of "not set": the same control, empty and ready to be filled in. */
export function startDraft(node: FieldNode): Draft {
  switch (node.kind) {
    case "text":
    case "number":
    case "datetime":
    case "duration":
      return "";
    case "boolean":
      return node.defaultJson !== "true";
    case "list":
    case "dict":
      return { rows: [] };
    case "tuple":
      return { rows: tupleRows(node) };
    case "union":
      return unionOf(node, 0);
    case "group":
      return groupOf(node, true);
    case "recursive":
      return startDraft(unfold(node));
    case "json":
      return { text: "", language: node.language };
    case "secret":
    case "enum":
    case "const":
    case "reference":
      return emptyDraft(node);
  }
}

/** "Not set" where something may have been: what the person sees is gone, what was typed inside is still there. */
export function clearedDraft(node: FieldNode, draft: Draft): Draft {
  if (isSecretDraft(draft) && draft.isStored) return { ...draft, action: "clear", text: "" };
  const empty = emptyDraft(node);
  // A required group or choice stands open when nothing is stored; cleared on purpose it is not there.
  if (node.kind === "group") {
    const { f } = groupDraft(draft);
    return { isSet: false, f: f.length > 0 ? f : groupDraft(empty).f };
  }
  if (node.kind === "union") {
    const { drafts } = unionDraft(draft);
    return { branch: null, drafts: drafts.length > 0 ? drafts : unionDraft(empty).drafts };
  }
  // So does every place of a required tuple; a model inside itself is not there until somebody sets it.
  return node.kind === "tuple" ? null : empty;
}

/** Every place, empty. */
export function tupleRows(node: TupleNode): readonly ListRow[] {
  return node.items.map((item) => ({ from: null, value: emptyDraft(item) }));
}

export function newListRow(node: ListNode): ListRow {
  return { from: null, value: startDraft(node.item) };
}

export function newDictRow(node: DictNode, key = ""): DictRow {
  return { from: null, key, value: startDraft(node.value) };
}

function groupOf(node: GroupNode, isSet: boolean): DraftOf<"group"> {
  return { isSet, f: node.fields.map(emptyDraft) };
}

/** Every branch is ready to be filled in, so that choosing one shows its control. */
function unionOf(node: UnionNode, branch: number | null): DraftOf<"union"> {
  return { branch, drafts: node.branches.map((option) => branchDraft(option.node)) };
}

function branchDraft(node: FieldNode): Draft {
  // A switch has to be moved by a person: choosing "On or off" is not choosing "on". A model inside itself has no end.
  return node.kind === "boolean" || node.kind === "recursive" ? null : startDraft(node);
}
