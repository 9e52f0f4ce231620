"use client";

import { ArrowDown } from "lucide-react";
import { useCallback, useState } from "react";
import { isChosen, type LogChoice, LogPiece } from "@/components/runs/details/log-line";
import { type AllEarlier, useAllEarlier } from "@/components/runs/details/use-all-earlier";
import type { RunFollow } from "@/components/runs/details/use-run-follow";
import { useStickToEnd } from "@/components/runs/details/use-stick-to-end";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { formatCount, formatNumber } from "@/lib/text/format-count";
import { formatDate } from "@/lib/text/format-date";

type LogAreaProps = { follow: RunFollow; choice: LogChoice };

/** The lines, in an area of their own that shows the end until the reader scrolls up. */
export function LogArea({ follow, choice }: LogAreaProps) {
  const { chunks, arrived } = follow;
  const { area, content, isAtEnd, onScroll, toEnd } = useStickToEnd(chunks);
  const isNarrowed = choice.text !== "" || choice.minLevel > 0;
  const earlier = useAllEarlier(follow, isNarrowed);
  const [seen, setSeen] = useState(arrived);
  if (isAtEnd && seen !== arrived) setSeen(arrived);

  const { load } = earlier;
  const loadEarlier = useCallback(() => {
    // The area keeps its place only below its very top.
    if (area.current?.scrollTop === 0) area.current.scrollTop = 1;
    void load();
  }, [area, load]);

  return (
    <div className="relative">
      <figure
        ref={area}
        aria-label="Log lines"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever uses the keyboard must be able to scroll it
        tabIndex={0}
        onScroll={onScroll}
        className="max-h-[max(280px,calc(100dvh-400px))] min-h-24 overflow-y-auto rounded-b-card bg-sunken py-2 font-mono text-[0.78125rem] leading-5 tabular-nums focus-visible:-outline-offset-2"
      >
        <div ref={content}>
          {follow.hasEarlier ? <EarlierButton earlier={earlier} onClick={loadEarlier} /> : null}
          <Pieces chunks={chunks} choice={choice} isNarrowed={isNarrowed} />
          <Remark follow={follow} choice={choice} isNarrowed={isNarrowed} isLooking={earlier.isBusy} />
        </div>
      </figure>
      {isAtEnd || arrived === seen ? null : (
        <Button
          size="small"
          icon={<Icon icon={ArrowDown} size={14} />}
          className="-translate-x-1/2 absolute bottom-3 left-1/2 rounded-full! bg-raised! shadow-2"
          onClick={toEnd}
        >
          {formatNumber(arrived - seen)} new {arrived - seen === 1 ? "line" : "lines"}
        </Button>
      )}
    </div>
  );
}

function EarlierButton({ earlier, onClick }: { earlier: AllEarlier; onClick: () => void }) {
  return (
    <div className="px-3 pb-2 font-sans noscript:hidden [overflow-anchor:none]">
      <Button variant="link" isBusy={earlier.isBusy} busyLabel="Loading earlier lines…" onClick={onClick}>
        {earlier.hasFailed ? "Try again to load earlier lines" : "Load earlier lines"}
      </Button>
    </div>
  );
}

type PiecesProps = Pick<RunFollow, "chunks"> & { choice: LogChoice; isNarrowed: boolean };

function Pieces({ chunks, choice, isNarrowed }: PiecesProps) {
  return chunks.map((chunk, index) => {
    const before = chunks[index - 1]?.at(-1);
    // Lines between may be left out: then each piece says its day.
    const dayBefore = before && !isNarrowed ? formatDate(before.at) : undefined;
    return <LogPiece key={chunk[0]?.id} chunk={chunk} choice={choice} dayBefore={dayBefore} />;
  });
}

type RemarkProps = LogAreaProps & { isNarrowed: boolean; isLooking: boolean };

/** What is to be said where no line is shown; how many are, to those who do not see it. */
function Remark({ follow: { chunks, progress }, choice, isNarrowed, isLooking }: RemarkProps) {
  if (chunks.length === 0) return <p className={remark}>{emptyWords(progress.isFinal)}</p>;
  if (!isNarrowed) return null;
  const found = chunks.reduce((sum, chunk) => sum + chunk.filter((line) => isChosen(line, choice)).length, 0);
  return (
    <p role="status" className={found === 0 ? remark : "sr-only"}>
      {foundWords(found, isLooking)}
    </p>
  );
}

const remark = "px-3.5 font-sans text-sm text-text-2";

function emptyWords(isFinal: boolean): string {
  return isFinal ? "The run wrote nothing." : "Nothing was written yet. Lines appear here as they come.";
}

function foundWords(found: number, isLooking: boolean): string {
  if (isLooking) return "Looking through earlier lines…";
  return found === 0 ? "No line is like this." : `${formatCount(found, "line")} shown`;
}
