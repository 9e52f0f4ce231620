/**
 * The origin under which a client reaches this server. The Host header must have passed the check already. The scheme is
 * what a proxy in front says of its own connection; who forges that header redirects only himself, and to this host.
 */
export function ownOrigin(header: (name: string) => string | undefined): string {
  // With several proxies the first value is the one that the client saw.
  const [scheme] = (header("x-forwarded-proto") ?? "").split(",", 1);
  return `${scheme?.trim().toLowerCase() === "https" ? "https" : "http"}://${header("host")?.toLowerCase()}`;
}
