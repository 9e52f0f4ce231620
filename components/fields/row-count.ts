import { formatCount } from "@/lib/text/format-count";

/** "1 variable", "3 entries": rows by what one of them is called. */
export function rowCount(count: number, rowLabel: string): string {
  return formatCount(count, rowLabel, pluralOf(rowLabel));
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
