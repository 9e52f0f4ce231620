import type { DictRow, Draft, ListRow } from "@/lib/forms/draft";
import { dictRows, groupDraft, listRows, unionDraft } from "@/lib/forms/draft-shape";
import { branchPosition, fieldPosition, type Position, rowPosition } from "@/lib/forms/field-issue";
import type { FieldNode, FormTree, NodeOf } from "@/lib/forms/field-node";
import { isBlank } from "@/lib/forms/new-value";
import { unfold } from "@/lib/forms/recursion";

/** A node of a form with what it holds now and held at first. */
export type Spot = {
  readonly node: FieldNode;
  readonly draft: Draft;
  /** Undefined where nothing was there at first. */
  readonly initial: Draft | undefined;
  readonly position: Position;
  /** The row that it is the value of. */
  readonly row?: ListRow | DictRow;
};

export function topSpots(
  tree: FormTree,
  drafts: readonly Draft[],
  initial: readonly Draft[] | undefined,
): readonly Spot[] {
  return fieldSpots(tree.fields, drafts, initial, undefined);
}

/** What lies directly below. Rows that nobody filled in are left out: they are not saved either. */
export function spotsBelow(spot: Spot): readonly Spot[] {
  const { node, draft, initial, position } = spot;
  switch (node.kind) {
    case "recursive":
      return draft === null ? [] : spotsBelow({ ...spot, node: unfold(node) });
    case "tuple":
      return placeSpots(node, draft, initial, position);
    case "group": {
      const { isSet, f } = groupDraft(draft);
      const before = groupDraft(initial);
      return isSet ? fieldSpots(node.fields, f, before.isSet ? before.f : undefined, position) : [];
    }
    case "list":
      return listSpots(node, draft, initial, position);
    case "dict":
      return dictSpots(node, draft, initial, position);
    case "union":
      return branchSpots(node, draft, initial, position);
    default:
      return [];
  }
}

function fieldSpots(
  fields: readonly FieldNode[],
  drafts: readonly Draft[],
  initial: readonly Draft[] | undefined,
  parent: Position | undefined,
): readonly Spot[] {
  return fields.map((node, index) => ({
    node,
    draft: drafts[index] ?? null,
    initial: initial ? (initial[index] ?? null) : undefined,
    position: fieldPosition(parent, index, node),
  }));
}

function listSpots(
  node: NodeOf<"list">,
  draft: Draft,
  initial: Draft | undefined,
  position: Position,
): readonly Spot[] {
  const before = new Map(listRows(initial)?.map((row) => [row.from, row.value]));
  const rows = (listRows(draft) ?? []).map((row, index) => ({ row, index }));
  const filled = rows.filter(({ row }) => row.from !== null || !isBlank(node.item, row.value));
  return filled.map(({ row, index }, place) => ({
    node: node.item,
    draft: row.value,
    initial: row.from === null ? undefined : before.get(row.from),
    position: rowPosition(position, index, place),
    row,
  }));
}

/** Every place, also an empty one: it may be required. */
function placeSpots(
  node: NodeOf<"tuple">,
  draft: Draft,
  initial: Draft | undefined,
  position: Position,
): readonly Spot[] {
  const before = new Map(listRows(initial)?.map((row) => [row.from, row.value]));
  return (listRows(draft) ?? []).flatMap((row, index) => {
    const item = node.items[index];
    const below = rowPosition(position, index, index);
    if (!item) return [];
    return {
      node: item,
      draft: row.value,
      initial: row.from === null ? undefined : before.get(row.from),
      position: { ...below, label: `${position.label}: ${item.label}` },
    };
  });
}

function dictSpots(
  node: NodeOf<"dict">,
  draft: Draft,
  initial: Draft | undefined,
  position: Position,
): readonly Spot[] {
  const before = new Map(dictRows(initial)?.map((row) => [row.from, row.value]));
  const rows = (dictRows(draft) ?? []).map((row, index) => ({ row, index }));
  const filled = rows.filter(
    ({ row }) => row.from !== null || row.key !== "" || !isBlank(node.value, row.value),
  );
  return filled.map(({ row, index }) => ({
    node: node.value,
    draft: row.value,
    initial: row.from === null ? undefined : before.get(row.from),
    position: rowPosition(position, index, row.key),
    row,
  }));
}

function branchSpots(
  node: NodeOf<"union">,
  draft: Draft,
  initial: Draft | undefined,
  position: Position,
): readonly Spot[] {
  const { branch, drafts } = unionDraft(draft);
  const chosen = branch === null ? undefined : node.branches[branch];
  if (branch === null || !chosen) return [];
  const before = unionDraft(initial);
  return [
    {
      node: chosen.node,
      draft: drafts[branch] ?? null,
      initial: before.branch === branch ? (before.drafts[branch] ?? null) : undefined,
      position: branchPosition(position, branch),
    },
  ];
}
