import "server-only";
import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Context } from "@/lib/server/context";

const deadlineMs = 8_000;
const sweepMs = 50;

/**
 * SIGTERM and SIGINT stop accepting, let running requests end, close the store and exit with 0. After the deadline
 * what is left is cut: every acknowledged write is on disk already.
 */
export function drainOnSignal(server: Server, context: Context): void {
  const upgraded = new Set<Duplex>();
  server.on("upgrade", (_request, socket) => {
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
  });

  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    // A terminal's Ctrl-C reaches the server twice: from the terminal and from the bootstrap that forwards it.
    if (isStopping) return;
    isStopping = true;
    context.log.info("server stopping", { signal });
    const finish = async (code: number) => {
      await context.close();
      process.exit(code);
    };
    const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
    const deadline = setTimeout(() => {
      server.closeAllConnections();
    }, deadlineMs);
    for (const socket of upgraded) socket.destroy();
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(deadline);
      void finish(0);
    });
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
