"use client";

import type { ReactNode } from "react";
import { Elapsed } from "@/components/runs/elapsed";
import { Instant } from "@/components/runs/instant";
import { useNow } from "@/components/runs/use-now";
import type { RunProgress } from "@/lib/flow-runs/read-progress";
import { formatExactTime } from "@/lib/text/format-date";
import { formatDuration } from "@/lib/text/format-duration";
import type { Micros } from "@/lib/time";

/** When it was to start, when it did, how long it took: on one line where there is room. */
export function RunFacts({ progress, now: serverNow }: { progress: RunProgress; now: Micros }) {
  const { expected, start, end, next, isFinal, runCount } = progress;
  // Ages in minutes need no more.
  const now = useNow(serverNow, true, 15_000);
  const scheduled = next ?? expected;
  return (
    <dl className="mb-6 grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line text-sm medium:grid-cols-4">
      <Fact name="Scheduled" notes={[exact(scheduled)]}>
        {scheduled === null ? <None>Not scheduled</None> : <Instant at={scheduled} now={now} />}
      </Fact>
      <Fact name="Started" notes={[exact(start), latenessOf(expected, start)]}>
        {start === null ? <None>Not yet</None> : <Instant at={start} now={now} />}
      </Fact>
      <Fact name="Duration" notes={[runCount > 1 ? `Begun ${runCount} times` : undefined]}>
        {start === null ? (
          <None>None yet</None>
        ) : (
          <Elapsed start={start} end={isFinal ? (end ?? start) : null} now={serverNow} />
        )}
      </Fact>
      <Fact name="Ended" notes={[exact(end)]}>
        {end === null ? <None>Not yet</None> : <Instant at={end} now={now} />}
      </Fact>
    </dl>
  );
}

function exact(at: Micros | null): string | undefined {
  return at === null ? undefined : formatExactTime(at);
}

const second = 1_000_000;

/** A run is picked up when an agent asks next: a few seconds say nothing. */
function latenessOf(expected: Micros | null, start: Micros | null): string | undefined {
  if (expected === null || start === null || start - expected < second) return undefined;
  return `${formatDuration(start - expected)} after its time`;
}

type FactProps = { name: string; notes: readonly (string | undefined)[]; children: ReactNode };

function Fact({ name, notes, children }: FactProps) {
  return (
    <div className="bg-surface px-3.5 py-2.5">
      <dt className="text-text-3 text-xs">{name}</dt>
      <dd className="mt-0.5">
        <span className="font-medium">{children}</span>
        {notes.map((note) =>
          note === undefined ? null : (
            <span key={note} className="block text-text-3 text-xs tabular-nums">
              {note}
            </span>
          ),
        )}
      </dd>
    </div>
  );
}

function None({ children }: { children: ReactNode }) {
  return <span className="font-normal text-text-3">{children}</span>;
}
