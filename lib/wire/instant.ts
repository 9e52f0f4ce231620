import { z } from "zod";
import type { Micros } from "@/lib/time";

const pattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Reads a time as Python writes it, with or without offset (then it is UTC); undefined when it is none. */
export function readTimestamp(text: string): Micros | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, date, minutes = "00:00", seconds = "00", fraction = "", offset = "Z"] = match;
  const wholeMs = Date.parse(`${date}T${minutes}:${seconds}${toOffset(offset)}`);
  if (Number.isNaN(wholeMs)) return undefined;
  return (wholeMs * 1000 + Number(fraction.slice(0, 6).padEnd(6, "0"))) as Micros; // microseconds by construction
}

function toOffset(written: string): string {
  if (written.toUpperCase() === "Z") return "Z";
  const digits = written.slice(1).replace(":", "").padEnd(4, "0");
  return `${written[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** Numbers are seconds since 1970, or milliseconds where seconds would be beyond the year 2600, as pydantic reads them. */
function toMicros(value: unknown): unknown {
  if (typeof value === "string") {
    const at = readTimestamp(value);
    return at === undefined ? value : Math.min(at, latest);
  }
  if (typeof value !== "number") return value;
  const seconds = Math.abs(value) > 20_000_000_000 ? value / 1000 : value;
  return Math.round(seconds * 1_000_000);
}

// Python's years 1 to 9999: "the end of time" is a common bound. So far away microseconds are rounded to some dozens,
// and the last ones must not become the year 10000.
const earliest = Date.parse("0001-01-01T00:00:00Z") * 1000;
const latest = Date.UTC(10_000, 0, 1) * 1000 - 32;

const isMicros = (value: unknown): value is Micros =>
  typeof value === "number" && Number.isInteger(value) && value >= earliest && value <= latest;

/** A time in a request. */
export function instant() {
  return z
    .preprocess(
      toMicros,
      z.custom<Micros>(isMicros, {
        error: "invalid datetime format",
        params: { type: "value_error.datetime" },
      }),
    )
    .meta({ type: "string", format: "date-time" });
}
