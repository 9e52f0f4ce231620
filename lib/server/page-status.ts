import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

// Next streams `notFound()` and `error.tsx` with an empty body when JavaScript is off. So a page renders its own
// not-found view and sets the status here; server.ts applies it when the headers are written.
// On globalThis, because the server's bundle and Next's bundle each hold a copy of this module.
type Slot = { status: number | undefined };
const key = Symbol.for("blockyard.page-status");

function storage(): AsyncLocalStorage<Slot> {
  const known: unknown = Reflect.get(globalThis, key);
  if (known instanceof AsyncLocalStorage) return known;
  const made = new AsyncLocalStorage<Slot>();
  Reflect.set(globalThis, key, made);
  return made;
}

/** Runs a page request; `slot.status` tells afterwards what the page asked for. */
export function runWithPageStatus(slot: Slot, body: () => void): void {
  storage().run(slot, body);
}

/** The HTTP status with which the page that is being rendered answers. */
export function setPageStatus(status: 404 | 500 | 503): void {
  const slot = storage().getStore();
  if (slot) slot.status = status;
}
