import { formatAge, formatExactTime, toIsoTime } from "@/lib/text/format-date";
import { formatUntil } from "@/lib/text/format-duration";
import type { Micros } from "@/lib/time";

type InstantProps = {
  at: Micros;
  now: Micros;
  /** Other words stand before it. */
  isInSentence?: boolean;
};

/** "5 min ago" or "in 5 min", with the exact time as its title. */
export function Instant({ at, now, isInSentence = false }: InstantProps) {
  const words = at > now ? formatUntil(at, now) : formatAge(at, now);
  return (
    <time dateTime={toIsoTime(at)} title={formatExactTime(at)} className="tabular-nums">
      {isInSentence && words === "Just now" ? "just now" : words}
    </time>
  );
}
