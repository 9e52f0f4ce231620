const mostWords = 2000;

/**
 * The words of one command as a shell would see them: quotes of both kinds, escapes, and lines that go on after `\`
 * (shells), a backtick (PowerShell) or `^` (cmd). Ends where another command begins. Nothing is replaced: `$HOME` stays,
 * and so does the backslash of a Windows path (`C:\\data`).
 */
export function shellWords(text: string): readonly string[] {
  const command = text.replace(/[ \t][\\`^][ \t]*\r?\n/g, " ").replace(/\\\r?\n/g, "");
  const token =
    /\s*(?:(\r?\n|[;|]|&&?|<|>>?|2>|#)|((?:"(?:[^"\\]|\\[\s\S])*"|'[^']*'|\\[\s\S]|[^\s"'\\;|&<>])+|["'\\]))/y;
  const words: string[] = [];
  while (words.length < mostWords) {
    const [, end, word] = token.exec(command) ?? [];
    if (word === undefined || end !== undefined) break;
    words.push(unquoteWord(word));
  }
  return words;
}

function unquoteWord(word: string): string {
  return word.replace(
    /"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|\\([^A-Za-z0-9])/g,
    (_all, double: string | undefined, single: string | undefined, escaped: string | undefined) =>
      double?.replace(/\\(["\\$`])/g, "$1") ?? single ?? escaped ?? "",
  );
}
