import { checkEditorText } from "@/lib/forms/check-json";
import { checkDate, checkDuration, checkNumber, checkText, missingMessage } from "@/lib/forms/check-leaf";
import { checkDictSize, checkKey, checkListSize, countRows } from "@/lib/forms/check-size";
import type { Draft, SecretDraft } from "@/lib/forms/draft";
import { type Spot, spotsBelow, topSpots } from "@/lib/forms/draft-children";
import {
  isMismatchDraft,
  isSameDraft,
  isSecretDraft,
  jsonDraft,
  listRows,
  textDraft,
  unionDraft,
} from "@/lib/forms/draft-shape";
import type { FieldIssue } from "@/lib/forms/field-issue";
import type { FieldNode, FormTree, NodeOf } from "@/lib/forms/field-node";
import { inSentence, withArticle } from "@/lib/forms/labels";
import { isBlank, newValue } from "@/lib/forms/new-value";
import { parseNumber } from "@/lib/forms/parse-number";
import { unfold } from "@/lib/forms/recursion";
import type { TextParsers } from "@/lib/forms/text-parsers";
import { printJson } from "@/lib/json";
import { MASK } from "@/lib/secrets/secret";

export type ValidateOptions = {
  /** What the form began with: what is still the same is not judged, for it is stored like that. */
  readonly initial?: readonly Draft[];
  /** A new block (or a duplicate) must be complete, also where nobody has touched it. */
  readonly isNew: boolean;
  readonly parsers?: TextParsers;
};

/** All faults of a form in the order of its fields. The same rules hold in the browser and on the server. */
export function validateDraft(
  tree: FormTree,
  draft: readonly Draft[],
  options: ValidateOptions,
): readonly FieldIssue[] {
  const context: Context = { isNew: options.isNew, parsers: options.parsers ?? {} };
  return topSpots(tree, draft, options.initial).flatMap((spot) => checkSpot(spot, context));
}

type Context = { readonly isNew: boolean; readonly parsers: TextParsers };

function checkSpot(spot: Spot, context: Context): readonly FieldIssue[] {
  const { node, draft, initial } = spot;
  if (node.kind === "recursive" && draft !== null) return checkSpot({ ...spot, node: unfold(node) }, context);
  const isUntouched = initial !== undefined && isSameDraft(initial, draft);
  if (isUntouched && !context.isNew) return [];
  if (isMismatchDraft(draft)) return isUntouched ? [] : issue(spot, mismatchMessage(spot));
  if (isSecretDraft(draft)) return issue(spot, secretMessage(spot, draft));
  if (isEmpty(spot)) return issue(spot, emptyMessage(spot));
  return isUntouched
    ? faultsBelow(spot, context)
    : [...ownFaults(spot, context), ...faultsBelow(spot, context)];
}

function faultsBelow(spot: Spot, context: Context): readonly FieldIssue[] {
  return spotsBelow(spot).flatMap((inner) => checkSpot(inner, context));
}

function ownFaults(spot: Spot, context: Context): readonly FieldIssue[] {
  const { node } = spot;
  if (node.kind === "dict") return [...keyIssues(spot, node), ...issue(spot, sizeMessage(spot))];
  if (node.kind === "list") return [...issue(spot, sizeMessage(spot)), ...twinIssues(spot, node, context)];
  return issue(spot, leafMessage(spot, context));
}

function issue({ node, position }: Spot, message: string | undefined): readonly FieldIssue[] {
  if (message === undefined) return [];
  return [{ id: node.id, ...position, message: message.charAt(0).toUpperCase() + message.slice(1) }];
}

function mismatchMessage({ node }: Spot): string {
  return `${inSentence(node.label)} does not match the schema. ${missingMessage(node)}`;
}

/** An empty text is a value, but not where one is required; in a choice the chosen branch says what is missing. */
function isEmpty({ node, draft }: Spot): boolean {
  if (node.kind === "union") return unionDraft(draft).branch === null;
  return draft === "" && node.kind === "text" && !node.required ? false : isBlank(node, draft);
}

function emptyMessage({ node, row }: Spot): string | undefined {
  if (row) return "key" in row && node.kind === "text" ? undefined : "Enter a value or remove the row.";
  // A fixed value is not for people to enter.
  return node.required && node.kind !== "const" ? missingMessage(node) : undefined;
}

function secretMessage(spot: Spot, draft: SecretDraft): string | undefined {
  const { node, row } = spot;
  const label = withArticle(node.label);
  if (draft.isStored && draft.action === "keep") return undefined;
  if (draft.isStored && draft.action === "clear") {
    return node.required ? `Enter ${label} or keep the stored one.` : undefined;
  }
  if (draft.text !== "") return typedSecretMessage(spot, draft.text);
  if (draft.isStored) return "Enter a value or keep the stored one.";
  if (row) return "Enter a value or remove the row.";
  return node.required ? `Enter ${label}.` : undefined;
}

function typedSecretMessage(spot: Spot, text: string): string | undefined {
  if (text.includes(MASK)) {
    return "Eight asterisks only stand for a hidden value. Enter the whole value without them.";
  }
  if (spot.node.kind === "secret" && spot.node.isNumber && !parseNumber(text)) return "Enter a number.";
  return isTextual(spot.node) ? undefined : mismatchMessage(spot);
}

/** Whether the field takes a text: a secret list or dict is not replaced by one. */
function isTextual(node: FieldNode): boolean {
  return (
    node.kind === "secret" ||
    node.kind === "text" ||
    node.kind === "union" ||
    (node.kind === "json" && !node.expects)
  );
}

function leafMessage({ node, draft, initial }: Spot, { parsers }: Context): string | undefined {
  const text = textDraft(draft) ?? "";
  switch (node.kind) {
    case "text":
      return checkText(node, text);
    case "number":
      return checkNumber(node, text);
    case "datetime":
      return checkDate(node, text);
    case "duration":
      return checkDuration(text);
    case "tuple":
      return gapMessage(node, draft);
    case "enum": {
      const isOption = node.options.some((option) => option.json === text);
      return isOption ? undefined : `Choose one of ${node.options.map((option) => option.label).join(", ")}.`;
    }
    case "json":
      return checkEditorText(node, jsonDraft(draft), jsonDraft(initial), parsers);
    default:
      return undefined;
  }
}

/** Of what is saved: rows that nobody filled in do not count. */
function sizeMessage(spot: Spot): string | undefined {
  const { node, initial } = spot;
  const count = spotsBelow(spot).length;
  // As many as before: that is stored like this.
  if (initial !== undefined && initial !== null && countRows(initial) === count) return undefined;
  if (node.kind === "list") return checkListSize(node, count);
  return node.kind === "dict" ? checkDictSize(node, count) : undefined;
}

/** In a set no item stands twice. The fault stands at the later one. */
function twinIssues(spot: Spot, node: NodeOf<"list">, { parsers }: Context): readonly FieldIssue[] {
  if (!node.isUnique) return [];
  const seen = new Set<string>();
  return spotsBelow(spot).flatMap((inner) => {
    const value = newValue(inner.node, inner.draft, parsers);
    const text = value === undefined || isSecretDraft(inner.draft) ? undefined : printJson(value);
    const isTwin = text !== undefined && seen.has(text);
    if (text !== undefined) seen.add(text);
    const isStored = inner.initial !== undefined && isSameDraft(inner.initial, inner.draft);
    return isTwin && !isStored
      ? issue(inner, `This ${node.itemLabel} stands twice. Change or remove it.`)
      : [];
  });
}

/** What may be left out can only be left out at the end. */
function gapMessage(node: NodeOf<"tuple">, draft: Draft): string | undefined {
  const isFilled = node.items.map((item, index) => !isBlank(item, listRows(draft)?.[index]?.value ?? null));
  const gap = isFilled.findIndex((filled, index) => !filled && isFilled.indexOf(true, index) > index);
  const item = node.items[gap];
  return item && !item.required
    ? `Fill in ${inSentence(item.label)} too, for something follows it.`
    : undefined;
}

/** Every row has a key, and no two have the same. The fault stands at the key's control. */
function keyIssues(spot: Spot, node: NodeOf<"dict">): readonly FieldIssue[] {
  const rows = spotsBelow(spot);
  const counts = new Map<string, number>();
  for (const { row } of rows) {
    if (row && "key" in row) counts.set(row.key, (counts.get(row.key) ?? 0) + 1);
  }
  return rows.flatMap((inner) => {
    const { row, position } = inner;
    if (!row || !("key" in row)) return [];
    const atKey = { ...inner, position: { ...position, name: position.name.replace(/value$/, "key") } };
    if ((counts.get(row.key) ?? 0) > 1) {
      return issue(atKey, `The key ${row.key} stands twice. Rename or remove one of the rows.`);
    }
    if (row.key === row.from) return [];
    return issue(atKey, row.key === "" ? "Enter a key or remove the row." : checkKey(node, row.key));
  });
}
