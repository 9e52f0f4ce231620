// Patterns of schemas are written for Python or Rust. Those that JavaScript reads with the same meaning are enforced; a
// value is never refused because of one that it does not.

/** The pattern as ECMAScript writes it; undefined when it cannot be read here. */
export function readPattern(source: string): string | undefined {
  const translated = source
    .replace(/\(\?P</g, "(?<")
    .replace(/\(\?P=(\w+)\)/g, "\\k<$1>")
    .replace(/\\A/g, "^")
    .replace(/\\[Zz]/g, "$")
    // Escapes that mean the character itself, which the strict mode of JavaScript does not know.
    .replace(/\\([ !"#%&',:;<=>@_`~])/g, "$1");
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
