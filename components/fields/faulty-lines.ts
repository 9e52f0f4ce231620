/** The lines that a message about a text names: "Line 3, column 5: …". */
export function faultyLines(message: string | undefined): readonly number[] {
  const found = (message ?? "").matchAll(/\bLine (\d+), column/g);
  return [...new Set([...found].map(([, line]) => Number(line)))];
}
