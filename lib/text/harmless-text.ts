// What a program wrote to a terminal, for a page: colours go, and whatever else would steer a terminal or turn the
// direction of reading is shown as a sign of its own.

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const colours = /\u001b\[[0-9;:]*m/g;
/** C0 without tab and line feed, DEL, C1; marks that turn or hide what follows them. */
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/g;

/** The text with visible signs for control characters; line ends of all systems become one. */
export function harmlessText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(colours, "")
    .replace(controls, (character) => signOf(character.charCodeAt(0)));
}

/** As programmers write them: every font has these. */
function signOf(code: number): string {
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16)}`;
}
