import { describe, expect, it } from "vitest";
import type { Micros } from "@/lib/time";
import { showHealth } from "@/lib/work-queues/shown-health";

const second = 1_000_000;
const now = (1_000 * 86_400 * second) as Micros; // any instant

function labelOf(
  secondsAgo: number | null,
  others: { isPaused?: boolean; isPoolPaused?: boolean; lateRuns?: number } = {},
) {
  const lastPolled = secondsAgo === null ? null : ((now - secondsAgo * second) as Micros);
  const { isPaused = false, isPoolPaused = false, lateRuns = 0 } = others;
  return showHealth(
    { queue: { isPaused, lastPolled }, pool: { isPaused: isPoolPaused, name: "p" }, lateRuns },
    now,
  ).label;
}

describe("the health of a queue", () => {
  it.each([
    [null, "Never polled"],
    [0, "Healthy"],
    [60, "Healthy"],
    [61, "Not polled for 1 min"],
    [5 * 60 + 59, "Not polled for 5 min"],
    [3 * 3600, "Not polled for 3 h"],
    [12 * 86_400, "Not polled for 12 d"],
  ])("that was polled %s seconds ago is: %s", (secondsAgo, label) => {
    expect(labelOf(secondsAgo)).toBe(label);
  });

  it("tells late runs before who asked when", () => {
    expect(labelOf(5, { lateRuns: 1 })).toBe("1 late run");
    expect(labelOf(null, { lateRuns: 2 })).toBe("2 late runs");
  });

  it("tells a pause before all else", () => {
    expect(labelOf(5, { isPaused: true, lateRuns: 2 })).toBe("Paused");
    expect(labelOf(5, { isPaused: true, isPoolPaused: true })).toBe("Pool paused");
  });
});
