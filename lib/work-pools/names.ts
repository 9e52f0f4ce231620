/** Nobody but the server may make a pool of such a name. */
export function isReservedName(name: string): boolean {
  return name.toLowerCase().startsWith("prefect");
}
