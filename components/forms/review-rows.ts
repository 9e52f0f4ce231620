import type { DictRow, Draft } from "@/lib/forms/draft";
import {
  booleanDraft,
  dictRows,
  groupDraft,
  isMismatchDraft,
  isSameDraft,
  isSecretDraft,
  jsonDraft,
  listRows,
  referenceDraft,
  textDraft,
  unionDraft,
} from "@/lib/forms/draft-shape";
import type { DictNode, FieldNode, FormTree, GroupNode, UnionNode } from "@/lib/forms/field-node";
import { hiddenByChange, hiddenInRow } from "@/lib/forms/hidden-places";
import { shownNode } from "@/lib/forms/recursion";
import { pathBelow } from "@/lib/forms/value-path";
import { formatCount } from "@/lib/text/format-count";

/** A value in a few words. What is secret is never among them. */
export type Shown = { readonly tone: "value" | "secret" | "none"; readonly text: string };
export type ReviewRow = {
  /** Where the value stands: "/env/API_KEY". */
  readonly path: string;
  readonly label: string;
  readonly stored: Shown;
  readonly after: Shown;
};
type Place = { readonly label: string; readonly path: string };
type NameOf = (documentId: string) => string;

/** What a save would change: one row for each field, for each key of a dict, for each part of a group. */
export function reviewRows(
  tree: FormTree,
  initial: readonly Draft[],
  current: readonly Draft[],
  nameOf: NameOf,
): readonly ReviewRow[] {
  return tree.fields.flatMap((node, index) =>
    compare(placeOf(node), node, initial[index] ?? null, current[index] ?? null, nameOf),
  );
}

function placeOf(node: FieldNode, parent?: Place): Place {
  const around = parent?.path ?? "";
  // Free keys beside fields stand in the object around them.
  const isBeside = node.kind === "dict" && node.besideKeys !== undefined;
  return {
    label: parent ? `${parent.label}: ${node.label}` : node.label,
    path: isBeside ? around : pathBelow(around, node.key),
  };
}

function compare(
  place: Place,
  folded: FieldNode,
  before: Draft | undefined,
  after: Draft | undefined,
  nameOf: NameOf,
): readonly ReviewRow[] {
  if (isSameDraft(before, after)) return [];
  const node = shownNode(folded);
  const parts = node.kind === "group" ? compareGroup(place, node, before, after, nameOf) : undefined;
  const entries = node.kind === "dict" ? compareDict(place, node, before, after, nameOf) : undefined;
  const [stored, next] = [before, after].map((draft) => show(node, draft ?? null, nameOf));
  if (stored && next && isSecretDraft(after) && after.action === "keep" && !isSecretDraft(before)) {
    return [{ ...place, stored, after: { tone: "secret", text: "The same value, masked from now on" } }];
  }
  return parts ?? entries ?? (stored && next ? [{ ...place, stored, after: next }] : []);
}

/** Undefined when the group as a whole comes or goes. */
function compareGroup(
  place: Place,
  node: GroupNode,
  before: Draft | undefined,
  after: Draft | undefined,
  nameOf: NameOf,
): readonly ReviewRow[] | undefined {
  const [old, next] = [groupDraft(before), groupDraft(after)];
  if (!old.isSet || !next.isSet) return undefined;
  return node.fields.flatMap((field, index) =>
    compare(placeOf(field, place), field, old.f[index], next.f[index], nameOf),
  );
}

/** Undefined when the dict as a whole comes or goes, or when only its order is another. */
function compareDict(
  place: Place,
  node: DictNode,
  before: Draft | undefined,
  after: Draft | undefined,
  nameOf: NameOf,
): readonly ReviewRow[] | undefined {
  const [old, next] = [dictRows(before), dictRows(after)];
  if (!old || !next) return undefined;
  const originOf = (row: DictRow) =>
    old.find(({ key }) => key === row.from) ?? old.find(({ key }) => key === row.key);
  const origins = new Set(next.map(originOf));
  const rows = [
    ...old
      .filter((row) => !origins.has(row))
      .flatMap((row) => compareRow(place, node.value, row, undefined, nameOf)),
    ...next.flatMap((row) => compareRow(place, node.value, originOf(row), row, nameOf)),
  ];
  return rows.length > 0 ? rows : undefined;
}

function compareRow(
  place: Place,
  node: FieldNode,
  from: DictRow | undefined,
  to: DictRow | undefined,
  nameOf: NameOf,
): readonly ReviewRow[] {
  const key = to?.key ?? from?.key ?? "";
  if (key === "" && !from) return [];
  const at = { label: `${place.label}: ${key}`, path: pathBelow(place.path, from?.key ?? key) };
  if (!from || !to) {
    const shown = (row: DictRow | undefined) => (row ? showRow(node, row, nameOf) : none("Not set"));
    return [{ ...at, stored: shown(from), after: shown(to) }];
  }
  const isHidden = !isSecretDraft(to.value) && hiddenByChange(node, to, from.value, {}).length > 0;
  const inside = compare(at, node, from.value, to.value, nameOf).map((row) =>
    isHidden ? { ...row, after: hidden(to.value, "New value") } : row,
  );
  if (from.key === to.key) return inside;
  const renamed = { label: `${place.label}: key`, stored: value(from.key), after: value(to.key) };
  return [{ ...renamed, path: at.path }, ...inside];
}

function value(text: string): Shown {
  return { tone: "value", text };
}

function none(text: string): Shown {
  return { tone: "none", text };
}

/** A row that the save will mask is as little shown as one that is masked already, however it was typed. */
function showRow(node: FieldNode, row: DictRow, nameOf: NameOf): Shown {
  const isHidden = !isSecretDraft(row.value) && hiddenInRow(node, row, {}).length > 0;
  return isHidden ? hidden(row.value, "Set") : show(node, row.value, nameOf);
}

function hidden(draft: Draft, state: string): Shown {
  const text = textDraft(draft) ?? jsonDraft(draft)?.text ?? "";
  return { tone: "secret", text: text === "" ? state : `${state}, ${charactersOf(text)}` };
}

function charactersOf(text: string): string {
  return formatCount([...text].length, "character");
}

function show(node: FieldNode, draft: Draft, nameOf: NameOf): Shown {
  if (isMismatchDraft(draft)) return value(draft.text);
  if (isSecretDraft(draft)) return showSecret(draft);
  const text = showText(node, draft, nameOf);
  if (text !== null) return value(text === "" ? '""' : text);
  return none(node.defaultLabel === undefined ? "Not set" : `Not set (default: ${node.defaultLabel})`);
}

function showSecret({ action, text, isStored, changed }: Extract<Draft, { action: string }>): Shown {
  if (action === "keep") return { tone: "secret", text: changed === undefined ? "Set" : `Set ${changed}` };
  if (action === "clear") return none("Cleared");
  if (text === "") return none("Not set");
  return {
    tone: "secret",
    text: `${isStored ? "New value" : "Set"}, ${charactersOf(text)}`,
  };
}

/** Null: not set. */
function showText(node: FieldNode, draft: Draft, nameOf: NameOf): string | null {
  switch (node.kind) {
    case "boolean":
      return showBoolean(booleanDraft(draft));
    case "enum":
      return node.options.find(({ json }) => json === draft)?.label ?? textDraft(draft);
    case "recursive":
      return draft === null ? null : showText(shownNode(node), draft, nameOf);
    case "tuple":
      return lines(
        listRows(draft)?.flatMap((row, index) => showPlace(node.items[index], row.value, nameOf)),
        "An empty list",
      );
    case "list":
      return lines(
        listRows(draft)?.map((row) => show(node.item, row.value, nameOf).text),
        "An empty list",
      );
    case "dict":
      return lines(
        dictRows(draft)?.map((row) => `${row.key}: ${showRow(node.value, row, nameOf).text}`),
        "Without entries",
      );
    case "group":
      return showGroup(node, draft, nameOf);
    case "union":
      return showUnion(node, draft, nameOf);
    case "reference":
      return showReference(draft, nameOf);
    case "json":
      return jsonDraft(draft)?.text ?? null;
    default:
      return textDraft(draft);
  }
}

function showBoolean(isOn: boolean | null): string | null {
  if (isOn === null) return null;
  return isOn ? "On" : "Off";
}

function showGroup(node: GroupNode, draft: Draft, nameOf: NameOf): string | null {
  const { isSet, f } = groupDraft(draft);
  if (!isSet) return null;
  return lines(
    node.fields.flatMap((field, index) => showPart(field, f[index] ?? null, nameOf)),
    "Set",
  );
}

function showUnion(node: UnionNode, draft: Draft, nameOf: NameOf): string | null {
  const { branch, drafts } = unionDraft(draft);
  const chosen = node.branches[branch ?? -1];
  return chosen ? show(chosen.node, drafts[branch ?? -1] ?? null, nameOf).text : null;
}

function showReference(draft: Draft, nameOf: NameOf): string | null {
  const reference = referenceDraft(draft);
  if (reference === null) return null;
  if ("lost" in reference) return `${reference.lost}, deleted`;
  return "documentId" in reference ? nameOf(reference.documentId) : "Written out in this block";
}

function showPlace(item: FieldNode | undefined, draft: Draft, nameOf: NameOf): readonly string[] {
  return item ? showPart(item, draft, nameOf) : [];
}

function showPart(node: FieldNode, draft: Draft, nameOf: NameOf): readonly string[] {
  const shown = show(node, draft, nameOf);
  return shown.tone === "none" ? [] : [`${node.label}: ${shown.text}`];
}

function lines(texts: readonly string[] | undefined, empty: string): string | null {
  if (!texts) return null;
  return texts.length === 0 ? empty : texts.join("\n");
}
