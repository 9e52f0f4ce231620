import { describe, expect, it } from "vitest";
import { readableDuration } from "@/components/fields/iso-duration";

describe("a length of time in words", () => {
  it.each([
    ["PT1H30M", "1 hour 30 minutes"],
    ["P1DT0.5S", "1 day 0.5 seconds"],
    ["-PT2S", "Minus 2 seconds"],
    ["P2W", "2 weeks"],
    ["PT0S", "No time at all"],
    ["3600", "1 hour"],
    ["90061.5", "1 day 1 hour 1 minute 1.5 seconds"],
    ["-60.0", "Minus 1 minute"],
    ["0", "No time at all"],
  ])("of %s is %s", (text, expected) => {
    expect(readableDuration(text)).toBe(expected);
  });

  it.each(["", "P", "1:30:00", "soon", "PT"])(
    "of %j is nothing: it says so itself, or cannot be read",
    (text) => {
      expect(readableDuration(text)).toBeUndefined();
    },
  );
});
