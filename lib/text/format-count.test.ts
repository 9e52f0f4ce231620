import { expect, test } from "vitest";
import { formatCount } from "@/lib/text/format-count";

test("a count agrees with its noun and parts thousands", () => {
  expect(formatCount(0, "block")).toBe("0 blocks");
  expect(formatCount(1, "block")).toBe("1 block");
  expect(formatCount(1204, "block")).toBe("1,204 blocks");
  expect(formatCount(2, "entry", "entries")).toBe("2 entries");
});
