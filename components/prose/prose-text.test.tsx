import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ProseText } from "@/components/prose/prose-text";
import { parseProse } from "@/lib/markdown/parse-prose";

const html = (markdown: string) => renderToStaticMarkup(<ProseText prose={parseProse(markdown)} />);

test("a description keeps its paragraphs, lists and emphasis, and makes no heading of its own", () => {
  const shown = html("# Keeps files\n\nIn *any* **bucket**:\n\n- one\n- `two`\n\n1. first\n\n> quoted");
  expect(shown).toMatch(/<p[^>]*><strong[^>]*>Keeps files<\/strong><\/p>/);
  expect(shown).toMatch(/<em>any<\/em> <strong[^>]*>bucket<\/strong>/);
  expect(shown).toMatch(/<ul[^>]*><li><p[^>]*>one<\/p><\/li><li>.*<code[^>]*>two<\/code>/);
  expect(shown).toContain("<ol");
  expect(shown).toContain("<blockquote");
  expect(shown).not.toMatch(/<h\d/);
});

test("a link opens apart and tells the other site nothing; what is no web address is its words", () => {
  expect(html("[docs](https://example.com)")).toContain(
    '<a href="https://example.com/" rel="noopener noreferrer nofollow" target="_blank">docs</a>',
  );
  expect(html("[docs](javascript:alert(1))")).not.toContain("<a");
});

test("markup in a description is text", () => {
  const shown = html(
    '<img src=x onerror="alert(1)"> a <SHARE> &lt;script&gt;x&lt;/script&gt; ![p](https://e.x/p.png)',
  );
  expect(shown).not.toMatch(/<(img|script|SHARE)/);
  expect(shown).toContain("&lt;SHARE&gt;");
});
