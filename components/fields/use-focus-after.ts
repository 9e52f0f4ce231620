"use client";

import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";

/**
 * Moves the focus when a press replaces the button that had it: call the second value in the handler, and after the
 * next render the first `data-focus` inside the container takes the focus.
 */
export function useFocusAfter<E extends HTMLElement = HTMLDivElement>(): [RefObject<E | null>, () => void] {
  const container = useRef<E>(null);
  const isWanted = useRef(false);
  useLayoutEffect(() => {
    if (!isWanted.current) return;
    isWanted.current = false;
    container.current?.querySelector<HTMLElement>("[data-focus]")?.focus();
  });
  const request = useCallback(() => {
    isWanted.current = true;
  }, []);
  return [container, request];
}
