import { formatDate } from "@/lib/text/format-date";
import type { Micros } from "@/lib/time";

export type TimeFormat = "date" | "date-time" | "time";

/** What the browser's own picker for a format is called. */
export const pickerType = {
  date: "date",
  "date-time": "datetime-local",
  time: "time",
} as const satisfies Record<TimeFormat, string>;

const isoDateTime =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?\s*(Z|z|[+-]\d{2}(?::?\d{2})?)?$/;
const seconds = /^-?\d+(\.\d+)?$/;

/** How a typed date-time reads: "3 May 2026, 14:00:00 UTC+02:00"; undefined when it cannot be read. */
export function readableDateTime(text: string): string | undefined {
  if (seconds.test(text)) return readableSeconds(Number(text));
  const [, date, minutes, rest = ":00", zone] = isoDateTime.exec(text.trim()) ?? [];
  if (date === undefined || minutes === undefined || Number.isNaN(Date.parse(date))) return undefined;
  const day = formatDate((Date.parse(date) * 1000) as Micros); // milliseconds become the unit of formatDate
  const clock = `${day}, ${minutes}${rest.slice(0, 3)}`;
  if (zone === undefined) return `${clock}, no time zone given: read as UTC`;
  return `${clock} ${zone.toUpperCase() === "Z" ? "UTC" : `UTC${zone}`}`;
}

function readableSeconds(value: number): string | undefined {
  const isMillis = Math.abs(value) > 2e10;
  const date = new Date(isMillis ? value : value * 1000);
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString();
  return `${isMillis ? "Milliseconds" : "Seconds"} since 1970: ${readableDateTime(iso)}`;
}

/** What the picker shows for a typed text; "" when it cannot show it. */
export function toPickerValue(format: TimeFormat, text: string): string {
  if (format === "date-time") {
    const [, date, minutes] = isoDateTime.exec(text.trim()) ?? [];
    return date === undefined ? "" : `${date}T${minutes}`;
  }
  const pattern = format === "date" ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{2}:\d{2}(:\d{2})?$/;
  return pattern.test(text) ? text : "";
}

/** What is typed for a picked value. A picked time is the reader's own, so it carries the reader's offset. */
export function fromPickerValue(format: TimeFormat, picked: string): string {
  if (format !== "date-time" || picked === "") return picked;
  const full = picked.length === 16 ? `${picked}:00` : picked;
  return `${full}${offsetOf(-new Date(full).getTimezoneOffset())}`;
}

function offsetOf(minutes: number): string {
  if (minutes === 0) return "Z";
  const absolute = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
}
