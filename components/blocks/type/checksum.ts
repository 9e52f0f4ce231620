/** "sha256:3f2a91c0": enough to tell schemas apart. */
export function shortChecksum(checksum: string): string {
  const [algorithm = "", digest] = checksum.split(":");
  return digest === undefined ? checksum.slice(0, 16) : `${algorithm}:${digest.slice(0, 8)}`;
}

/** The place of a schema on the page of its type. */
export function schemaAnchor(checksum: string): string {
  return `schema-${shortChecksum(checksum).replace(/[^\w-]/g, "-")}`;
}
