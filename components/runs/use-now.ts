"use client";

import { useEffect, useState } from "react";
import type { Micros } from "@/lib/time";

/** The server's time, going on by itself while `isTicking`. The reader's clock may be wrong and is not asked. */
export function useNow(serverNow: Micros, isTicking: boolean, everyMs = 1000): Micros {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (!isTicking) return;
    const startMs = performance.now();
    const timer = setInterval(() => {
      setNow((serverNow + Math.round((performance.now() - startMs) * 1000)) as Micros);
    }, everyMs);
    return () => clearInterval(timer);
  }, [serverNow, isTicking, everyMs]);
  return now > serverNow ? now : serverNow;
}
