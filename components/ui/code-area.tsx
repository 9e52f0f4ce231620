"use client";

import { clsx } from "clsx";
import { type ComponentProps, type KeyboardEvent, useMemo, useRef } from "react";
import { Textarea } from "@/components/ui/input";

type CodeAreaProps = Omit<ComponentProps<typeof Textarea>, "value" | "isMono" | "wrap" | "rows" | "style"> & {
  value: string;
  /** Lines with a fault, counted from 1. */
  faultyLines?: readonly number[];
  minRows?: number;
};

/**
 * A text area for code: mono, with line numbers, lines that do not wrap. It stays the browser's own text area, so undo,
 * search, screen readers and spelling tools work as everywhere, Tab leaves it, and ten thousand lines are no burden.
 */
export function CodeArea(props: CodeAreaProps) {
  const { value, faultyLines = [], minRows = 6, className, onKeyDown, ...rest } = props;
  const numbers = useRef<HTMLDivElement>(null);
  const count = value.split("\n").length;
  const isWide = count > 999;
  return (
    <div className="relative">
      <Textarea
        {...rest}
        value={value}
        isMono
        wrap="off"
        rows={Math.min(24, Math.max(minRows, count + 1))}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        onScroll={({ currentTarget }) => {
          if (numbers.current) numbers.current.style.translate = `0 ${-currentTarget.scrollTop}px`;
        }}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (!event.defaultPrevented) indentNextLine(event);
        }}
        className={clsx("overflow-auto whitespace-pre leading-5", isWide ? "pl-15" : "pl-12", className)}
      />
      <div
        aria-hidden
        className={clsx(
          "pointer-events-none absolute top-0.5 bottom-0.5 left-0.5 overflow-hidden rounded-l-[5px] border-line border-r bg-sunken",
          isWide ? "w-12.5" : "w-9.5",
        )}
      >
        <div ref={numbers} className="relative pt-1.5 text-right font-mono text-text-3 text-xs/5">
          <LineNumbers count={count} />
          {faultyLines.map((line) => (
            <span
              key={line}
              className="absolute inset-x-0 bg-danger-soft pr-2 font-semibold text-danger"
              style={{ top: `${(line - 1) * 20 + 6}px` }}
            >
              {line}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** One text, not one element for each line. */
function LineNumbers({ count }: { count: number }) {
  const text = useMemo(() => Array.from({ length: count }, (_, index) => index + 1).join("\n"), [count]);
  return <div className="whitespace-pre pr-2">{text}</div>;
}

/** A new line begins where the one above begins, and two spaces further in behind an opening bracket or a key. */
function indentNextLine(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const { key, shiftKey, ctrlKey, metaKey, altKey, nativeEvent, currentTarget } = event;
  if (key !== "Enter" || shiftKey || ctrlKey || metaKey || altKey || nativeEvent.isComposing) return;
  const before = currentTarget.value.slice(0, currentTarget.selectionStart);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const indent = (/^[ ]*/.exec(line)?.[0] ?? "") + (/[{[:]\s*$/.test(line) ? "  " : "");
  if (indent === "") return;
  // The only way to insert text that the browser's own undo takes back.
  if (document.execCommand("insertText", false, `\n${indent}`)) event.preventDefault();
}
