"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";

const focusable = "input:not([type=hidden]):not([tabindex='-1']), textarea, select, button, [tabindex='0']";

/** Rows come and go: `focusRow` puts the focus into the row at `index` after the next render, `part` first. */
export function useRowFocus(): {
  readonly rows: RefObject<HTMLDivElement | null>;
  readonly focusRow: (index: number, part?: string) => void;
} {
  const rows = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ index: number; part: string } | null>(null);
  useEffect(() => {
    if (!wanted.current) return;
    const { index, part } = wanted.current;
    wanted.current = null;
    const row = rows.current?.querySelectorAll<HTMLElement>(":scope > [data-row]")[index];
    const target = row?.querySelector<HTMLElement>(part) ?? row?.querySelector<HTMLElement>(focusable);
    target?.focus();
  });
  const focusRow = useCallback((index: number, part = `[data-part=value] :is(${focusable})`) => {
    wanted.current = { index, part };
  }, []);
  return { rows, focusRow };
}
