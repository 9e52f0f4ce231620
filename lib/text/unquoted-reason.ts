/**
 * What a parser says without the piece of its input that it quotes, which may be a secret: the message up to the first
 * quotation mark. "" when nothing is left.
 */
export function unquotedReason(message: string): string {
  return message
    .replace(/,?\s*\.{0,3}["`][\s\S]*$/, "")
    .replace(/Unexpected token [\s\S]*/, "unexpected character");
}
