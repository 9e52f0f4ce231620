"use client";

import { useCallback, useEffect, useState } from "react";
import type { RunFollow } from "@/components/runs/details/use-run-follow";

/** Lines that a search fetches by itself; beyond them the reader decides. */
const maxLines = 20_000;

export type AllEarlier = { load: () => Promise<void>; isBusy: boolean; hasFailed: boolean };

/** Loads earlier parts of the log: one for a press, all of them while something is searched for. */
export function useAllEarlier(
  { loadEarlier, hasEarlier, chunks }: Pick<RunFollow, "loadEarlier" | "hasEarlier" | "chunks">,
  isSearching: boolean,
): AllEarlier {
  const [isBusy, setIsBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const load = useCallback(async () => {
    setIsBusy(true);
    setHasFailed(!(await loadEarlier()));
    setIsBusy(false);
  }, [loadEarlier]);

  const count = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const isDue = isSearching && hasEarlier && !isBusy && !hasFailed && count < maxLines;
  useEffect(() => {
    if (isDue) void load();
  }, [isDue, load]);
  return { load, isBusy: isBusy || isDue, hasFailed };
}
