/** Signs of the formats, small enough to stand in every form. What shows one is looked at by `recognise`. */
const signs = [
  /^\s*(?:[$#>]\s+)?(?:sudo\s+)?(?:docker|podman|nerdctl|git|gh)\s/i,
  /^\s*\[[^\]\n]+\]\s*$|^\s*aws_\w+\s*=/im,
  /^\s*(?:export|set|setenv)?\s*"?\$?(?:env:)?[A-Z][A-Z0-9_]{3,}\s*=/im,
  /^\s*[a-z][a-z0-9+.-]{1,30}:\/\/\S+\s*$/i,
  /^\s*(?:\\\\|\/\/)[^\s\\/]+[\\/]|^\s*arn:aws|^\s*[\w.-]+@[\w.-]+:\S+\s*$/,
  /^\s*\{[\s\S]*"(?:private_key|auths|clusters)"|^(?:clusters|contexts):/m,
  /\bAccountKey=/i,
] as const;

/** Whether a text is worth a closer look when somebody pastes it into an input. */
export function looksPasted(text: string): boolean {
  const start = text.slice(0, 8192);
  return text.length > 5 && signs.some((sign) => sign.test(start));
}
