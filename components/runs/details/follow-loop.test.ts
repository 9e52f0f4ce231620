import { expect, test } from "vitest";
import { type FollowAnswer, followLoop } from "@/components/runs/details/follow-loop";
import type { Micros } from "@/lib/time";

const away: FollowAnswer = { kind: "away" };
const gone: FollowAnswer = { kind: "gone" };
const news = (isFinal: boolean, hasMore = false): FollowAnswer => ({
  kind: "news",
  news: { progress: null, revision: "r", lines: [], cursor: 0 as Micros, hasMore, isFinal },
});

/** Follows through these answers (the last one is repeated) with a clock that only waiting moves. */
async function follow(answers: readonly FollowAnswer[], stopAfter = Number.POSITIVE_INFINITY) {
  const waits: number[] = [];
  const taken: string[] = [];
  let nowMs = 0;
  const end = await followLoop({
    ask: async () => answers[Math.min(taken.length, answers.length - 1)] ?? gone,
    take: ({ kind }) => taken.push(kind),
    wait: async (ms) => {
      waits.push(ms);
      nowMs += ms;
    },
    isStopped: () => taken.length >= stopAfter,
    nowMs: () => nowMs,
  });
  return { end, waits, taken, nowMs };
}

test("it asks every second while the run is under way, and at once where more lines wait", async () => {
  const { end, waits } = await follow([news(false), news(false, true), news(false), gone]);
  expect(waits).toEqual([1000, 1000]);
  expect(end).toBe("gone");
});

test("it goes on for ten seconds after the last state, for lines that come late", async () => {
  const { end, nowMs } = await follow([news(false), news(true)]);
  expect(end).toBe("ended");
  expect(nowMs).toBe(11_000);
});

test("a run that begins again after its last state is followed on", async () => {
  const { end, nowMs } = await follow([news(true), news(true), news(false), news(true)]);
  expect(end).toBe("ended");
  expect(nowMs).toBe(13_000);
});

test("it asks less often while nobody answers, and as often as before afterwards", async () => {
  const { waits } = await follow([...Array(6).fill(away), news(false), away, gone]);
  expect(waits).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000, 1000, 1000]);
});

test("it takes nothing after it was stopped", async () => {
  const { end, taken } = await follow([news(false)], 2);
  expect(end).toBe("stopped");
  expect(taken).toEqual(["news", "news"]);
});
