// Patterns of schemas are written for Python or Rust. Those that JavaScript reads with the same meaning are enforced; a
// value is never refused because of one that it does not.

const escapes: Readonly<Record<string, string>> = { "\\A": "^", "\\Z": "$", "\\z": "$" };
/** Escapes that mean the character itself, which the strict mode of JavaScript does not know. */
const needless = /^\\([ !"#%&',:;<=>@_`~-])$/;

/** The pattern as ECMAScript writes it; undefined when it cannot be read here. */
export function readPattern(source: string): string | undefined {
  const translated = source
    .replace(/\(\?P</g, "(?<")
    .replace(/\(\?P=(\w+)\)/g, "\\k<$1>")
    // Classes stay as they are.
    .replace(/\[(?:\\.|[^\]\\])*\]|\\./g, (part) => escapes[part] ?? part.replace(needless, "$1"));
  return compilePattern(translated) ? translated : undefined;
}

/** Whether the text has a match somewhere. What this browser cannot read, matches. */
export function matchesPattern(pattern: string, text: string): boolean {
  return compilePattern(pattern)?.test(text) ?? true;
}

function compilePattern(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return undefined;
  }
}
