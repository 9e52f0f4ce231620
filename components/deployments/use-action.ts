"use client";

import { useRef, useState } from "react";
import { type ActionAnswer, noAnswer } from "@/components/deployments/deployment-actions";

/** Runs an action, one at a time: a second press while the first is on its way does nothing. `fault` says why it failed. */
export function useAction(): {
  isBusy: boolean;
  fault: string;
  dismiss: () => void;
  run: (act: () => Promise<ActionAnswer>, onDone: () => void) => Promise<void>;
} {
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState("");
  const isRunning = useRef(false);
  const run = async (act: () => Promise<ActionAnswer>, onDone: () => void) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setIsBusy(true);
    setFault("");
    const answer = await act().catch(() => noAnswer);
    isRunning.current = false;
    setIsBusy(false);
    if (answer.ok) onDone();
    else setFault(answer.message);
  };
  return { isBusy, fault, dismiss: () => setFault(""), run };
}
