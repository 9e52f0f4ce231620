"use client";

import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

const nearPx = 24;

type StickToEnd = {
  area: RefObject<HTMLDivElement | null>;
  isAtEnd: boolean;
  onScroll: () => void;
  toEnd: () => void;
};

/** Keeps the end of a scroll area in view while things are added, until the reader scrolls away from it. */
export function useStickToEnd(content: unknown): StickToEnd {
  const area = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const isStuck = useRef(true);
  const lastTop = useRef(0);

  const toEnd = useCallback(() => {
    isStuck.current = true;
    setIsAtEnd(true);
    const scroll = () => {
      if (isStuck.current && area.current) area.current.scrollTop = area.current.scrollHeight;
    };
    scroll();
    // What comes into view gets its true height only then.
    requestAnimationFrame(() => requestAnimationFrame(scroll));
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something was added
  useLayoutEffect(() => {
    if (isStuck.current) toEnd();
  }, [content, toEnd]);

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
  return { area, isAtEnd, onScroll, toEnd };
}
