"use client";

import { useEffect, useState } from "react";
import { type FindJumpTargets, pageTargets } from "@/components/layout/jump-target";
import type { JumpTarget } from "@/lib/blocks/find-jump-targets";

type Answer = {
  readonly text: string;
  readonly found: readonly JumpTarget[];
  readonly isFailed: boolean;
};

const pauseMs = 150;

/**
 * What the typed text finds: pages at once, blocks and types when the server has answered. Until then the targets of
 * the text before stand there, and `isCurrent` is false.
 */
export function useJumpTargets(
  text: string,
  find: FindJumpTargets,
): { targets: readonly JumpTarget[]; isCurrent: boolean; status: string } {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const wanted = text.trim();

  useEffect(() => {
    let isCurrent = true;
    const settle = (found: readonly JumpTarget[], isFailed: boolean) => {
      if (isCurrent) setAnswer({ text: wanted, found, isFailed });
    };
    const timer = setTimeout(
      () => {
        find(wanted).then(
          (found) => settle(found, false),
          () => settle([], true),
        );
      },
      wanted === "" ? 0 : pauseMs,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted, find]);

  const pages = pageTargets.filter((page) => page.label.toLowerCase().includes(wanted.toLowerCase()));
  const targets = [...(answer?.found ?? []), ...pages];
  return { targets, isCurrent: answer?.text === wanted, status: statusOf(answer, wanted, targets.length) };
}

function statusOf(answer: Answer | null, wanted: string, count: number): string {
  if (answer?.text !== wanted) return "";
  if (answer.isFailed) return "The server did not answer. Check that it is running and type again.";
  if (count === 0) return `Nothing is called “${wanted}”. Try a part of the name.`;
  return wanted === "" ? "" : `${count} ${count === 1 ? "result" : "results"}`;
}
