"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Refusal } from "@/components/forms/error-summary";

const unreachable =
  "The server did not answer, so nothing is known to be stored. Check the connection, then try again.";

/**
 * Runs an attempt to save, one at a time. An attempt that answers "done" stays busy: the page is about to change.
 * A request that fails without an answer becomes a refusal like any other.
 */
export function useSubmit(
  attempt: () => Promise<"done" | undefined>,
  refuse: (refusal: Refusal) => undefined,
): [boolean, () => void] {
  const [isBusy, setIsBusy] = useState(false);
  const isRunning = useRef(false);
  const latest = useRef(attempt);
  useEffect(() => {
    latest.current = attempt;
  });
  const submit = useCallback(async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setIsBusy(true);
    const outcome = await latest.current().catch((error: unknown) => {
      // Mostly the network; a fault of ours would be lost otherwise.
      reportError(error);
      return refuse({ faults: [], message: unreachable });
    });
    if (outcome === "done") return;
    isRunning.current = false;
    setIsBusy(false);
  }, [refuse]);
  return [isBusy, submit];
}
