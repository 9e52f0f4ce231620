export function hasLines(text: string | null): boolean {
  return text !== null && /[\r\n]/.test(text);
}

type Selectable = {
  readonly value: string;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
};

/** The input's text with `inserted` in place of its selection. */
export function withInserted({ value, selectionStart, selectionEnd }: Selectable, inserted: string): string {
  return (
    value.slice(0, selectionStart ?? value.length) + inserted + value.slice(selectionEnd ?? value.length)
  );
}

/** A text as a text area shows it: every line break is LF there. */
export function toShown(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** The text after somebody typed in a text area: line breaks that were not touched stay as they are. */
export function withTyped(before: string, typed: string): string {
  const shown = toShown(before);
  const most = Math.min(shown.length, typed.length);
  let start = 0;
  while (start < most && shown[start] === typed[start]) start += 1;
  let end = 0;
  while (end < most - start && shown.at(-1 - end) === typed.at(-1 - end)) end += 1;
  const inserted = typed.slice(start, typed.length - end);
  // What is typed into a text with CR LF gets CR LF too.
  const isWindows = before.includes("\r\n") && !/(^|[^\r])\n/.test(before);
  const text = isWindows ? inserted.replaceAll("\n", "\r\n") : inserted;
  return replaceShown(before, start, shown.length - end, text);
}

/** `text` with another part between two places of what a text area shows of it. */
export function replaceShown(text: string, from: number, to: number, inserted: string): string {
  return text.slice(0, placeInText(text, from)) + inserted + text.slice(placeInText(text, to));
}

/** A CR LF is one character in what is shown. */
function placeInText(text: string, shown: number): number {
  let skipped = 0;
  for (const { index } of text.matchAll(/\r\n/g)) {
    if (index - skipped >= shown) break;
    skipped += 1;
  }
  return shown + skipped;
}
