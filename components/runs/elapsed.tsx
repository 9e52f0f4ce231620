"use client";

import { useNow } from "@/components/runs/use-now";
import { formatDuration } from "@/lib/text/format-duration";
import type { Micros } from "@/lib/time";

type ElapsedProps = { start: Micros; end: Micros | null; now: Micros };

/** How long something takes; it counts on until there is an end. */
export function Elapsed({ start, end, now: serverNow }: ElapsedProps) {
  const now = useNow(serverNow, end === null);
  const micros = (end ?? now) - start;
  // Tenths that never come to rest cannot be read.
  const shown = end === null ? Math.floor(micros / 1_000_000) * 1_000_000 : micros;
  return <span className="tabular-nums">{formatDuration(shown)}</span>;
}
