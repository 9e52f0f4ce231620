import type { Draft } from "@/lib/forms/draft";
import { dictRows, isMismatchDraft, isSecretDraft, listRows, unionDraft } from "@/lib/forms/draft-shape";
import type { FieldNode } from "@/lib/forms/field-node";
import { formatCount } from "@/lib/text/format-count";

/** How a draft reads in a preview: a value to set in mono, or words about it. A secret is never shown. */
export type ShownDraft = { readonly value: string } | { readonly words: string };

const maxLength = 200;

export function shownDraft(node: FieldNode, draft: Draft, isSecret = false): ShownDraft {
  if (isSecretDraft(draft))
    return { words: draft.action === "replace" ? "a new secret" : "the stored secret" };
  if (isSecret) return { words: wordsFor(draft) };
  if (typeof draft === "string") return { value: shortened(readable(node, draft)) };
  if (typeof draft === "boolean") return { value: draft ? "On" : "Off" };
  return shownContainer(node, draft);
}

function shownContainer(node: FieldNode, draft: Draft): ShownDraft {
  if (node.kind === "union") {
    const { branch, drafts } = unionDraft(draft);
    const chosen = node.branches[branch ?? -1];
    return chosen ? shownDraft(chosen.node, drafts[branch ?? -1] ?? null) : { words: "not set" };
  }
  if (node.kind === "list") {
    const items = (listRows(draft) ?? []).map(({ value }) => value);
    const texts = items.filter((item) => typeof item === "string");
    if (texts.length === items.length) return { value: shortened(texts.join(" ")) };
  }
  // Values of a map may be secrets that nobody has marked yet: its keys say enough.
  const keys = dictRows(draft)?.map((row) => row.key) ?? [];
  return keys.length > 0 ? { value: shortened(keys.join(", ")) } : { words: wordsFor(draft) };
}

function wordsFor(draft: Draft): string {
  if (isMismatchDraft(draft)) return "a value that does not match the schema";
  if (typeof draft === "object" && draft !== null && "text" in draft) {
    return formatCount(draft.text.split("\n").length, "line");
  }
  const rows = dictRows(draft)?.length ?? 0;
  if (rows > 0) return formatCount(rows, "entry", "entries");
  return typeof draft === "string" ? "a new value" : "its fields";
}

function readable(node: FieldNode, text: string): string {
  if (node.kind !== "enum") return text;
  return node.options.find((option) => option.json === text)?.label ?? text;
}

function shortened(text: string): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}
