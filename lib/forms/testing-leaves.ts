// Single values of a stored document, and other values for them: for the tests of this folder.
import type { Draft, SecretDraft } from "@/lib/forms/draft";
import { type Spot, spotsBelow, topSpots } from "@/lib/forms/draft-children";
import { isMismatchDraft, isSecretDraft } from "@/lib/forms/draft-shape";
import type { FieldNode, FormTree } from "@/lib/forms/field-node";
import { isJsonArray, isJsonObject, type Json, parseJson } from "@/lib/json";

/** The single values that are stored. */
export function leavesOf(tree: FormTree, drafts: readonly Draft[]): readonly Spot[] {
  return topSpots(tree, drafts, drafts).flatMap(leavesBelow);
}

function leavesBelow(spot: Spot): readonly Spot[] {
  const below = spotsBelow(spot);
  if (below.length > 0) return below.flatMap(leavesBelow);
  return isLeaf(spot) ? [spot] : [];
}

function isLeaf({ node, draft }: Spot): boolean {
  if (isSecretDraft(draft)) return draft.isStored && node.kind === "secret";
  const isSingle = ["text", "number", "boolean", "enum", "datetime", "duration"].includes(node.kind);
  return isSingle && draft !== null && !isMismatchDraft(draft);
}

type Change = { readonly draft: Draft; readonly value: Json | undefined };

/** Another valid value; undefined where there is none. */
export function changeOf({ node, draft, position }: Spot, isClear: boolean): Change | undefined {
  if (isSecretDraft(draft)) return newSecret(node, draft);
  // Clearing one way of a choice would leave the choice open, and clearing a row would remove it.
  const isField = /(^|\.)f\.\d+$/.test(position.name);
  if (isClear) return isField && !node.required ? { draft: null, value: undefined } : undefined;
  switch (node.kind) {
    case "text":
      return text(node.format === "uri" ? "https://example.org" : "typed anew: ü.b");
    case "datetime":
      return text("2027-01-31T00:00:00Z");
    case "boolean":
      return { draft: draft !== true, value: draft !== true };
    case "number":
      return node.asText ? text("3") : { draft: "3", value: { number: "3" } };
    case "duration":
      return { draft: "61.50", value: { number: "61.50" } };
    case "enum": {
      const other = node.options.find((option) => option.json !== draft)?.json;
      return other === undefined ? undefined : { draft: other, value: parseJson(other) };
    }
    default:
      return undefined;
  }
}

function newSecret(node: FieldNode, draft: SecretDraft): Change {
  const isNumber = node.kind === "secret" && node.isNumber === true;
  const text = isNumber ? "3" : "typed anew";
  return { draft: { ...draft, action: "replace", text }, value: isNumber ? { number: text } : text };
}

function text(value: string): Change {
  return { draft: value, value };
}

/** The drafts with another one at a position ("f.0.rows.2.value"). */
export function withDraft(drafts: readonly Draft[], name: string, draft: Draft): readonly Draft[] {
  const copy = JSON.parse(JSON.stringify({ f: drafts }));
  const steps = name.split(".");
  const last = steps.pop() ?? "";
  let place = copy;
  for (const step of steps) place = place[step];
  place[last] = draft;
  return copy.f;
}

export function withValue(
  data: Json,
  [step, ...rest]: Spot["position"]["path"],
  value: Json | undefined,
): Json {
  if (isJsonArray(data) && typeof step === "number") {
    return data.with(step, rest.length === 0 ? (value ?? null) : withValue(data[step] ?? null, rest, value));
  }
  if (!isJsonObject(data) || typeof step !== "string")
    throw new Error("the path does not lead into the document");
  const next = new Map(data);
  if (rest.length > 0) next.set(step, withValue(data.get(step) ?? null, rest, value));
  else if (value === undefined) next.delete(step);
  else next.set(step, value);
  return next;
}
