"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

const nearPx = 24;

type StickToEnd = {
  area: RefObject<HTMLDivElement | null>;
  /** All that the area holds. */
  content: RefObject<HTMLDivElement | null>;
  isAtEnd: boolean;
  onScroll: () => void;
  toEnd: () => void;
};

/** Keeps the end of a scroll area in view while it grows, until the reader scrolls away from it. */
export function useStickToEnd(shown: unknown): StickToEnd {
  const area = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const isStuck = useRef(true);
  const lastTop = useRef(0);

  const stick = useCallback(() => {
    if (isStuck.current && area.current) area.current.scrollTop = area.current.scrollHeight;
  }, []);
  const toEnd = useCallback(() => {
    isStuck.current = true;
    setIsAtEnd(true);
    stick();
  }, [stick]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something was added, before it is painted
  useLayoutEffect(stick, [shown, stick]);
  // What comes into view gets its true height only then.
  useEffect(() => {
    if (!content.current) return;
    const observer = new ResizeObserver(stick);
    observer.observe(content.current);
    return () => observer.disconnect();
  }, [stick]);

  const onScroll = useCallback(() => {
    const element = area.current;
    if (!element) return;
    const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
    // Growing content moves the end away without anybody scrolling: only a way up lets go.
    const isUp = element.scrollTop < lastTop.current - 1;
    lastTop.current = element.scrollTop;
    if (isNear) isStuck.current = true;
    else if (isUp) isStuck.current = false;
    setIsAtEnd(isStuck.current);
  }, []);
  return { area, content, isAtEnd, onScroll, toEnd };
}
