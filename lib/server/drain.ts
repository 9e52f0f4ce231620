import "server-only";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { Context } from "@/lib/server/context";

const deadlineMs = 8_000;
const sweepMs = 50;

/** What else runs in the server and ends with it. */
type Stops = {
  readonly closeWebSockets: () => Promise<void>;
  readonly stopScheduler: () => Promise<void>;
};

/**
 * SIGTERM and SIGINT stop accepting, let running requests end, close the store and exit with 0. After the deadline
 * what is left is cut: every acknowledged write is on disk already.
 */
export function drainOnSignal(
  server: Server,
  context: Context,
  { closeWebSockets, stopScheduler }: Stops,
): void {
  const runningRequests = countRequests(server);
  let isStopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    // A terminal's Ctrl-C reaches the server twice: from the terminal and from the bootstrap that forwards it.
    if (isStopping) return;
    isStopping = true;
    context.log.info("server stopping", { signal });
    const closeQuiet = () => {
      for (const [socket, requests] of runningRequests) if (requests === 0) socket.destroy();
    };
    const closed = new Promise((resolve) => server.close(resolve));
    const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs);
    const schedulerStopped = stopScheduler();
    await closeWebSockets();
    const sweep = setInterval(closeQuiet, sweepMs);
    closeQuiet();
    await closed;
    clearInterval(sweep);
    clearTimeout(deadline);
    await schedulerStopped;
    await context.close();
    process.exit(0);
  };
  process.on("SIGTERM", (signal) => void stop(signal));
  process.on("SIGINT", (signal) => void stop(signal));
}

/**
 * Open sockets with the number of their unanswered requests. `server.closeIdleConnections()` would not do: it spares
 * connections that never sent a request, and knows nothing of upgraded ones.
 */
function countRequests(server: Server): ReadonlyMap<Socket, number> {
  const counts = new Map<Socket, number>();
  server.on("connection", (socket) => {
    counts.set(socket, 0);
    socket.once("close", () => counts.delete(socket));
  });
  server.on("request", (request, response) => {
    const { socket } = request;
    counts.set(socket, (counts.get(socket) ?? 0) + 1);
    response.once("close", () => {
      const open = counts.get(socket);
      if (open !== undefined) counts.set(socket, open - 1);
    });
  });
  return counts;
}
