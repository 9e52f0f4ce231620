"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** Runs an attempt to save, one at a time. One that answers "done" stays busy: the page is about to change. */
export function useSubmit(attempt: () => Promise<"done" | undefined>): [boolean, () => void] {
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
    let outcome: "done" | undefined;
    try {
      outcome = await latest.current();
    } finally {
      isRunning.current = outcome === "done";
      setIsBusy(outcome === "done");
    }
  }, []);
  return [isBusy, submit];
}
