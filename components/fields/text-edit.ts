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
