"use client";

import { clsx } from "clsx";
import { memo } from "react";
import type { LogChunk } from "@/components/runs/details/log-chunks";
import type { LogLine } from "@/lib/flow-runs/log-lines";
import { levelWord } from "@/lib/logs/level-word";
import { formatNumber } from "@/lib/text/format-count";
import { formatDate, toIsoTime } from "@/lib/text/format-date";

/** Which lines are shown; "" and 0: all. */
export type LogChoice = { readonly text: string; readonly minLevel: number };

/** Upper and lower case are the same. */
export function isChosen(line: LogLine, { text, minLevel }: LogChoice): boolean {
  if (line.level < minLevel) return false;
  return text === "" || `${line.message}\n${line.task ?? ""}`.toLowerCase().includes(text.toLowerCase());
}

type LogPieceProps = {
  chunk: LogChunk;
  choice: LogChoice;
  /** The day of the line before, which is not said again. */
  dayBefore: string | undefined;
};

/** A piece of the log. It is drawn anew only when it changes, and laid out only when it is near to what is seen. */
export const LogPiece = memo(function LogPiece({ chunk, choice, dayBefore }: LogPieceProps) {
  const lines = chunk.filter((line) => isChosen(line, choice));
  if (lines.length === 0) return null;
  let day = dayBefore;
  return (
    <ol className="[content-visibility:auto]" style={{ containIntrinsicSize: `auto ${lines.length * 22}px` }}>
      {lines.map((line) => {
        const own = formatDate(line.at);
        const isNewDay = own !== day;
        day = own;
        return <Line key={line.id} line={line} text={choice.text} day={isNewDay ? own : undefined} />;
      })}
    </ol>
  );
});

type LineProps = { line: LogLine; text: string; day: string | undefined };

function Line({ line: { at, level, task, message, cut }, text, day }: LineProps) {
  const iso = toIsoTime(at);
  return (
    <li
      data-level={level}
      className={clsx(
        "grid grid-cols-[88px_62px_minmax(0,1fr)] gap-x-3 border-l-2 py-px pr-3 pl-3 max-narrow:grid-cols-[auto_minmax(0,1fr)]",
        edgeOf(level),
      )}
    >
      {day === undefined ? null : (
        <span className="col-span-full pt-1 pb-0.5 font-sans text-text-3">{day}</span>
      )}
      <time dateTime={iso} title={iso.replace("T", " ").replace("Z", " UTC")} className="text-text-3">
        {iso.slice(11, 23)}
      </time>
      <span className={clsx("truncate", colourOf(level))}>{levelWord(level)}</span>
      <span className="min-w-0 whitespace-pre-wrap text-text [overflow-wrap:anywhere] max-narrow:col-span-full">
        {task === null ? null : <span className="text-text-3">{task}: </span>}
        <bdi>{text === "" ? message : <Marked message={message} text={text} />}</bdi>
        {cut > 0 ? (
          <span className="font-sans text-text-3">
            {" "}
            … {formatNumber(cut)} more characters in the download
          </span>
        ) : null}
      </span>
    </li>
  );
}

/** What was searched for stands out. */
function Marked({ message, text }: { message: string; text: string }) {
  const parts: { readonly at: number; readonly isHit: boolean; readonly part: string }[] = [];
  const [haystack, needle] = [message.toLowerCase(), text.toLowerCase()];
  let from = 0;
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, from)) {
    parts.push({ at: from, isHit: false, part: message.slice(from, at) });
    from = at + needle.length;
    parts.push({ at, isHit: true, part: message.slice(at, from) });
  }
  parts.push({ at: from, isHit: false, part: message.slice(from) });
  return parts.map(({ at, isHit, part }) =>
    isHit ? (
      <mark key={`hit-${at}`} className="rounded-[2px] bg-warn-soft text-warn">
        {part}
      </mark>
    ) : (
      <span key={at}>{part}</span>
    ),
  );
}

function edgeOf(level: number): string {
  if (level >= 40) return "border-danger bg-danger-soft";
  return level >= 30 ? "border-warn bg-warn-soft" : "border-transparent";
}

function colourOf(level: number): string {
  if (level >= 40) return "font-medium text-danger";
  if (level >= 30) return "font-medium text-warn";
  return level >= 20 ? "text-text-2" : "text-text-3";
}
