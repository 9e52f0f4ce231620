import { formatDate, formatExactTime, toIsoTime } from "@/lib/text/format-date";
import type { Micros } from "@/lib/time";

/** A date, with the exact time as its title. */
export function PointInTime({ at }: { at: Micros }) {
  return (
    <time dateTime={toIsoTime(at)} title={formatExactTime(at)}>
      {formatDate(at)}
    </time>
  );
}
