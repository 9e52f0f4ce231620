"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { type FollowAnswer, type FollowEnd, followLoop } from "@/components/runs/details/follow-loop";
import { appendLines, countUntil, type LogChunk, prependLines } from "@/components/runs/details/log-chunks";
import type { RunNews } from "@/lib/flow-runs/follow-flow-run";
import type { LogLine } from "@/lib/flow-runs/log-lines";
import type { FlowRunView } from "@/lib/flow-runs/read-flow-run-view";
import type { RunProgress } from "@/lib/flow-runs/read-progress";

/** "away": the server does not answer, and is asked again. */
export type FollowStatus = "following" | "away" | Exclude<FollowEnd, "stopped">;

type FollowState = {
  readonly progress: RunProgress;
  readonly revision: string;
  readonly cursor: number;
  readonly chunks: readonly LogChunk[];
  readonly hasEarlier: boolean;
  /** How many lines have come since the page was made. */
  readonly arrived: number;
  readonly status: FollowStatus;
};

export type RunFollow = FollowState & {
  /** Adds the part of the log before the first line; false when that failed. */
  readonly loadEarlier: () => Promise<boolean>;
  /** Follows again after the run has been begun anew. */
  readonly resume: () => void;
};

type Step =
  | { readonly kind: "answer"; readonly answer: FollowAnswer }
  | { readonly kind: "earlier"; readonly lines: readonly LogLine[]; readonly hasEarlier: boolean }
  | { readonly kind: "end"; readonly end: FollowEnd }
  | { readonly kind: "resume" };

type FollowedRun = Pick<FlowRunView, "id" | "progress" | "revision" | "log">;

/** Keeps the page of a run up to date by asking again and again (docs/adr/0019). */
export function useRunFollow(view: FollowedRun): RunFollow {
  const [state, dispatch] = useReducer(advance, view, begin);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  }, [state]);
  const path = `/flow-runs/flow-run/${view.id}`;
  const isOver = state.status === "ended" || state.status === "gone";

  useEffect(() => {
    if (isOver) return;
    const controller = new AbortController();
    // State comes a render later: the next question must not ask for the same lines again.
    let { cursor, revision } = latest.current;
    const ask = async (): Promise<FollowAnswer> => {
      const answer = await askServer(
        `${path}/follow?after=${cursor}&revision=${revision}`,
        controller.signal,
      );
      if (answer.kind === "news") ({ cursor, revision } = answer.news);
      return answer;
    };
    void followLoop({
      ask,
      take: (answer) => dispatch({ kind: "answer", answer }),
      wait: (ms) => untilLookedAt(ms, controller.signal),
      isStopped: () => controller.signal.aborted,
      nowMs: () => performance.now(),
    }).then((end) => {
      if (end !== "stopped") dispatch({ kind: "end", end });
    });
    return () => controller.abort();
  }, [path, isOver]);

  const until = view.log.lines.at(-1)?.at ?? 0;
  const loadEarlier = useCallback(async () => {
    const skip = countUntil(latest.current.chunks, until);
    const part = await askJson(`${path}/earlier?until=${until}&skip=${skip}`);
    if (!part) return false;
    dispatch({ kind: "earlier", ...(part as Pick<FlowRunView["log"], "lines" | "hasEarlier">) }); // our own route
    return true;
  }, [path, until]);
  const resume = useCallback(() => dispatch({ kind: "resume" }), []);
  return { ...state, loadEarlier, resume };
}

function begin({ progress, revision, log }: FollowedRun): FollowState {
  return {
    progress,
    revision,
    cursor: log.cursor,
    chunks: appendLines([], log.lines),
    hasEarlier: log.hasEarlier,
    arrived: 0,
    status: "following",
  };
}

function advance(state: FollowState, step: Step): FollowState {
  switch (step.kind) {
    case "answer":
      return takeAnswer(state, step.answer);
    case "earlier":
      return { ...state, chunks: prependLines(state.chunks, step.lines), hasEarlier: step.hasEarlier };
    case "end":
      return { ...state, status: step.end === "stopped" ? state.status : step.end };
    case "resume":
      return { ...state, status: "following" };
  }
}

/** The same state where nothing is new, so that nothing is drawn. */
function takeAnswer(state: FollowState, answer: FollowAnswer): FollowState {
  if (answer.kind !== "news") return { ...state, status: answer.kind };
  const { progress, revision, cursor, lines } = answer.news;
  if (!progress && lines.length === 0 && state.status === "following") return state;
  return {
    ...state,
    progress: progress ?? state.progress,
    revision,
    cursor,
    chunks: appendLines(state.chunks, lines),
    arrived: state.arrived + lines.length,
    status: "following",
  };
}

async function askServer(path: string, signal: AbortSignal): Promise<FollowAnswer> {
  try {
    const answer = await fetch(path, { cache: "no-store", signal });
    if (answer.status === 404) return { kind: "gone" };
    if (!answer.ok) return { kind: "away" };
    return { kind: "news", news: (await answer.json()) as RunNews }; // our own route
  } catch {
    return { kind: "away" };
  }
}

async function askJson(path: string): Promise<unknown> {
  try {
    const answer = await fetch(path, { cache: "no-store" });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

const hiddenMs = 30_000;

/** A page that nobody sees asks rarely; it asks at once when it is looked at again. */
function untilLookedAt(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(done, document.hidden ? Math.max(ms, hiddenMs) : ms);
    function done() {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisibility);
      signal.removeEventListener("abort", done);
      resolve();
    }
    function onVisibility() {
      if (!document.hidden) return done();
      clearTimeout(timer);
      timer = setTimeout(done, hiddenMs);
    }
    document.addEventListener("visibilitychange", onVisibility);
    signal.addEventListener("abort", done);
  });
}
