// The one place where dates become words. UTC throughout: the server cannot know the reader's zone, and the same page
// must read the same for two people who talk about it. Months are spelled by hand because en-GB says "Sept".
import type { Micros } from "@/lib/time";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "3 May 2026". */
export function formatDate(at: Micros): string {
  const date = toDate(at);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "3 May 2026, 14:05:09 UTC": for the `title` of a shorter form. */
export function formatExactTime(at: Micros): string {
  return `${formatDate(at)}, ${toDate(at).toISOString().slice(11, 19)} UTC`;
}

/** "Just now", "5 min ago", "2 h ago", "3 d ago"; from seven days on the date. */
export function formatAge(at: Micros, now: Micros): string {
  const ageMs = (now - at) / 1000;
  if (ageMs >= 7 * dayMs) return formatDate(at);
  if (ageMs >= dayMs) return `${Math.floor(ageMs / dayMs)} d ago`;
  if (ageMs >= hourMs) return `${Math.floor(ageMs / hourMs)} h ago`;
  if (ageMs >= minuteMs) return `${Math.floor(ageMs / minuteMs)} min ago`;
  return "Just now";
}

/** For `<time dateTime>`. */
export function toIsoTime(at: Micros): string {
  return toDate(at).toISOString();
}

function toDate(at: Micros): Date {
  return new Date(Math.floor(at / 1000));
}
