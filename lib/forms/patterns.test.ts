import { describe, expect, it } from "vitest";
import { matchesPattern, readPattern } from "@/lib/forms/patterns";

describe("patterns of Python", () => {
  it.each([
    [String.raw`^(?P<a>x)\-(?P=a)$`, "x-x", "x-y"],
    [String.raw`\A\w+\Z`, "abc", "a b"],
    [String.raw`^[\w\-.]+\@x$`, "a-b.c@x", "a b@x"],
    [String.raw`^\d{2}\:\d{2}$`, "10:30", "10.30"],
  ])("%s is read with its meaning", (source, fits, misfits) => {
    const pattern = readPattern(source) ?? "";
    expect(matchesPattern(pattern, fits)).toBe(true);
    expect(matchesPattern(pattern, misfits)).toBe(false);
  });

  it.each(["(?>a)b", "[[:alpha:]]", "(?(1)a|b)", "(?x) a # comment", "a**", "("])(
    "%s cannot be read, so nothing is refused",
    (source) => {
      expect(readPattern(source)).toBeUndefined();
      expect(matchesPattern(source, "anything")).toBe(true);
    },
  );
});
