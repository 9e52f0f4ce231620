import { describe, expect, test } from "vitest";
import { appendLines, countUntil, type LogChunk, prependLines } from "@/components/runs/details/log-chunks";
import type { LogLine } from "@/lib/flow-runs/log-lines";
import type { Micros } from "@/lib/time";

const line = (at: number): LogLine => ({
  id: `line-${at}`,
  at: at as Micros,
  level: 20,
  task: null,
  message: "",
  cut: 0,
});
const linesOf = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => line(first + index));
const timesOf = (chunks: readonly LogChunk[]) => chunks.flat().map(({ at }) => Number(at));

describe("new lines", () => {
  test("leave full pieces as they are, so that these are not drawn anew", () => {
    const before = appendLines([], linesOf(1, 250));
    const after = appendLines(before, linesOf(251, 260));
    expect(before.map((chunk) => chunk.length)).toEqual([100, 100, 50]);
    expect(after.map((chunk) => chunk.length)).toEqual([100, 100, 60]);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    expect(appendLines(after, [])).toBe(after);
  });

  test("that come late stand in their place by time", () => {
    const after = appendLines(
      appendLines(
        [],
        linesOf(1, 150).filter(({ at }) => at !== 70),
      ),
      [line(70)],
    );
    expect(timesOf(after)).toEqual(timesOf([linesOf(1, 150)]));
  });

  test("that come very late are kept too", () => {
    const after = appendLines(appendLines([], linesOf(100, 999)), [line(1)]);
    expect(after.flat()).toHaveLength(901);
    expect(timesOf(after)).toContain(1);
  });
});

test("earlier lines come before the others, each line once", () => {
  const after = prependLines(appendLines([], linesOf(50, 60)), linesOf(1, 55));
  expect(timesOf(after)).toEqual(timesOf([linesOf(1, 60)]));
  expect(countUntil(after, 55)).toBe(55);
});
