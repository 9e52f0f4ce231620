import type { Draft } from "@/lib/forms/draft";
import { groupDraft, isSameDraft, isTextView } from "@/lib/forms/draft-shape";
import type { FieldNode, FormTree } from "@/lib/forms/field-node";
import { isBlank } from "@/lib/forms/new-value";
import { closeUnedited } from "@/lib/forms/open-texts";
import { draftOfFact, type FactValue } from "@/lib/paste/draft-of-fact";
import { type FactName, isSecretFact, type PasteSource, unusedTitles } from "@/lib/paste/facts";
import type { FillRule } from "@/lib/paste/fill-rules";
import { type ShownDraft, shownDraft } from "@/lib/paste/shown-draft";

/** One field that would be filled. */
export type Fill = {
  /** "AWS Client Parameters: Endpoint URL". */
  readonly label: string;
  readonly comes: ShownDraft;
  /** What stands there now and would go; absent where nothing does. */
  readonly goes?: ShownDraft;
};

export type FillPlan = {
  readonly fills: readonly Fill[];
  /** The drafts to put in place, by position in the form ("f.2"). */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** Labels of fields that hold the same already. */
  readonly same: readonly string[];
  /** What the text says beside: "region", "--env-file". */
  readonly unused: readonly string[];
};

type Pasted = { readonly source: PasteSource; readonly text: string };

/** What a pasted text would change in a form. Nothing else changes, and nothing is replaced that the plan does not name. */
export function planFill(
  tree: FormTree,
  rules: readonly FillRule[],
  current: readonly Draft[],
  { source, text }: Pasted,
): FillPlan {
  const drafts = new Map<string, Draft>();
  const fills: Fill[] = [];
  const same: string[] = [];
  const used = new Set<FactName>();
  for (const { path, facts } of rules) {
    const fact = facts.find((name) => source.facts.has(name) && !used.has(name));
    const index = tree.fields.findIndex((node) => node.key === path[0]);
    const node = tree.fields[index];
    if (fact === undefined || !node) continue;
    const name = `f.${index}`;
    const value = { value: source.facts.get(fact) ?? null, text, isSecret: isSecretFact(fact) };
    const before = drafts.get(name) ?? closeUnedited(current[index] ?? null);
    const change = fillAt(node, before, path.slice(1), value);
    if (!change) continue;
    used.add(fact);
    if (isSameDraft(change.leafBefore, change.leaf)) same.push(change.labels.join(": "));
    else {
      drafts.set(name, change.draft);
      fills.push(toFill(change, value.isSecret));
    }
  }
  return { fills, drafts, same, unused: [...unusedTitles(source.facts, used), ...source.ignored] };
}

function toFill({ labels, node, leaf, leafBefore }: Change, isSecret: boolean): Fill {
  const label = labels.join(": ");
  const comes = shownDraft(node, leaf, isSecret);
  const isFree = !isTextView(leafBefore) && isBlank(node, leafBefore);
  return isFree ? { label, comes } : { label, comes, goes: shownDraft(node, leafBefore) };
}

type Change = {
  readonly labels: readonly string[];
  /** The draft of the top-level field. */
  readonly draft: Draft;
  /** The field itself. */
  readonly node: FieldNode;
  readonly leaf: Draft;
  readonly leafBefore: Draft;
};

/** Follows the keys into groups; a group that is not set is set. Undefined where the value does not fit. */
function fillAt(
  node: FieldNode,
  before: Draft,
  path: readonly string[],
  value: FactValue,
): Change | undefined {
  const [key, ...rest] = path;
  if (key === undefined) {
    const leaf = draftOfFact(node, before, value);
    return leaf === undefined
      ? undefined
      : { labels: [node.label], draft: leaf, node, leaf, leafBefore: before };
  }
  if (node.kind !== "group") return undefined;
  const index = node.fields.findIndex((field) => field.key === key);
  const field = node.fields[index];
  const { f } = groupDraft(before);
  if (!field || f.length !== node.fields.length) return undefined;
  const inner = fillAt(field, f[index] ?? null, rest, value);
  if (!inner) return undefined;
  const draft = { isSet: true, f: f.map((each, at) => (at === index ? inner.draft : each)) };
  return { ...inner, labels: [node.label, ...inner.labels], draft };
}
