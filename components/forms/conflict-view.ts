import { type ReviewRow, reviewRows } from "@/components/forms/review-rows";
import type { Draft } from "@/lib/forms/draft";
import { type MergeInput, mergeDrafts, type Side } from "@/lib/forms/merge-drafts";
import { isWithin } from "@/lib/forms/value-path";

/** One value that both changed, with what each of them made of it. */
export type Conflict = {
  readonly path: string;
  readonly mine: readonly ReviewRow[];
  readonly theirs: readonly ReviewRow[];
};

export type ConflictView = {
  readonly conflicts: readonly Conflict[];
  /** Changed by one side alone: both hold. */
  readonly mine: readonly ReviewRow[];
  readonly theirs: readonly ReviewRow[];
  readonly lost: readonly string[];
};

/** What two people made of one block, for the one who comes second. */
export function conflictView(input: MergeInput, nameOf: (id: string) => string): ConflictView {
  const { conflicts, lost } = mergeDrafts(input, () => "mine");
  const mine = reviewRows(input.tree, input.base, input.mine, nameOf);
  const theirs = reviewRows(input.theirTree, basisOf(input), input.theirs, nameOf);
  const isMet = ({ path }: ReviewRow) => conflicts.some((met) => isWithin(path, met));
  return {
    conflicts: conflicts.map((path) => ({
      path,
      mine: mine.filter((row) => isWithin(row.path, path)),
      theirs: theirs.filter((row) => isWithin(row.path, path)),
    })),
    mine: mine.filter((row) => !isMet(row)),
    theirs: theirs.filter((row) => !isMet(row)),
    lost,
  };
}

/** The merged drafts under the choices made; mine where nothing was chosen. */
export function mergedDrafts(input: MergeInput, choices: ReadonlyMap<string, Side>): readonly Draft[] {
  return mergeDrafts(input, (path) => choices.get(path) ?? "mine").drafts;
}

/** The form as it was opened, in the order of their tree. A field that is another one there counts as unchanged. */
function basisOf({ tree, base, theirTree, theirs }: MergeInput): readonly Draft[] {
  const places = new Map(tree.fields.map(({ key, kind }, index) => [`${kind} ${key}`, base[index] ?? null]));
  return theirTree.fields.map(({ key, kind }, index) => {
    const before = places.get(`${kind} ${key}`);
    return before === undefined ? (theirs[index] ?? null) : before;
  });
}
