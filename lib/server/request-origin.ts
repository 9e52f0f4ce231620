import "server-only";
import type { IncomingMessage } from "node:http";
import { checkRequestOrigin, type OriginCheck } from "@/lib/api/origin-check";

/** The check of Host and Origin for requests that do not reach the API's own check: pages and upgrades. */
export function originOf(request: IncomingMessage, allowedHosts: readonly string[]): OriginCheck {
  const header = (name: string) => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(", ") : value;
  };
  const input = { method: request.method ?? "GET", url: request.url ?? "/", header };
  return checkRequestOrigin(input, { allowedHosts });
}
