import { Temporal } from "temporal-polyfill";
import type { Micros } from "@/lib/time";

/** What a clock on the wall of a time zone shows, counted as if it hung in UTC: sums of days on it never see clock changes. */
export type WallMicros = number & { readonly __unit: "WallMicros" };

/**
 * Which of two instants a time means that a wall clock shows twice, when clocks are set back. A time that it skips is
 * counted on from the clock's state after the change ("earlier") or before it ("later", which moves it past the gap).
 */
export type Reading = "earlier" | "later";

/** A name of the IANA list as it is written there; offsets such as "+02:00" are none. */
export function isTimezone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId === name;
  } catch {
    return false;
  }
}

/** What the wall clock shows at an instant. */
export function toWall(at: Micros, timezone: string | null): WallMicros {
  return (at + offsetMicros(at, timezone)) as WallMicros;
}

/** When the wall clock shows it. */
export function fromWall(wall: WallMicros, timezone: string | null, reading: Reading): Micros {
  if (isUtc(timezone)) return wall as number as Micros;
  const ms = Math.floor(wall / 1000);
  const plain = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("UTC").toPlainDateTime();
  const at = plain.toZonedDateTime(timezone, { disambiguation: reading }).epochMilliseconds;
  return (at * 1000 + (wall - ms * 1000)) as Micros;
}

function offsetMicros(at: Micros, timezone: string | null): number {
  if (isUtc(timezone)) return 0;
  const ms = Math.floor(at / 1000);
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timezone).offsetNanoseconds / 1000;
}

function isUtc(timezone: string | null): timezone is "UTC" | null {
  return timezone === null || timezone === "UTC";
}
