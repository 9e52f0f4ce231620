// What of the values in a form is masked once it is saved, beside what the schema hides: rows that a person masked, and
// new rows and new keys that read like credentials, unless a person decided otherwise.
import type { DictRow, Draft } from "@/lib/forms/draft";
import {
  dictRows,
  groupDraft,
  isSecretDraft,
  jsonDraft,
  listRows,
  textDraft,
  unionDraft,
} from "@/lib/forms/draft-shape";
import type { ValuePlace } from "@/lib/forms/edit";
import type { FieldNode, NodeOf } from "@/lib/forms/field-node";
import { unfold } from "@/lib/forms/recursion";
import { parseEditorText, type TextParsers } from "@/lib/forms/text-parsers";
import { isJsonArray, isJsonObject, type Json } from "@/lib/json";
import { isCredentialName, isCredentialText } from "@/lib/secrets/credential-name";

const itself: readonly ValuePlace[] = [[]];
const nowhere: readonly ValuePlace[] = [];

/** The places in a value that is stored for the first time. */
export function hiddenPlaces(node: FieldNode, draft: Draft, parsers: TextParsers): readonly ValuePlace[] {
  if (isSecretDraft(draft)) return node.kind === "secret" ? nowhere : itself;
  switch (node.kind) {
    case "group":
      return hiddenInGroup(node.fields, draft, parsers);
    case "union":
      return hiddenInBranch(node, draft, parsers);
    case "list":
      return unique((listRows(draft) ?? []).flatMap((row) => hiddenPlaces(node.item, row.value, parsers)));
    case "tuple":
      return unique(hiddenInPlaces(node.items, draft, parsers));
    case "dict":
      return (dictRows(draft) ?? []).flatMap((row) => under(row.key, hiddenInRow(node.value, row, parsers)));
    case "recursive":
      return draft === null ? nowhere : hiddenPlaces(unfold(node), draft, parsers);
    default:
      return nowhere;
  }
}

function hiddenInBranch(node: NodeOf<"union">, draft: Draft, parsers: TextParsers): readonly ValuePlace[] {
  const { branch, drafts } = unionDraft(draft);
  const chosen = node.branches[branch ?? -1];
  return chosen ? hiddenPlaces(chosen.node, drafts[branch ?? -1] ?? null, parsers) : nowhere;
}

function hiddenInPlaces(
  items: readonly FieldNode[],
  draft: Draft,
  parsers: TextParsers,
): readonly ValuePlace[] {
  return (listRows(draft) ?? []).flatMap((row, index) => {
    const item = items[index];
    return item ? hiddenPlaces(item, row.value, parsers) : nowhere;
  });
}

function hiddenInGroup(
  fields: readonly FieldNode[],
  draft: Draft,
  parsers: TextParsers,
): readonly ValuePlace[] {
  const { isSet, f } = groupDraft(draft);
  if (!isSet) return nowhere;
  return fields.flatMap((field, index) => {
    const places = hiddenPlaces(field, f[index] ?? null, parsers);
    // Free keys beside the fields stand in the object itself.
    return field.kind === "dict" && field.besideKeys ? places : under(field.key, places);
  });
}

/** The places in the value of a new row. */
export function hiddenInRow(node: FieldNode, row: DictRow, parsers: TextParsers): readonly ValuePlace[] {
  if (isSecretDraft(row.value)) return hiddenPlaces(node, row.value, parsers);
  if (row.isPlain !== true && canLookSecret(node) && isCredentialName(row.key)) return itself;
  const inside = row.isPlain === true ? nowhere : credentialsIn(node, row.value, parsers);
  return inside.length > 0 ? inside : hiddenPlaces(node, row.value, parsers);
}

/** The places that a change adds to the value of a stored row: what was stored openly before stays so until asked for. */
export function hiddenByChange(
  node: FieldNode,
  row: DictRow,
  before: Draft,
  parsers: TextParsers,
): readonly ValuePlace[] {
  if (isSecretDraft(before)) return nowhere;
  if (isSecretDraft(row.value)) return node.kind === "secret" ? nowhere : itself;
  if (row.isPlain === true) return nowhere;
  const known = new Set(credentialsIn(node, before, parsers).map((place) => JSON.stringify(place)));
  return credentialsIn(node, row.value, parsers).filter((place) => !known.has(JSON.stringify(place)));
}

/** What reads like a credential in a text or a free value that stands in a row. */
export function credentialsIn(node: FieldNode, draft: Draft, parsers: TextParsers): readonly ValuePlace[] {
  if (node.kind === "text") return placesIn(textDraft(draft) ?? "");
  const text = node.kind === "json" ? jsonDraft(draft) : null;
  if (node.kind !== "json" || !text || node.acceptsText !== true || node.isSecret === true) return nowhere;
  const parsed = parseEditorText(node, text, parsers);
  return parsed.ok ? unique(placesIn(parsed.value)) : nowhere;
}

/** Switches and choices hold no credential, whatever they are called. */
function canLookSecret(node: FieldNode): boolean {
  return !["secret", "boolean", "enum", "const", "reference"].includes(node.kind);
}

function placesIn(value: Json): readonly ValuePlace[] {
  if (typeof value === "string") return isCredentialText(value) ? itself : nowhere;
  if (isJsonArray(value)) return value.flatMap(placesIn);
  if (!isJsonObject(value)) return nowhere;
  return [...value].flatMap(([key, item]) =>
    under(key, isCredentialName(key) && !saysNothing(item) ? itself : placesIn(item)),
  );
}

function saysNothing(value: Json): boolean {
  return value === null || value === "" || typeof value === "boolean";
}

function under(key: string, places: readonly ValuePlace[]): readonly ValuePlace[] {
  return places.map((place) => [key, ...place]);
}

function unique(places: readonly ValuePlace[]): readonly ValuePlace[] {
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}
