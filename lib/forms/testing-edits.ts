// Edits of the sample form, for the tests of this folder.
import { applyEdit } from "@/lib/forms/apply-edit";
import type { Draft } from "@/lib/forms/draft";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { editFromDraft } from "@/lib/forms/edit-from-draft";
import type { FieldNode, NodeOf } from "@/lib/forms/field-node";
import { canary, maskSample, sampleTree } from "@/lib/forms/testing-sample";
import { type Json, type JsonObject, printJson } from "@/lib/json";

export const indexOf = (key: string) => sampleTree.fields.findIndex((field) => field.key === key);

export function fieldOf<K extends FieldNode["kind"]>(key: string, kind: K): NodeOf<K> {
  const field = sampleTree.fields[indexOf(key)];
  if (field?.kind !== kind) throw new Error(`${key} is ${field?.kind}`);
  return field as NodeOf<K>; // the line above has checked it
}

/** The drafts with one of them changed. */
export function change(
  drafts: readonly Draft[],
  key: string,
  value: (draft: Draft) => Draft,
): readonly Draft[] {
  const index = indexOf(key);
  return drafts.with(index, value(drafts[index] ?? null));
}

/** What is stored after the change. */
export function save(stored: JsonObject, edited: (initial: readonly Draft[]) => readonly Draft[]): string {
  const initial = initialDraft(sampleTree, maskSample(stored));
  const next = applyEdit(stored, editFromDraft(sampleTree, initial, edited(initial)));
  return printJson(next ?? null);
}

export const aLogin = (user: string) =>
  new Map<string, Json>([
    ["user", user],
    ["token", `${canary}-${user}`],
    ["extra", user],
  ]);
export const replaced = (text: string): Draft => ({ action: "replace", text, isStored: true });
export const cleared: Draft = { action: "clear", text: "", isStored: true };
