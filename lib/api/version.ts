import { type Answer, failure } from "@/lib/api/errors";

/** The version of the wire format; both families of clients send it in a header. */
export const apiVersion = "0.8.4";

/** The server whose API this one speaks: 3.x clients refuse another major version, 2.x clients never ask. */
export const emulatedServerVersion = "3.9.1";

const oldest = [0, 8, 0] as const;

/** Clients check these before they know with whom they talk. */
const unversioned = new Set(["/api/health", "/api/version"]);

/** Whether the header of the version counts for a path. */
export function isVersioned(path: string): boolean {
  return !unversioned.has(path);
}

/** Undefined when the client may go on. No header is fine, and so is every newer version. */
export function refuseOldVersion(header: string | undefined): Answer | undefined {
  if (header === undefined || header === "") return undefined;
  const parts = /^(-?\d+)\.(-?\d+)\.(-?\d+)$/.exec(header)?.slice(1).map(Number);
  if (!parts) {
    return failure(
      400,
      `Invalid X-PREFECT-API-VERSION header format.Expected header in format 'x.y.z' but received ${header}`,
    );
  }
  const difference = parts.map((part, index) => part - (oldest[index] ?? 0)).find((step) => step !== 0);
  if (difference === undefined || difference > 0) return undefined;
  return failure(
    400,
    `The request specified API version ${header} but this server requires version ${oldest.join(".")} or higher.`,
  );
}
