/** A Python string literal. JSON's escapes are all Python's too. */
export function quotePython(text: string): string {
  return JSON.stringify(text);
}

/** One word of a POSIX shell: as it is where nothing in it is special, else in single quotes. */
export function quoteShell(text: string): string {
  if (/^[\w./:@%+,=-]+$/.test(text) && !text.startsWith("-")) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

const yamlWords = new Set(["true", "false", "yes", "no", "on", "off", "y", "n", "null"]);

/** A YAML scalar that is read as text: `2024`, `no` and `1e5` would be something else without quotes. */
export function quoteYaml(text: string): string {
  return /^[a-z][\w./-]*(:[a-z][\w./-]*)?$/.test(text) && !yamlWords.has(text) ? text : JSON.stringify(text);
}
