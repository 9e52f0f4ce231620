import "server-only";
import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "@/lib/log/logger";
import { type EventSocketLimits, openEventSocket } from "@/lib/server/event-socket";
import { originOf } from "@/lib/server/request-origin";

type Options = {
  readonly allowedHosts: readonly string[];
  readonly log: Logger;
  /** Takes every other websocket: hot reload in development. */
  readonly toPages?: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | undefined;
  readonly limits?: Partial<EventSocketLimits>;
};

/** Only for these Node asks us; other protocols (curl and Java offer h2c) are not taken up, and HTTP/1 goes on. */
export function isWebSocketRequest(request: IncomingMessage): boolean {
  return request.headers.upgrade?.toLowerCase() === "websocket";
}

/** Every websocket passes the check of Host and Origin first. The answer closes those that are open, in good order. */
export function handleUpgrades(
  server: Server,
  { allowedHosts, log, toPages, limits }: Options,
): () => Promise<void> {
  const events = openEventSocket(log, limits);
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const origin = originOf(request, allowedHosts);
    if (!origin.ok) return refuse(socket, origin.status);
    if (isEventPath(request.url)) {
      if (!events.accept(request, socket, head)) refuse(socket, 503);
      return;
    }
    if (toPages) toPages(request, socket, head);
    else refuse(socket, 403);
  });
  return events.close;
}

function isEventPath(url = "/"): boolean {
  return url.split("?", 1)[0] === "/api/events/in";
}

function refuse(socket: Duplex, status: number): void {
  // Node has taken its own listener away: without one, a client that is gone already would end the process.
  socket.on("error", () => socket.destroy());
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
