import { describe, expect, test } from "vitest";
import { formatDuration, formatUntil } from "@/lib/text/format-duration";

const second = 1_000_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe("a length of time", () => {
  test.each([
    [0, "0 s"],
    [-5 * second, "0 s"],
    [400, "0 s"],
    [20_400, "20 ms"],
    [99_600, "0.1 s"],
    [400_000, "0.4 s"],
    [9.94 * second, "9.9 s"],
    [9.96 * second, "10 s"],
    [12.4 * second, "12 s"],
    [59.6 * second, "1 min"],
    [3 * minute + 5 * second, "3 min 5 s"],
    [hour, "1 h"],
    [2 * hour + minute + 59 * second, "2 h 1 min"],
    [4 * day + 59 * minute, "4 d"],
    [4 * day + 3 * hour, "4 d 3 h"],
  ])("%d microseconds are %s", (micros, text) => {
    expect(formatDuration(micros)).toBe(text);
  });
});

describe("a time to come", () => {
  test.each([
    [-minute, "now"],
    [0.5 * second, "now"],
    [12 * second, "in 12 s"],
    [5.9 * minute, "in 5 min"],
    [2 * hour, "in 2 h"],
    [3 * day + hour, "in 3 d"],
  ])("%d microseconds ahead reads %s", (ahead, text) => {
    expect(formatUntil(1_000 + ahead, 1_000)).toBe(text);
  });
});
