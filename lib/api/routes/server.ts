import { z } from "zod";
import { failure } from "@/lib/api/errors";
import { route } from "@/lib/api/route";
import { apiVersion, emulatedServerVersion } from "@/lib/api/version";

const wave = "\u{1F44B}";

/** Health, versions and what else clients ask of the server itself. */
export const serverRoutes = [
  route(
    {
      method: "GET",
      path: "/health",
      operationId: "read_health",
      tag: "Server",
      summary: "See whether the server answers",
      description: ["Answers `true` to clients of every version, without asking the database."],
      answers: { 200: z.literal(true) },
    },
    async () => ({ status: 200, body: true }),
  ),
  route(
    {
      method: "GET",
      path: "/ready",
      operationId: "read_readiness",
      tag: "Server",
      summary: "See whether the database answers",
      description: ["For load balancers and start scripts."],
      answers: {
        200: z.object({ message: z.literal("OK") }),
        503: z.object({ message: z.literal("Database is not available") }),
      },
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
  route(
    {
      method: "GET",
      path: "/hello",
      operationId: "say_hello",
      tag: "Server",
      summary: "Get a wave",
      answers: { 200: z.literal(wave) },
    },
    async () => ({
      status: 200,
      body: wave,
    }),
  ),
  route(
    {
      method: "GET",
      path: "/version",
      operationId: "read_api_version",
      tag: "Server",
      summary: "Read the version of the API",
      description: ["The version of the wire format that clients send in `X-PREFECT-API-VERSION`."],
      answers: { 200: z.literal(apiVersion) },
    },
    async () => ({ status: 200, body: apiVersion }),
  ),
  route(
    {
      method: "GET",
      path: "/admin/version",
      operationId: "read_server_version",
      tag: "Server",
      summary: "Read the version of the server whose API this is",
      description: ["Not the version of Blockyard: 3.x clients compare it with their own major version."],
      answers: { 200: z.literal(emulatedServerVersion) },
    },
    async () => ({ status: 200, body: emulatedServerVersion }),
  ),
  route(
    {
      method: "GET",
      path: "/admin/settings",
      operationId: "read_settings",
      tag: "Server",
      summary: "Read the settings that are no secret",
      answers: { 200: z.object({ server_name: z.string().meta({ examples: ["blockyard"] }) }) },
    },
    async ({ config }) => ({ status: 200, body: { server_name: config.serverName } }),
  ),
  route(
    {
      method: "GET",
      path: "/collections/views/:view",
      operationId: "read_collection_view",
      tag: "Server",
      summary: "Ask for a registry of integrations",
      description: [
        "Prefect's server fetches such registries from elsewhere; this one has none, and clients go on with what they bring along.",
      ],
      params: z.object({ view: z.string().meta({ examples: ["aggregate-block-metadata"] }) }),
      answers: {},
      refusals: { 404: "No registry has this name." },
    },
    async (_, { params }) => failure(404, `View ${params.view} not found in registry`),
  ),
  route(
    {
      method: "GET",
      path: "/csrf-token",
      operationId: "read_csrf_token",
      tag: "Server",
      summary: "Ask for a CSRF token",
      description: [
        "None is needed, and 422 says so in the words that clients look for. Requests of web pages are checked by their Origin instead.",
      ],
      query: z.object({ client: z.string().meta({ examples: ["my-script"] }) }),
      answers: {},
      refusals: { 422: "CSRF tokens are switched off: the client goes on without one." },
    },
    // Clients look for exactly this text.
    async () => failure(422, "CSRF protection is disabled."),
  ),
] as const;
