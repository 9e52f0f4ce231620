import { clsx } from "clsx";
import { AsideSection } from "@/components/blocks/details/split";
import { StateBadge } from "@/components/runs/state-badge";
import type { RunProgress } from "@/lib/flow-runs/read-progress";
import { formatExactTime, toIsoTime } from "@/lib/text/format-date";
import { formatDuration } from "@/lib/text/format-duration";

/** The states that a run went through, newest first, with what was said about each. */
export function StateTimeline({ states }: Pick<RunProgress, "states">) {
  const newestFirst = states.toReversed();
  return (
    <AsideSection id="states" title="States" end={String(states.length)}>
      {states.length === 0 ? <p className="text-sm text-text-2">It was in no state yet.</p> : null}
      <ol className="text-sm">
        {newestFirst.map(({ id, type, name, at, message }, index) => {
          const nextAt = newestFirst[index - 1]?.at;
          return (
            <li
              key={id}
              className={clsx(
                "relative pb-4 pl-5 last:pb-0",
                "before:absolute before:top-5.5 before:bottom-0 before:left-[3.5px] before:w-px before:bg-line-strong last:before:hidden",
              )}
            >
              <span
                aria-hidden
                className={clsx(
                  "absolute top-1.75 left-0 size-2 rounded-full",
                  index === 0 ? "bg-accent" : "bg-line-ctl",
                )}
              />
              <StateBadge state={{ type, name }} isWhole />
              <span className="mt-0.5 flex flex-wrap gap-x-1.5 text-text-3 text-xs tabular-nums">
                <time dateTime={toIsoTime(at)}>{formatExactTime(at)}</time>
                {nextAt === undefined ? null : <span>for {formatDuration(nextAt - at)}</span>}
              </span>
              {message ? (
                <p
                  dir="auto"
                  className="mt-0.5 whitespace-pre-wrap text-left text-text-2 [overflow-wrap:anywhere]"
                >
                  {message}
                </p>
              ) : null}
            </li>
          );
        })}
      </ol>
    </AsideSection>
  );
}
