import { draftFromLine } from "@/components/fields/draft-from-line";
import type { EnvEntry } from "@/components/fields/env-lines";
import type { DictRow, Draft } from "@/lib/forms/draft";
import { isSecretDraft } from "@/lib/forms/draft-shape";
import type { DictNode } from "@/lib/forms/field-node";
import { maskedByName } from "@/lib/forms/row-mask";

/** Keys that stand in more than one row. */
export function duplicateKeys(rows: readonly DictRow[] | undefined): readonly string[] {
  const keys = (rows ?? []).map((row) => row.key).filter((key) => key !== "");
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

/**
 * Pasted entries among the rows: a key that is there takes the new value in its place, others are added, rows without
 * a key go. Undefined where a line of text cannot become a value.
 */
export function mergeEntries(
  node: DictNode,
  rows: readonly DictRow[],
  entries: readonly EnvEntry[],
): readonly DictRow[] | undefined {
  const merged = rows.filter((row) => row.key !== "");
  for (const { key, value } of entries) {
    const index = merged.findIndex((row) => row.key === key);
    const row = merged[index];
    const draft =
      row && isSecretDraft(row.value) ? replaced(row.value, value) : draftFromLine(node.value, value);
    if (draft === undefined) return undefined;
    const next = maskedByName(node, { ...row, from: row?.from ?? null, key, value: draft });
    merged.splice(row ? index : merged.length, row ? 1 : 0, next);
  }
  return merged;
}

function replaced(secret: Extract<Draft, { action: string }>, text: string): Draft {
  return { ...secret, action: "replace", text };
}
