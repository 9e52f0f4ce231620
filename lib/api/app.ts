import { Hono, type Context as HonoContext, type MiddlewareHandler } from "hono";
import { type Answer, failure, internalError } from "@/lib/api/errors";
import { checkRequestOrigin } from "@/lib/api/origin-check";
import type { Route } from "@/lib/api/route";
import { blockDocumentRoutes } from "@/lib/api/routes/block-documents";
import { blockSchemaRoutes } from "@/lib/api/routes/block-schemas";
import { blockTypeRoutes } from "@/lib/api/routes/block-types";
import { serverRoutes } from "@/lib/api/routes/server";
import { createUnmatchedAnswer } from "@/lib/api/unmatched";
import { refuseOldVersion } from "@/lib/api/version";
import type { Context } from "@/lib/server/context";
import { printWire } from "@/lib/wire/print-wire";

/** Every route of the API. */
const routes: readonly Route[] = [
  ...serverRoutes,
  ...blockTypeRoutes,
  ...blockSchemaRoutes,
  ...blockDocumentRoutes,
];

/** Answers may hold secrets, and none of them is a page. */
const headersOfAll = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** Clients check these before they know with whom they talk. */
const unversioned = new Set(["/api/health", "/api/version"]);

type Env = { Variables: { requestId: string } };

/** The REST API below /api: Prefect's paths, bodies and statuses. */
export function createApi(context: Context): Hono<Env> {
  const app = new Hono<Env>({ strict: true });
  const unmatched = createUnmatchedAnswer(routes);

  app.use(identifyAndLog(context));
  app.use(refuseForeignRequests(context));
  app.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const isVersioned = !unversioned.has(pathname);
    const refusal = isVersioned ? refuseOldVersion(c.req.header("x-prefect-api-version")) : undefined;
    if (refusal) return respond(refusal);
    // Hono would run HEAD as GET.
    return c.req.method === "HEAD" ? respond(unmatched(pathname, search)) : next();
  });
  for (const { definition, call } of routes) {
    app.on(definition.method, `/api${definition.path}`, async (c) =>
      respond(await call(context, { request: c.req.raw, params: c.req.param(), query: lastOfEach(c) })),
    );
  }
  app.notFound((c) => {
    const { pathname, search } = new URL(c.req.url);
    return respond(unmatched(pathname, search));
  });
  app.onError((error, c) => {
    context.log.error("request failed", { requestId: c.get("requestId"), error });
    return respond(internalError);
  });
  return app;
}

function identifyAndLog({ log, newId }: Context): MiddlewareHandler<Env> {
  return async (c, next) => {
    const requestId = newId();
    const start = performance.now();
    c.set("requestId", requestId);
    await next();
    c.res.headers.set("x-request-id", requestId);
    // The query is left out, and bodies are never logged.
    log.info("request", {
      requestId,
      method: c.req.method,
      path: c.req.path.slice(0, 200),
      status: c.res.status,
      durationMs: Math.round(performance.now() - start),
    });
  };
}

function refuseForeignRequests({ config }: Context): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { method, url } = c.req;
    const request = { method, url: new URL(url).pathname, header: (name: string) => c.req.header(name) };
    const result = checkRequestOrigin(request, { allowedHosts: config.allowedHosts });
    return result.ok ? next() : respond(failure(result.status, result.message));
  };
}

/** As in Prefect the last value counts where a name is repeated. */
function lastOfEach(c: HonoContext<Env>): Readonly<Record<string, string>> {
  const entries = Object.entries(c.req.queries()).map(([name, values]) => [name, values.at(-1) ?? ""]);
  return Object.fromEntries(entries);
}

function respond({ status, body, headers }: Answer): Response {
  const all = { ...headersOfAll, ...headers };
  if (body === undefined) return new Response(null, { status, headers: all });
  return new Response(printWire(body), { status, headers: { ...all, "content-type": "application/json" } });
}
