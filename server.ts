// The one entry, in development and in production: configuration, store, catalogue, then one port for API and pages.
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { createApi } from "@/lib/api/app";
import { createApiListener } from "@/lib/api/node-listener";
import { loadConfig } from "@/lib/config/env";
import type { Config } from "@/lib/config/schema";
import { createLogger, type Logger } from "@/lib/log/logger";
import { refuseLargeBody } from "@/lib/server/body-limit";
import { contentSecurityPolicy } from "@/lib/server/content-security-policy";
import { type Context, setContext } from "@/lib/server/context";
import { drainOnSignal } from "@/lib/server/drain";
import { runWithPageStatus } from "@/lib/server/page-status";
import { originOf } from "@/lib/server/request-origin";
import { startScheduler } from "@/lib/server/scheduler";
import { openContext } from "@/lib/server/start";
import { handleUpgrades, isWebSocketRequest } from "@/lib/server/upgrades";

const isDevelopment = process.argv.includes("--dev");

async function main(): Promise<void> {
  const config = loadConfig();
  const context = await openContext(config, createLogger(config.logLevel));
  setContext(context);
  if (!isDevelopment) sendConsoleToLog(context.log);

  // Next attaches its own upgrade listener (hot reload in development): it gets a server that never listens, so that
  // every upgrade passes the checks below first.
  const upgrades = createServer();
  const pages = next({ dev: isDevelopment, httpServer: upgrades, hostname: config.host, port: config.port });
  await pages.prepare();
  const handlePage = pages.getRequestHandler();
  const handleApi = createApiListener(createApi(context));

  const server = createServer({ shouldUpgradeCallback: isWebSocketRequest }, (request, response) => {
    // Paths only: what proxies and `OPTIONS *` send instead would be taken by Next for another host, or fail.
    if (!/^\/(?!\/)/.test(request.url ?? "")) return refuse(response, 400, "The address is not a path.");
    const isApi = isApiPath(request.url);
    if (refuseLargeBody(request, response, isApi)) return;
    if (isApi) return handleApi(request, response);
    if (!passesOriginCheck(request, response, config)) return;
    if (!isWellFormedPath(request.url)) return refuse(response, 400, "The address is not a valid URL.");
    servePage(request, response, handlePage);
  });
  const closeWebSockets = handleUpgrades(server, {
    allowedHosts: config.allowedHosts,
    log: context.log,
    toPages: isDevelopment ? (...upgrade) => upgrades.emit("upgrade", ...upgrade) : undefined,
  });
  server.on("error", (error) => failToListen(error, config));
  const stopScheduler = config.isSchedulerOn ? startScheduler(context) : async () => {};
  drainOnSignal(server, context, { closeWebSockets, stopScheduler });
  server.listen(config.port, config.host, () => announce(config, context));
}

/** Next prints uncaught errors of pages to the console, past the log and its redaction. */
function sendConsoleToLog(log: Logger): void {
  const forward =
    (write: Logger["error"]) =>
    (...args: readonly unknown[]) => {
      write("message of the page renderer", { error: args.find((argument) => argument instanceof Error) });
    };
  console.error = forward(log.error);
  console.warn = forward(log.warn);
}

function isApiPath(url: string | undefined): boolean {
  return url === "/api" || url?.startsWith("/api/") === true || url?.startsWith("/api?") === true;
}

function passesOriginCheck(request: IncomingMessage, response: ServerResponse, config: Config): boolean {
  const result = originOf(request, config.allowedHosts);
  if (!result.ok) refuse(response, result.status, result.message);
  return result.ok;
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${message}\n`);
}

/** Next answers 500 to an address whose percent signs decode to nothing. */
function isWellFormedPath(url = "/"): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "/");
    return true;
  } catch {
    return false;
  }
}

type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The nonce goes to Next on the request's CSP header (Next puts it on its scripts) and to the browser on the response's. */
function servePage(request: IncomingMessage, response: ServerResponse, handle: PageHandler): void {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, isDevelopment);
  request.headers["x-nonce"] = nonce;
  request.headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "same-origin");
  response.setHeader("cross-origin-opener-policy", "same-origin");

  const slot: { status: number | undefined } = { status: undefined };
  response.writeHead = new Proxy(response.writeHead, {
    apply: (target, self, args) => {
      // The answer to an action is its own, even when the page below it is gone, as after deleting its block.
      if (slot.status !== undefined && request.method !== "POST") args[0] = slot.status;
      return Reflect.apply(target, self, args);
    },
  });
  runWithPageStatus(slot, () => void handle(request, response));
}

function failToListen(error: NodeJS.ErrnoException, config: Config): void {
  const reason =
    error.code === "EADDRINUSE"
      ? `Port ${config.port} on ${config.host} is in use. Stop the other program or set PORT to a free port.`
      : `Cannot listen on ${config.host}:${config.port}: ${error.message}`;
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

function announce(config: Config, context: Context): void {
  const url = `http://${reachableHost(config.host)}:${config.port}`;
  process.stdout.write(`Blockyard is ready on ${url} — export PREFECT_API_URL=${url}/api\n`);
  context.log.info("server started", { host: config.host, port: config.port });
}

/** A wildcard is an address to listen on, not one to call. */
function reachableHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
