import type { Draft } from "@/lib/forms/draft";
import { dictRows, listRows } from "@/lib/forms/draft-shape";
import type { DictNode, ListNode } from "@/lib/forms/field-node";
import { matchesPattern } from "@/lib/forms/patterns";

// What is wrong with the number of rows, with keys, and with items that stand twice. Undefined: nothing.

export function checkListSize(node: ListNode, count: number): string | undefined {
  return checkSize(count, node.minItems, node.maxItems, node.itemLabel);
}

export function checkDictSize(node: DictNode, count: number): string | undefined {
  return checkSize(count, node.minEntries, node.maxEntries, node.entryLabel);
}

function checkSize(
  count: number,
  min = 0,
  max = Number.POSITIVE_INFINITY,
  label = "row",
): string | undefined {
  const words = (number: number) => `${number} ${label}${number === 1 || /s$/.test(label) ? "" : "s"}`;
  if (count < min) return `Add at least ${words(min)}; there ${count === 1 ? "is" : "are"} ${count}.`;
  return count > max ? `Remove some: at most ${words(max)} fit, and there are ${count}.` : undefined;
}

/** What is wrong with a key by itself; that it stands twice is told elsewhere. */
export function checkKey({ keys, besideKeys }: DictNode, key: string): string | undefined {
  if (besideKeys?.includes(key))
    return `The key ${key} is that of a field. Fill in that one, or choose another key.`;
  if (!keys) return undefined;
  const { options, minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = keys;
  if (options && !options.includes(key)) return `The key ${key} is not allowed. Use ${options.join(", ")}.`;
  const length = [...key].length;
  if (length < minLength) return `Enter a key of at least ${minLength} characters.`;
  if (length > maxLength) return `Shorten this key to ${maxLength} characters; it has ${length}.`;
  const matches = pattern === undefined || matchesPattern(pattern, key);
  return matches ? undefined : `Enter a key of the form ${pattern}.`;
}

export function countRows(draft: Draft): number {
  return (listRows(draft)?.length ?? 0) + (dictRows(draft)?.length ?? 0);
}
