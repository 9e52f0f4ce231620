"use client";

import { clsx } from "clsx";
import { Lock } from "lucide-react";
import type { ReviewRow, Shown } from "@/components/forms/review-rows";
import { Icon } from "@/components/ui/icon";
import { diffLines, foldSame, type LineChange } from "@/lib/text/diff-lines";
import { formatCount } from "@/lib/text/format-count";

const grounds = { stored: "bg-danger-soft text-danger", after: "bg-ok-soft text-ok" } as const;

/** One side of a change. A secret is never shown, only that it is there. */
export function ShownValue({ shown, change }: { shown: Shown; change: keyof typeof grounds }) {
  const { tone, text } = shown;
  if (change === "stored" && tone === "none") return <span className="text-text-3">{text}</span>;
  if (change === "stored" && tone === "secret") {
    return (
      <span className="inline-flex items-center gap-1.75 text-text-2">
        <Icon icon={Lock} size={14} className="text-text-3" />
        {text}
      </span>
    );
  }
  const Tag = change === "stored" ? "del" : "ins";
  return (
    <Tag
      className={clsx(
        "inline-block max-h-50 max-w-full overflow-y-auto whitespace-pre-wrap break-words rounded-[3px] px-1 no-underline [overflow-wrap:anywhere]",
        tone === "none" ? grounds.stored : grounds[change],
        tone === "value" && "font-mono",
      )}
    >
      {text}
    </Tag>
  );
}

/** Two texts of several lines are easier to compare line by line than side by side. */
export function hasLineDiff({ stored, after }: ReviewRow): boolean {
  return [stored, after].every(({ tone }) => tone === "value") && /\n/.test(stored.text + after.text);
}

const signs = { same: " ", removed: "−", added: "+" } as const;
const looks = { same: "text-text-2", removed: grounds.stored, added: grounds.after } as const;
const words = { same: "", removed: "Removed: ", added: "Added: " } as const;

/** What goes and what comes, with two lines around it; the whole of it on request. */
export function LineDiff({ stored, after }: ReviewRow) {
  const changes = diffLines(stored.text, after.text);
  const folded = foldSame(changes);
  const isMoved = sorted(stored.text) === sorted(after.text);
  return (
    <div className="min-w-0">
      {isMoved ? <p className="mb-1 text-text-3 text-xs">The same lines in another order.</p> : null}
      <Lines parts={folded} />
      {folded.length < changes.length ? (
        <details className="mt-1">
          <summary className="w-fit rounded-tag font-medium text-accent text-xs underline-offset-3 hover:underline">
            Show all {formatCount(changes.length, "line")}
          </summary>
          <Lines parts={changes} />
        </details>
      ) : null}
    </div>
  );
}

function Lines({ parts }: { parts: readonly (LineChange | number)[] }) {
  return (
    <figure
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever uses the keyboard must be able to scroll it
      tabIndex={0}
      aria-label="Changed lines"
      className="max-h-75 overflow-y-auto rounded-ctl border border-line bg-sunken py-1 font-mono text-[0.8125rem]/5 focus-visible:-outline-offset-2"
    >
      {parts.map((part, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and they stay
        <Line key={position} part={part} />
      ))}
    </figure>
  );
}

function Line({ part }: { part: LineChange | number }) {
  if (typeof part === "number") {
    return <div className="px-2 text-text-3 text-xs">{`… ${formatCount(part, "unchanged line")}`}</div>;
  }
  const { kind, text } = part;
  const Tag = kind === "added" ? "ins" : kind === "removed" ? "del" : "div";
  return (
    <Tag className={clsx("flex gap-2 px-2 no-underline", looks[kind])}>
      <span aria-hidden className="w-[1ch] shrink-0 select-none">
        {signs[kind]}
      </span>
      <span className="sr-only">{words[kind]}</span>
      <span className="min-w-0 whitespace-pre-wrap break-words [overflow-wrap:anywhere]">{text}</span>
    </Tag>
  );
}

function sorted(text: string): string {
  return text.split("\n").sort().join("\n");
}
