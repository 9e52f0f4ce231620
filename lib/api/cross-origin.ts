import type { IncomingRequest } from "@/lib/api/origin-check";

type Asking = Pick<IncomingRequest, "method" | "header">;

const ofPreflight = {
  "access-control-allow-methods": "GET, POST, PATCH, DELETE",
  // What Prefect's clients send beside the headers that every page may send.
  "access-control-allow-headers":
    "content-type, x-prefect-api-version, prefect-csrf-client, prefect-csrf-token",
  "access-control-max-age": "600",
};

const none: Readonly<Record<string, string>> = {};

/**
 * What lets pages of the configured origins read answers, those and no others: never `*`, for an answer may hold
 * secrets, and never with credentials, for there are none. Without configuration no header speaks of other origins.
 */
export function crossOriginHeaders(
  request: Asking,
  origins: readonly string[],
): Readonly<Record<string, string>> {
  if (origins.length === 0) return none;
  const origin = request.header("origin");
  // A cache must not give one origin's answer to another.
  if (origin === undefined || !origins.includes(origin)) return { vary: "origin" };
  const more = isAdmittedPreflight(request, origins) ? ofPreflight : none;
  return { vary: "origin", "access-control-allow-origin": origin, ...more };
}

/** A browser asks whether a page of a configured origin may send what it wants to send. */
export function isAdmittedPreflight({ method, header }: Asking, origins: readonly string[]): boolean {
  const isPreflight = method === "OPTIONS" && header("access-control-request-method") !== undefined;
  return isPreflight && origins.includes(header("origin") ?? "");
}
