"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in the HTML from the server and in the first render, true as soon as the scripts run. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
