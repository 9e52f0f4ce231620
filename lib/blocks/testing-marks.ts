// Rows of a dict as a person leaves them in a form, for the tests of what is masked.
import { typed } from "@/lib/blocks/testing-forms";
import type { DictRow, Draft, SecretDraft } from "@/lib/forms/draft";
import { dictRows } from "@/lib/forms/draft-shape";

export const added = (key: string, value: Draft, more: Partial<DictRow> = {}): DictRow => ({
  from: null,
  key,
  value,
  ...more,
});
export const rowsOf = (...rows: readonly DictRow[]) => ({ rows });
export const json = (value: unknown): Draft => ({ text: JSON.stringify(value), language: "json" });
export const masked = (text: string): SecretDraft => ({ ...typed(text), isMarked: true });
export const kept: SecretDraft = { action: "keep", text: "", isStored: true, isMarked: true };

/** The rows of a dict, those named changed. */
export function withRow(draft: Draft, key: string, change: Partial<DictRow>): Draft {
  return { rows: (dictRows(draft) ?? []).map((row) => (row.key === key ? { ...row, ...change } : row)) };
}
