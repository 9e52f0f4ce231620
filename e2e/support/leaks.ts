/** Where one of these words stands in a text, each with a little of what surrounds it: the text itself may be megabytes. */
export function findLeaks(text: string, ...words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const at = text.indexOf(word);
    return at === -1 ? [] : [text.slice(Math.max(0, at - 120), at + word.length + 40)];
  });
}
