import { describe, expect, test } from "vitest";
import { helpText } from "@/lib/markdown/help-text";

describe("help texts (defect 15)", () => {
  test.each([
    ["An enumeration.", ""],
    ["See [docs](https://example.com) for `boto3`.", "See [docs](https://example.com/) for `boto3`."],
    ["One\n  two\n\nthree", "One two three"],
    ["**Bold** and *thin* and _this_, not snake_case_name", "Bold and thin and this, not snake_case_name"],
    ["Use ``x`` &lt;SHARE&gt; &amp; more", "Use `x` <SHARE> & more"],
    ["# Title\n- item\n```python\ncode\n```\nend", "Title item end"],
    ["<b>Loud</b> text<br/>", "Loud text"],
    ["5 * 3 * 2", "5 * 3 * 2"],
    ["Plain words, e.g. 3 (three).", "Plain words, e.g. 3 (three)."],
    [
      "Head to the [adapters](\nhttps://example.com/a)\npage.",
      "Head to the [adapters](https://example.com/a) page.",
    ],
    ["Takes a :class:`Block`.\n\n!!! note\n    Mind this.", "Takes a `Block`. Note: Mind this."],
    [
      "[x](javascript:alert(1)) and [y](https://example.com/a_(b))",
      "x and [y](https://example.com/a_%28b%29)",
    ],
    ["[a [b] c](https://example.com)", "a [b] c"],
  ])("%j reads as %j", (markdown, text) => {
    expect(helpText(markdown)).toBe(text);
  });

  test("are short, and end at a word, never inside code or a link", () => {
    const long = helpText(`${"word ".repeat(118)} [a link](https://example.com/${"x".repeat(40)}) and more`);
    expect(long.length).toBeLessThanOrEqual(601);
    expect(long).toMatch(/word…?\s?…$/);
    expect(long).not.toContain("[");
    expect(helpText("word ".repeat(300))).toMatch(/^(word )+word…$/);
  });
});
