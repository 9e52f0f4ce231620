import { formatAge, formatExactTime, toIsoTime } from "@/lib/text/format-date";
import type { Micros } from "@/lib/time";

/** An instant for a page: `words` is "2 h ago" or "in 5 min", `exact` its title. */
export type ShownTime = { readonly iso: string; readonly words: string; readonly exact: string };

const minute = 60_000_000;

/** Past or future. */
export function showTime(at: Micros, now: Micros): ShownTime {
  const words = at > now ? formatWait(at, now) : formatAge(at, now);
  return { iso: toIsoTime(at), words, exact: formatExactTime(at) };
}

/** "in 5 min"; from seven days on the moment itself. */
function formatWait(at: Micros, now: Micros): string {
  const minutes = Math.ceil((at - now) / minute);
  if (minutes < 1) return "now";
  if (minutes < 60) return `in ${minutes} min`;
  if (minutes < 24 * 60) return `in ${Math.round(minutes / 60)} h`;
  if (minutes < 7 * 24 * 60) return `in ${Math.round(minutes / (24 * 60))} d`;
  return formatExactTime(at);
}
