import { z } from "zod";
import { failure } from "@/lib/api/errors";
import { route } from "@/lib/api/route";
import { apiVersion, emulatedServerVersion } from "@/lib/api/version";

/** Health, versions and what else clients ask of the server itself. */
export const serverRoutes = [
  route(
    { method: "GET", path: "/health", summary: "Whether the server answers", answers: { 200: z.boolean() } },
    async () => ({ status: 200, body: true }),
  ),
  route(
    {
      method: "GET",
      path: "/ready",
      summary: "Whether the database answers",
      answers: { 200: z.object({ message: z.string() }), 503: z.object({ message: z.string() }) },
    },
    async ({ store, log }) => {
      try {
        await store.blockTypes.bySlug("secret");
        return { status: 200, body: { message: "OK" } };
      } catch (error) {
        log.error("database is not available", { error });
        return { status: 503, body: { message: "Database is not available" } };
      }
    },
  ),
  route({ method: "GET", path: "/hello", summary: "A wave", answers: { 200: z.string() } }, async () => ({
    status: 200,
    body: "\u{1F44B}",
  })),
  route(
    { method: "GET", path: "/version", summary: "Version of the API", answers: { 200: z.string() } },
    async () => ({ status: 200, body: apiVersion }),
  ),
  route(
    {
      method: "GET",
      path: "/admin/version",
      summary: "Version of the server whose API this is",
      answers: { 200: z.string() },
    },
    async () => ({ status: 200, body: emulatedServerVersion }),
  ),
  route(
    {
      method: "GET",
      path: "/admin/settings",
      summary: "Settings that are no secret",
      answers: { 200: z.object({ server_name: z.string() }) },
    },
    async ({ config }) => ({ status: 200, body: { server_name: config.serverName } }),
  ),
  route(
    {
      method: "GET",
      path: "/csrf-token",
      summary: "Says that no token is needed: the Origin header is checked instead",
      query: z.object({ client: z.string() }),
      answers: { 422: z.object({ detail: z.string() }) },
    },
    // Clients look for exactly this text.
    async () => failure(422, "CSRF protection is disabled."),
  ),
] as const;
