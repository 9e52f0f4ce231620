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
  const seconds = Math.floor(at / 1_000_000);
  const day = Math.floor(seconds / secondsOfDay);
  const inDay = seconds - day * secondsOfDay;
  const [hours, minutes] = [Math.floor(inDay / 3600), Math.floor(inDay / 60) % 60];
  const micros = String(at - seconds * 1_000_000).padStart(6, "0");
  return `${dateOf(day)}T${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(inDay % 60)}.${micros}+00:00`;
}

const secondsOfDay = 86_400;
let known = { day: Number.NaN, date: "" };

/** Remembers the last one: a list has hundreds of times of few days, and making a `Date` costs more than the rest. */
function dateOf(day: number): string {
  if (known.day !== day) {
    known = { day, date: new Date(day * secondsOfDay * 1000).toISOString().slice(0, 10) };
  }
  return known.date;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
