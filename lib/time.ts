/** Microseconds since the Unix epoch, an integer. Dates appear only in views. */
export type Micros = number & { readonly __unit: "Micros" };

/** Strictly increasing clock: two events never share a timestamp, so "newest first" is a total order. */
export function createClock(nowMs: () => number = Date.now): () => Micros {
  let last = 0;
  return () => {
    last = Math.max(Math.round(nowMs() * 1000), last + 1);
    return last as Micros;
  };
}

/** `2026-11-22T08:29:33.181275+00:00`, the form that Prefect 2.20 answers. */
export function toWireTimestamp(at: Micros): string {
  const seconds = new Date(Math.floor(at / 1000)).toISOString().slice(0, 19);
  return `${seconds}.${String(at % 1_000_000).padStart(6, "0")}+00:00`;
}
