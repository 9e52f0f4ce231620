"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** Runs an attempt to save, one at a time. One that answers "done" stays busy: the page is about to change. */
export function useSubmit(
  attempt: () => Promise<"done" | undefined>,
  /** The attempt broke off, because code that it needs could not be loaded. */
  onBroken: () => void,
): [boolean, () => void] {
  const [isBusy, setIsBusy] = useState(false);
  const isRunning = useRef(false);
  const latest = useRef({ attempt, onBroken });
  useEffect(() => {
    latest.current = { attempt, onBroken };
  });
  const submit = useCallback(async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setIsBusy(true);
    let outcome: "done" | undefined;
    try {
      outcome = await latest.current.attempt();
    } catch (error) {
      reportError(error);
      latest.current.onBroken();
    } finally {
      isRunning.current = outcome === "done";
      setIsBusy(outcome === "done");
    }
  }, []);
  return [isBusy, submit];
}
