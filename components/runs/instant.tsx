import { formatAge, formatExactTime, toIsoTime } from "@/lib/text/format-date";
import { formatUntil } from "@/lib/text/format-duration";
import type { Micros } from "@/lib/time";

/** "5 min ago" or "in 5 min", with the exact time as its title. */
export function Instant({ at, now }: { at: Micros; now: Micros }) {
  return (
    <time dateTime={toIsoTime(at)} title={formatExactTime(at)} className="tabular-nums">
      {at > now ? formatUntil(at, now) : formatAge(at, now)}
    </time>
  );
}
