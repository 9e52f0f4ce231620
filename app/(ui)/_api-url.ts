import { headers } from "next/headers";

/** The address under which this browser reaches the API; server.ts has checked the Host header. */
export async function readApiUrl(): Promise<string> {
  const incoming = await headers();
  const scheme = incoming.get("x-forwarded-proto") === "https" ? "https" : "http";
  return `${scheme}://${incoming.get("host") ?? "127.0.0.1:4200"}/api`;
}
