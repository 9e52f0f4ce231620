import { describe, expect, it } from "vitest";
import { replaceShown, toShown, withTyped } from "@/components/fields/text-edit";

describe("typing into a text of several lines", () => {
  it.each([
    ["a\r\nb\r\nc", "a\nbx\nc", "a\r\nbx\r\nc"],
    ["a\r\nb", "a\nb\nc", "a\r\nb\r\nc"],
    ["a\nb\r\nc\rd", "a\nb\nc\nd!", "a\nb\r\nc\rd!"],
    ["a\nb\r\nc", "a\nb\n\nc", "a\nb\r\n\nc"],
    ["a\r\nb\r\nc", "a\nc", "a\r\nc"],
    ["a\r\n", "a", "a"],
    ["", "a\nb", "a\nb"],
  ])("keeps the line breaks that were not touched: %j", (before, typed, after) => {
    expect(withTyped(before, typed)).toBe(after);
    expect(toShown(after)).toBe(typed);
  });

  it("puts a pasted part where it is shown, byte for byte", () => {
    expect(replaceShown("a\r\nb\r\nc", 2, 3, "x\r\ny")).toBe("a\r\nx\r\ny\r\nc");
    expect(replaceShown("a\nb", 3, 3, "\r\n")).toBe("a\nb\r\n");
  });
});
