"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useEffectEvent } from "react";

type RunsRefreshProps = {
  /** Answers the revision of what would be shown now. */
  newsPath: string;
  /** Of what is shown. */
  revision: string;
  /** Runs under way change more often than others come. */
  isMoving: boolean;
};

const movingMs = 2_000;
const quietMs = 5_000;
const longestMs = 30_000;

/**
 * Shows what has changed, as long as somebody looks. Asks for the revision alone first: a page is made only when there
 * is something new, and never asked of a server that is away (Next would leave the page for an error of the browser).
 */
export function RunsRefresh({ newsPath, revision, isMoving }: RunsRefreshProps) {
  const router = useRouter();
  const look = useEffectEvent(async (): Promise<boolean> => {
    if (document.hidden || isBusy()) return true;
    const answer = await fetch(newsPath, { cache: "no-store" }).catch(() => undefined);
    if (!answer?.ok) return false;
    const now: unknown = await answer.json().catch(() => revision);
    if (now !== revision && !isBusy()) startTransition(() => router.refresh());
    return true;
  });

  useEffect(() => {
    const beatMs = isMoving ? movingMs : quietMs;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waitMs = beatMs;
    const beat = async () => {
      const isAnswered = await look();
      if (timer === undefined) return;
      waitMs = isAnswered ? beatMs : Math.min(waitMs * 2, longestMs);
      timer = setTimeout(beat, waitMs);
    };
    timer = setTimeout(beat, waitMs);
    const onVisibility = () => {
      if (document.hidden) return;
      clearTimeout(timer);
      timer = setTimeout(beat, 0);
    };
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      clearTimeout(timer);
      timer = undefined;
    };
  }, [isMoving]);
  return null;
}

/** Rows must not move while one chooses from a menu or is asked. */
function isBusy(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}
