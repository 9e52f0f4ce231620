import "server-only";
import type { Config } from "@/lib/config/schema";
import type { Logger } from "@/lib/log/logger";
import type { Deps } from "@/lib/store";

/** What one running server has: its store, clock and ids, its settings and its log. */
export type Context = Deps & {
  readonly config: Config;
  readonly log: Logger;
  /** Waits for the running transaction, then closes the database. Later calls of the store are refused. */
  readonly close: () => Promise<void>;
};

// The server bundle and Next's bundle each hold a copy of this file; the process has one context.
const key = Symbol.for("blockyard.context");

/** The context of this process. @throws Error before `setContext`, so nobody opens a second database by accident. */
export function getContext(): Context {
  const context: unknown = Reflect.get(globalThis, key);
  if (context !== undefined) return context as Context; // only setContext writes this property
  throw new Error(
    "There is no server context. Pages and routes run inside server.ts, which makes it at start.",
  );
}

/** Called once, by server.ts after `openContext`; undefined takes it back (tests). */
export function setContext(context: Context | undefined): void {
  Reflect.set(globalThis, key, context);
}
