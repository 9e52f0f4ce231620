import "server-only";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import type { Logger } from "@/lib/log/logger";

export type EventSocketLimits = {
  readonly sockets: number;
  /** Of one message. The client sends no event over 1.5 MB. */
  readonly messageBytes: number;
  /** Of all messages together that have begun and not ended, which is what is held in memory. */
  readonly unfinishedBytes: number;
  /** A socket that was silent for so long is asked whether it lives, and closed after as long again. */
  readonly heartbeatMs: number;
  /** How long a client has to answer that the socket is closing. */
  readonly closeMs: number;
};

const defaults: EventSocketLimits = {
  sockets: 512,
  messageBytes: 2 * 1024 * 1024,
  unfinishedBytes: 32 * 1024 * 1024,
  heartbeatMs: 30_000,
  closeMs: 1_000,
};

const maxAuthBytes = 16 * 1024;

type Peer = { isAlive: boolean; unfinishedBytes: number; events: number };

export type EventSocket = {
  /** False when there are as many sockets as there may be: the caller refuses. */
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  /** Closes all sockets; clients that do not answer are cut. */
  readonly close: () => Promise<void>;
};

/**
 * The websocket to which the 3.x client sends its events: it answers the handshake and the pings, so that the client is
 * content, and forgets what it reads. Contents are neither parsed nor logged.
 */
export function openEventSocket(log: Logger, overrides: Partial<EventSocketLimits> = {}): EventSocket {
  const limits = { ...defaults, ...overrides };
  const peers = new Map<WebSocket, Peer>();
  const server = createWebSocketServer(limits);
  const warned = new Set<string>();
  const warnOnce = (message: string) => {
    // Whoever can cause a warning can cause thousands: one of a kind per heartbeat is enough to know.
    if (!warned.has(message)) log.warn(message, { open: peers.size });
    warned.add(message);
  };
  const heartbeat = setInterval(() => {
    warned.clear();
    dropSilent(peers);
  }, limits.heartbeatMs).unref();

  const welcome = (websocket: WebSocket, socket: Duplex) => {
    const peer: Peer = { isAlive: true, unfinishedBytes: 0, events: 0 };
    const startMs = performance.now();
    peers.set(websocket, peer);
    const measure = (chunk: Buffer) => {
      peer.isAlive = true;
      peer.unfinishedBytes += chunk.length;
      if (heldBytes(peers) <= limits.unfinishedBytes) return;
      warnOnce("event sockets dropped: unfinished messages take too much memory");
      dropLargest(peers);
    };
    // Before the listener of ws, which reports the messages that end with this chunk.
    socket.prependListener("data", measure);
    websocket.on("error", () => {
      // What comes after a broken or oversize message is thrown away unread, so it is not held either.
      socket.off("data", measure);
      peer.unfinishedBytes = 0;
    });
    websocket.on("close", (code) => {
      peers.delete(websocket);
      const durationMs = Math.round(performance.now() - startMs);
      log.info("event socket closed", { code, events: peer.events, durationMs });
    });
    receive(websocket, peer);
  };

  return {
    accept: (request, socket, head) => {
      if (peers.size >= limits.sockets) {
        warnOnce("event sockets refused: too many are open");
        return false;
      }
      server.handleUpgrade(request, socket, head, (websocket) => welcome(websocket, socket));
      return true;
    },
    close: () => {
      clearInterval(heartbeat);
      for (const websocket of peers.keys()) websocket.close(1001, "The server is stopping.");
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function createWebSocketServer({ messageBytes, closeMs }: EventSocketLimits): WebSocketServer {
  const options = {
    noServer: true,
    perMessageDeflate: false,
    maxPayload: messageBytes,
    // Each piece costs memory beyond its bytes. The client sends a message as one frame.
    maxFragments: 128,
    maxBufferedChunks: 2048,
    skipUTF8Validation: true,
    handleProtocols: (offered: ReadonlySet<string>) => (offered.has("prefect") ? "prefect" : false),
    // Not in the types yet.
    closeTimeout: closeMs,
  } as const;
  return new WebSocketServer(options);
}

/** Clients that offer the protocol `prefect` (3.x) ask first whether they may send; others (2.x) just send. */
function receive(websocket: WebSocket, peer: Peer): void {
  let isWelcome = websocket.protocol !== "prefect";
  websocket.on("message", (data) => {
    peer.unfinishedBytes = 0;
    if (isWelcome) {
      peer.events += 1;
    } else if (isAuthMessage(data)) {
      isWelcome = true;
      websocket.send('{"type":"auth_success"}');
    } else {
      websocket.close(1008, "The first message must be of the type auth.");
    }
  });
  const forgetControlFrame = ({ length }: Buffer) => {
    peer.unfinishedBytes = Math.max(0, peer.unfinishedBytes - length - controlFrameBytes);
  };
  websocket.on("ping", forgetControlFrame);
  websocket.on("pong", forgetControlFrame);
}

/** Opcode, length and the mask of a client. */
const controlFrameBytes = 6;

function isAuthMessage(data: RawData): boolean {
  if (!Buffer.isBuffer(data) || data.length > maxAuthBytes) return false;
  try {
    const message: unknown = JSON.parse(data.toString());
    return typeof message === "object" && message !== null && Reflect.get(message, "type") === "auth";
  } catch {
    return false;
  }
}

function dropSilent(peers: ReadonlyMap<WebSocket, Peer>): void {
  for (const [websocket, peer] of peers) {
    if (!peer.isAlive) websocket.terminate();
    else {
      peer.isAlive = false;
      websocket.ping();
    }
  }
}

function heldBytes(peers: ReadonlyMap<WebSocket, Peer>): number {
  let sum = 0;
  for (const { unfinishedBytes } of peers.values()) sum += unfinishedBytes;
  return sum;
}

/** The one that holds most goes, so that nobody can fill the space and keep the others out. */
function dropLargest(peers: ReadonlyMap<WebSocket, Peer>): void {
  const [largest] = [...peers].sort(([, a], [, b]) => b.unfinishedBytes - a.unfinishedBytes);
  if (!largest) return;
  const [websocket, peer] = largest;
  peer.unfinishedBytes = 0;
  websocket.terminate();
}
