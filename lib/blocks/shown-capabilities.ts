/**
 * Capabilities as pages show them: each once, in alphabetical order. Clients register them in the arbitrary order of a
 * set, and a page should read the same after a client has registered the type again.
 */
export function shownCapabilities(capabilities: readonly string[] | undefined): readonly string[] {
  return [...new Set(capabilities)].toSorted();
}
