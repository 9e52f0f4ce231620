import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect } from "vitest";
import { type ClientOptions, WebSocket } from "ws";
import { createLogger } from "@/lib/log/logger";
import type { EventSocketLimits } from "@/lib/server/event-socket";
import { handleUpgrades, isWebSocketRequest } from "@/lib/server/upgrades";

type Target = { readonly path?: string; readonly protocols?: string[]; readonly options?: ClientOptions };

export type TestEvents = {
  readonly start: (limits?: Partial<EventSocketLimits>) => Promise<void>;
  readonly port: () => number;
  /** What the server has logged so far. */
  readonly logged: () => readonly Readonly<Record<string, unknown>>[];
  readonly closeWebSockets: () => Promise<void>;
  /** A client whose errors a test may look at, and need not. */
  readonly dial: (target?: Target) => WebSocket;
  /** A client that has done what the 3.x client does: ping, auth message, answer. */
  readonly shakeHands: () => Promise<WebSocket>;
  /** The status with which the upgrade is refused. */
  readonly statusOf: (target?: Target) => Promise<number | undefined>;
  /** A connection that has sent this head and the beginning of the answer to it. */
  readonly dialRaw: (head?: readonly string[]) => Promise<{ socket: Socket; received: () => string }>;
};

/** Stands in every event that a test sends, and never in the log. */
export const eventCanary = "canary-in-an-event";
export const authMessage = JSON.stringify({ type: "auth", token: null });

/** A real HTTP server with the websocket for events, for each test of a file its own; stopped after it. */
export function openTestEvents(): TestEvents {
  let server: Server;
  let closeWebSockets: () => Promise<void>;
  let lines: string[];
  let clients: WebSocket[];

  beforeEach(() => {
    lines = [];
    clients = [];
  });
  afterEach(async () => {
    for (const client of clients) client.terminate();
    await closeWebSockets();
    server.closeAllConnections();
    server.close();
    expect(lines.join("")).not.toContain(eventCanary);
  });

  const port = () => {
    const { port: own } = server.address() as AddressInfo; // listens on TCP
    return own;
  };
  const dial = ({ path = "/api/events/in", protocols = ["prefect"], options = {} }: Target = {}) => {
    const client = new WebSocket(`ws://127.0.0.1:${port()}${path}`, protocols, options);
    client.on("error", () => undefined);
    clients.push(client);
    return client;
  };
  return {
    port,
    dial,
    start: async (limits = {}) => {
      server = createServer({ shouldUpgradeCallback: isWebSocketRequest }, (_, response) =>
        response.end("plain"),
      );
      const log = createLogger("debug", { write: (line) => void lines.push(line) });
      closeWebSockets = handleUpgrades(server, { allowedHosts: [], log, limits });
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
    },
    logged: () => lines.map((line) => JSON.parse(line)),
    closeWebSockets: () => closeWebSockets(),
    shakeHands: async () => {
      const client = dial();
      await once(client, "open");
      client.ping();
      await once(client, "pong");
      client.send(authMessage);
      const [answer] = await once(client, "message");
      expect(JSON.parse(String(answer))).toEqual({ type: "auth_success" });
      return client;
    },
    statusOf: async (target) => {
      const [, response] = await once(dial(target), "unexpected-response");
      response.resume();
      return response.statusCode;
    },
    dialRaw: (head = upgradeHead) => dialRaw(port(), head),
  };
}

export const upgradeHead = [
  "GET /api/events/in HTTP/1.1",
  "host: 127.0.0.1",
  "connection: Upgrade",
  "upgrade: websocket",
  "sec-websocket-version: 13",
  "sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==",
];

async function dialRaw(port: number, head: readonly string[]) {
  const socket = connect(port, "127.0.0.1");
  let received = "";
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => {
    received += chunk.toString("latin1");
  });
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  await once(socket, "data");
  return { socket, received: () => received };
}

/** Unlike `once` it does not mind an error before. */
export function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once("close", () => resolve()));
}
