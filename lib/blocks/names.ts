// The names that Prefect's server accepts. Python's `$` would let a trailing newline pass; here it does not.
export const slugPattern = /^[a-z0-9-]*$/;
const bannedInTypeNames = /[/%&><]/;

export function isSlug(text: string): boolean {
  return slugPattern.test(text);
}

export function isBlockTypeName(text: string): boolean {
  return !bannedInTypeNames.test(text);
}
