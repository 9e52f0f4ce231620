export type EnvEntry = { readonly key: string; readonly value: string };

const line = /^\s*(?:export\s+)?([^\s=#]+)\s*=\s*(.*)$/;
const comment = /^\s*(#.*)?$/;

/** Reads the lines of a `.env` file; undefined when a line is none. Quotes are taken off, `\n` in double quotes is read. */
export function parseEnvLines(text: string): readonly EnvEntry[] | undefined {
  const entries: EnvEntry[] = [];
  for (const row of joinQuotedLines(text.split(/\r?\n/))) {
    if (comment.test(row)) continue;
    const [, key, value] = line.exec(row.replaceAll("\n", "\u0000")) ?? [];
    if (key === undefined || value === undefined) return undefined;
    entries.push({ key, value: envValue(value.replaceAll("\u0000", "\n")) });
  }
  return entries;
}

/** A value in quotes may go over several lines (a private key). */
function joinQuotedLines(rows: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let open: { quote: string; text: string } | undefined;
  for (const row of rows) {
    if (open) {
      open.text += `\n${row}`;
      if (!row.includes(open.quote)) continue;
      joined.push(open.text);
      open = undefined;
      continue;
    }
    const quote = /=\s*(["'])(?!.*\1\s*(?:#.*)?$)/.exec(row)?.[1];
    if (quote === undefined) joined.push(row);
    else open = { quote, text: row };
  }
  return open ? [...joined, open.text] : joined;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function envValue(text: string): string {
  const [, double] = /^"((?:[^"\\]|\\[\s\S])*)"\s*(?:#.*)?$/.exec(text) ?? [];
  if (double !== undefined)
    return double.replace(/\\([\s\S])/g, (_all, letter: string) => escapes[letter] ?? letter);
  const [, single] = /^'([^']*)'\s*(?:#.*)?$/.exec(text) ?? [];
  return single ?? text.replace(/\s+#.*$/, "").trim();
}
