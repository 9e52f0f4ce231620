// Two people changed one block: what a form holds is brought onto what is stored by now. Nothing is taken from either
// side without being asked for: where both changed the same value, the caller chooses, and secrets that cannot be kept
// are asked for again.
import type { DictRow, Draft, ListRow } from "@/lib/forms/draft";
import {
  dictRows,
  groupDraft,
  isMismatchDraft,
  isSameDraft,
  isSecretDraft,
  isTextView,
  listRows,
  unionDraft,
} from "@/lib/forms/draft-shape";
import type { FieldNode, FormTree, NodeOf } from "@/lib/forms/field-node";
import { shownNode } from "@/lib/forms/recursion";
import { pathBelow } from "@/lib/forms/value-path";

export type Side = "mine" | "theirs";

export type MergeInput = {
  /** The form as it was opened, and what it holds now. */
  readonly tree: FormTree;
  readonly base: readonly Draft[];
  readonly mine: readonly Draft[];
  /** The form of what is stored by now: another tree when the block was moved to another schema. */
  readonly theirTree: FormTree;
  readonly theirs: readonly Draft[];
};

export type Merged = {
  /** For `theirTree`, with `theirs` as what is stored. */
  readonly drafts: readonly Draft[];
  /** Paths of values that both changed, each to something else. */
  readonly conflicts: readonly string[];
  /** Labels of my changes that have no place in the other tree. */
  readonly lost: readonly string[];
};

/** `choose` decides at the path of each conflict. */
export function mergeDrafts(input: MergeInput, choose: (path: string) => Side): Merged {
  const { tree, base, mine, theirTree, theirs } = input;
  const conflicts: string[] = [];
  const decide = (path: string) => {
    conflicts.push(path);
    return choose(path);
  };
  const placed = new Set<number>();
  const drafts = theirTree.fields.map((node, index) => {
    const at = tree.fields.findIndex((field) => isSameDraft(field, node));
    const their = theirs[index] ?? null;
    if (at < 0) return their;
    placed.add(at);
    const sides = { base: base[at] ?? null, mine: mine[at] ?? null, theirs: their };
    return mergeNode(node, sides, pathBelow("", node.key), decide);
  });
  const lost = tree.fields.flatMap(({ label }, index) =>
    placed.has(index) || isSameDraft(base[index] ?? null, mine[index] ?? null) ? [] : label,
  );
  return { drafts, conflicts, lost };
}

type Sides = { readonly base: Draft; readonly mine: Draft; readonly theirs: Draft };
type Decide = (path: string) => Side;

function mergeNode(node: FieldNode, sides: Sides, path: string, decide: Decide): Draft {
  const { base, mine, theirs } = sides;
  if (isSameDraft(mine, base) || isSameDraft(mine, theirs)) return theirs;
  if (isSameDraft(theirs, base)) return mine;
  const inner = [base, mine, theirs].some(hidesKind) ? undefined : mergeInside(node, sides, path, decide);
  return inner ?? (decide(path) === "mine" ? onto(theirs, mine) : theirs);
}

/** Undefined where the value is one whole. */
function mergeInside(folded: FieldNode, sides: Sides, path: string, decide: Decide): Draft | undefined {
  const node = shownNode(folded);
  if (node.kind === "group") return mergeGroup(node, sides, path, decide);
  const rows = node.kind === "dict" ? mergeDict(node, sides, path, decide) : undefined;
  return rows && { rows };
}

/** A draft that is not the one of its node's kind. */
function hidesKind(draft: Draft): boolean {
  return isMismatchDraft(draft) || isSecretDraft(draft) || isTextView(draft);
}

/** Undefined when the group as a whole came or went. */
function mergeGroup(node: NodeOf<"group">, sides: Sides, path: string, decide: Decide): Draft | undefined {
  const [base, mine, theirs] = [sides.base, sides.mine, sides.theirs].map(groupDraft);
  if (!base?.isSet || !mine?.isSet || !theirs?.isSet) return undefined;
  const f = node.fields.map((field, index) => {
    const inner = {
      base: base.f[index] ?? null,
      mine: mine.f[index] ?? null,
      theirs: theirs.f[index] ?? null,
    };
    return mergeNode(field, inner, pathBelow(path, field.key), decide);
  });
  return { isSet: true, f };
}

type RowSides = {
  readonly base: DictRow | undefined;
  readonly mine: DictRow | undefined;
  readonly theirs: DictRow | undefined;
};

/** By key: their rows in their order, then those that are new in mine. Undefined when the dict came or went. */
function mergeDict(
  node: NodeOf<"dict">,
  sides: Sides,
  path: string,
  decide: Decide,
): readonly DictRow[] | undefined {
  const [base, mine, theirs] = [sides.base, sides.mine, sides.theirs].map(dictRows);
  if (!base || !mine || !theirs) return undefined;
  const find = (rows: readonly DictRow[], key: string) => rows.find((row) => (row.from ?? row.key) === key);
  const inTheirs = new Set(theirs.map(({ key }) => key));
  const mineOnly = mine.filter((row) => !inTheirs.has(row.from ?? row.key));
  const rowAt = (key: string, their: DictRow | undefined, my: DictRow | undefined) =>
    mergeRow(node.value, { base: find(base, key), mine: my, theirs: their }, pathBelow(path, key), decide);
  return [
    ...theirs.flatMap((row) => rowAt(row.key, row, find(mine, row.key))),
    ...mineOnly.flatMap((row) => rowAt(row.from ?? row.key, undefined, row)),
  ];
}

function mergeRow(node: FieldNode, rows: RowSides, path: string, decide: Decide): readonly DictRow[] {
  const { base, mine, theirs } = rows;
  if (!theirs) return mine ? withoutTheirs(mine, base, path, decide) : [];
  if (!mine) {
    const isMineToDrop = base && (isSameDraft(base.value, theirs.value) || decide(path) === "mine");
    return isMineToDrop ? [] : [theirs];
  }
  const before = base?.value;
  const value =
    before === undefined
      ? mergeAdded(mine.value, theirs.value, path, decide)
      : mergeNode(node, { base: before, mine: mine.value, theirs: theirs.value }, path, decide);
  return [{ ...mine, from: theirs.from, value }];
}

/** Both added a row with this key. */
function mergeAdded(mine: Draft, theirs: Draft, path: string, decide: Decide): Draft {
  if (isSameDraft(mine, theirs)) return theirs;
  return decide(path) === "mine" ? onto(theirs, mine) : theirs;
}

/** A row that is new in mine stays; one that they removed is back only where I changed it and choose so. */
function withoutTheirs(
  mine: DictRow,
  base: DictRow | undefined,
  path: string,
  decide: Decide,
): readonly DictRow[] {
  if (mine.from === null) return [mine];
  const isUntouched = base && base.key === mine.key && isSameDraft(base.value, mine.value);
  if (isUntouched || decide(path) === "theirs") return [];
  return [{ ...mine, from: null, value: detached(mine.value) }];
}

/** My draft where theirs is stored: what it keeps must be theirs. */
function onto(theirs: Draft, mine: Draft): Draft {
  if (isSecretDraft(mine)) return secretOnto(theirs, mine);
  if (isMismatchDraft(mine) || isMismatchDraft(theirs) || isSecretDraft(theirs)) return detached(mine);
  const [rows, stored] = [listRows(mine), listRows(theirs)];
  if (rows && stored && rows.length > 0) return { rows: rowsOnto(stored, rows) };
  const [union, storedUnion] = [unionDraft(mine), unionDraft(theirs)];
  if (union.branch !== null && union.branch === storedUnion.branch) {
    const inner = onto(storedUnion.drafts[union.branch] ?? null, union.drafts[union.branch] ?? null);
    return { branch: union.branch, drafts: union.drafts.with(union.branch, inner) };
  }
  return detached(mine);
}

function secretOnto(theirs: Draft, mine: Extract<Draft, { action: string }>): Draft {
  const isStored = isSecretDraft(theirs) && theirs.isStored;
  if (!isStored) return detached(mine);
  return mine.action === "keep" ? theirs : { ...mine, isStored };
}

/**
 * Rows that stand in theirs unchanged keep their origin; others are new ones. Two hidden values look alike, so a row
 * with a secret is never taken for another one.
 */
function rowsOnto(stored: readonly ListRow[], rows: readonly ListRow[]): readonly ListRow[] {
  const free = new Set(stored.keys());
  return rows.map((row) => {
    const isSame = (index: number) => isSameDraft(stored[index]?.value, row.value);
    const at = holdsStoredSecret(row.value) ? undefined : [...free].find(isSame);
    if (at === undefined) return { from: null, value: detached(row.value) };
    free.delete(at);
    return { from: stored[at]?.from ?? null, value: row.value };
  });
}

function holdsStoredSecret(part: unknown): boolean {
  if (typeof part !== "object" || part === null) return false;
  return ("isStored" in part && part.isStored === true) || Object.values(part).some(holdsStoredSecret);
}

/** A draft that stands on nothing stored: a secret in it that was only kept has to be entered again. */
function detached(draft: Draft): Draft {
  return detachedPart(draft) as Draft; // only the values of `from`, `isStored`, `action` and `text` are others
}

function detachedPart(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(detachedPart);
  if (typeof part !== "object" || part === null) return part;
  const entries = new Map<string, unknown>(Object.entries(part));
  if (entries.has("action") && entries.has("isStored")) {
    const text = entries.get("action") === "replace" ? entries.get("text") : "";
    const isMarked = entries.get("isMarked") === true;
    return { action: "replace", text, isStored: false, ...(isMarked && { isMarked }) };
  }
  return Object.fromEntries(
    [...entries].map(([name, value]) => [name, name === "from" ? null : detachedPart(value)]),
  );
}
