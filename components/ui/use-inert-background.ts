"use client";

import { type RefObject, useEffect } from "react";

/**
 * While the layer is mounted, everything else on the page is inert. Radix hides what lies beneath from assistive
 * technology only; without this it could still be reached by keyboard.
 */
export function useInertBackground(layer: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const changed: HTMLElement[] = [];
    for (const element of document.body.children) {
      if (!(element instanceof HTMLElement) || element.inert) continue;
      // Toasts and announcements are still heard.
      if (element.contains(layer.current) || element.hasAttribute("data-live-region")) continue;
      element.inert = true;
      changed.push(element);
    }
    return () => {
      for (const element of changed) element.inert = false;
    };
  }, [layer]);
}
