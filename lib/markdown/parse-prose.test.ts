import { describe, expect, test } from "vitest";
import { parseProse } from "@/lib/markdown/parse-prose";
import type { Prose, ProseBlock, ProseInline } from "@/lib/markdown/prose";

/** A short notation: what a reader would see. */
function shown(prose: Prose): string {
  return prose.map(block).join("|");
}

function block(each: ProseBlock): string {
  switch (each.kind) {
    case "paragraph":
      return each.children.map(inline).join("");
    case "code":
      return `{${each.language}:${each.text}}`;
    case "list":
      return `${each.isOrdered ? "1" : "-"}(${each.items.map(shown).join(";")})`;
    case "quote":
      return `>${shown(each.blocks)}`;
  }
}

function inline(each: ProseInline): string {
  switch (each.kind) {
    case "text":
      return each.text;
    case "code":
      return `\`${each.text}\``;
    case "break":
      return "/";
    case "link":
      return `[${each.children.map(inline).join("")}→${each.url}]`;
    default:
      return `${each.kind[0]}(${each.children.map(inline).join("")})`;
  }
}

describe("Markdown that somebody registered", () => {
  test.each([
    ["One.\nStill one.\n\nTwo.", "One.\nStill one.|Two."],
    ["Use **this** or *that* and `x * y`", "Use s(this) or e(that) and `x * y`"],
    ["- one\n- two\n\n1. three", "-(one;two)|1(three)"],
    ["```python\nx = 1\n```\nAfter", "{python:x = 1}|After"],
    ["> quoted", ">quoted"],
    ["# A heading", "s(A heading)"],
    [
      "See [docs](https://example.com/a(b)) or <https://example.com>.",
      "See [docs→https://example.com/a(b)] or [https://example.com→https://example.com/].",
    ],
    ["[text][ref]\n\n[ref]: https://example.com", "[text→https://example.com/]"],
    ["Head to [the\npage](\nhttps://example.com/p).", "Head to [the\npage→https://example.com/p]."],
    ["![logo](https://example.com/l.png) text", "logo text"],
    ["snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"],
    ["", ""],
  ])("%j reads as %j", (markdown, expected) => {
    expect(shown(parseProse(markdown))).toBe(expected);
  });

  test.each([
    ["Needs client&gt;=3.0 &amp; more &copy;", "Needs client>=3.0 & more ©"],
    [
      "The share &lt;SHARE&gt; of <SERVER> and gcr.io/<project_name>",
      "The share <SHARE> of <SERVER> and gcr.io/<project_name>",
    ],
    ["Reads <b>all</b>.<br/>Writes none.<!-- hidden -->", "Reads all.Writes none."],
  ])("entities and placeholders stay, elements go: %j", (markdown, expected) => {
    expect(shown(parseProse(markdown))).toBe(expected);
  });

  test.each([
    ['!!! note "Mind this"\n    The text of it.\n\nAfter.', "s(Note:) Mind this|The text of it.|After."],
    ["!!! warning\n    Careful.", "s(Warning:)\nCareful."],
    [".. deprecated:: 2.1\n   Use another.", "s(Deprecated 2.1:)\nUse another."],
    ["Takes a :class:`Block` or :py:meth:`~a.Block.load`.", "Takes a `Block` or `a.Block.load`."],
    ["See `the guide <https://example.com/g>`_ and ``x``.", "See [the guide→https://example.com/g] and `x`."],
    [
      "First line.\n\n    An indented doc string.\n    Goes on.",
      "First line.|An indented doc string.\nGoes on.",
    ],
  ])("mkdocs, reStructuredText and doc strings: %j", (markdown, expected) => {
    expect(shown(parseProse(markdown))).toBe(expected);
  });
});

describe("nothing in a registered text can act", () => {
  test.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](  java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript&colon;alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:msgbox)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](/blocks/delete)",
    "[x](https://user:pw@evil.example)",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "[[x](javascript:alert(1))](javascript:alert(2))",
    "![x](javascript:alert(1))",
    "[![x](https://e.example/i.png)](javascript:alert(1))",
  ])("%j is no link", (markdown) => {
    const text = JSON.stringify(parseProse(markdown));
    expect(text).not.toContain('"link"');
    expect(text).not.toContain("url");
  });

  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1) />",
    '<a href="javascript:alert(1)">x</a>',
    "<iframe src=javascript:alert(1)></iframe>",
    "text <style>*{display:none}</style> text",
    "<!--><script>alert(1)</script>-->",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    '<form action="https://evil.example"><input></form>',
  ])("%j holds no element", (markdown) => {
    const text = shown(parseProse(markdown));
    expect(text).not.toMatch(/<\/?(script|img|svg|a|iframe|style|form|input)\b/i);
  });

  test("a mail address and a link inside emphasis are links", () => {
    expect(shown(parseProse("**[mail](mailto:a@example.com)**"))).toBe("s([mail→mailto:a@example.com])");
  });
});

describe("texts without end or sense", () => {
  test.each([
    "*",
    "[",
    "![",
    "[a](",
    "<a",
    "`",
    "```\n",
    "_a",
    "> ",
    "- ",
    "#",
    "&lt;",
    "(",
    "**a",
    "[a]",
    "\\",
    ".. a::\n",
    "!!! a\n",
    "\t- ",
  ])("%j again and again is cut, and answered without a fall", (piece) => {
    const prose = parseProse(piece.repeat(1_000_000 / piece.length));
    expect(JSON.stringify(prose).length).toBeLessThan(200_000);
  });
});
