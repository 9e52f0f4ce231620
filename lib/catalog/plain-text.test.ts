import { describe, expect, it } from "vitest";
import { codeOf, plainText, splitDeprecation, withoutDeprecation } from "@/lib/catalog/plain-text";

describe("plainText", () => {
  it.each([
    ["# Stores *things*\n\n- one\n- **two**\n", "Stores things one two"],
    [
      "See [the guide](https://example.com/a) or <https://example.com>.",
      "See the guide or https://example.com.",
    ],
    [
      "![logo](https://example.com/l.png) Runs `a * b * c` and `__init__`",
      "logo Runs a * b * c and __init__",
    ],
    ["Needs client&gt;=3.0 &amp; more", "Needs client>=3.0 & more"],
    ["Reads <b>all</b>.<br/>Writes none.", "Reads all.Writes none."],
    ["5 < 6 and 7 > 2", "5 < 6 and 7 > 2"],
    ["snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"],
    ["Before.\n```python\nx = 1\n```\nAfter.", "Before. After."],
    ["Before.\n```python\nnever = 'closed'", "Before."],
    ["> quoted\n> twice", "quoted twice"],
    ["", ""],
  ])("reduces %j", (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });

  it.each(["*", "[", "![", "[a](", "<a", "`", "```\n", "_a", "__a", "# ", "a. ", "&lt;"])(
    "cuts an endless text of %j",
    (piece) => {
      expect(plainText(piece.repeat(1_000_000 / piece.length)).length).toBeLessThanOrEqual(5001);
    },
  );
});

describe("codeOf", () => {
  it("takes the code out of its fences and leaves the prose behind", () => {
    const markdown = "Load it:\n```python\nfrom a import B\n\nB.load('x')\n```\nand then\n```\nprint(1)\n```";
    expect(codeOf(markdown)).toBe("from a import B\n\nB.load('x')\n\nprint(1)");
  });

  it.each(["`", "```\n", "~~~a\n", " ", "\n", "&amp;"])("cuts an endless text of %j", (piece) => {
    expect(codeOf(piece.repeat(1_000_000 / piece.length)).length).toBeLessThanOrEqual(20_001);
  });

  it("takes a text without fences as code", () => {
    expect(codeOf("B.load(&quot;x&quot;)\n")).toBe('B.load("x")');
  });
});

describe("splitDeprecation", () => {
  it("drops the announcement, keeps what the type does, names the successor", () => {
    const text =
      "DEPRECATION WARNING: This class was deprecated in June and will be removed in July. It has been replaced by `ShinyBucket` from the `shiny` package. Keeps files in a bucket. Fast, too.";
    expect(splitDeprecation(text)).toEqual({
      text: "Keeps files in a bucket. Fast, too.",
      isDeprecated: true,
      successor: "ShinyBucket",
    });
  });

  it("does not break at dots inside words", () => {
    const text = "This block is deprecated. It will be removed in client>=3.0.0. Runs tasks.";
    expect(splitDeprecation(text)).toEqual({ text: "Runs tasks.", isDeprecated: true });
  });

  it("leaves other texts alone", () => {
    const text = "It will be removed on completion. Good.";
    expect(splitDeprecation(text)).toEqual({ text, isDeprecated: false });
  });
});

describe("withoutDeprecation", () => {
  it("takes the announcement out of Markdown and leaves the description with its form", () => {
    const text =
      "DEPRECATION WARNING:\n\n    This class is deprecated as of March.\n    It has been replaced by `Shiny`.\n\nKeeps *files*:\n\n- big ones\n- small ones";
    expect(withoutDeprecation(text)).toBe("Keeps *files*:\n\n- big ones\n- small ones");
    const inline =
      "This block is deprecated. It will be removed in `client&gt;=3.0.0`. Runs [tasks](https://e.x).";
    expect(withoutDeprecation(inline)).toBe("Runs [tasks](https://e.x).");
  });

  it("leaves other texts alone", () => {
    const text = "It will be removed on completion.\n\n    indented";
    expect(withoutDeprecation(text)).toBe(text);
  });
});
