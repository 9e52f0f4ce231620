import { describe, expect, it } from "vitest";
import { code } from "@/lib/api/docs-page/code";
import { html, printHtml } from "@/lib/api/docs-page/html";
import { markdown } from "@/lib/api/docs-page/markdown";
import { printExample } from "@/lib/api/docs-page/print-example";

const hostile = `<script>alert("x")</script> & 'y'`;
const escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;";

describe("a template", () => {
  it("escapes what is put in, in content and in attributes", () => {
    expect(printHtml(html`<p title="${hostile}">${hostile}</p>`)).toBe(
      `<p title="${escaped}">${escaped}</p>`,
    );
  });

  it("escapes once: a template in a template stays as it is", () => {
    expect(printHtml(html`<ul>${[html`<li>${hostile}</li>`, "<b>"]}</ul>`)).toBe(
      `<ul><li>${escaped}</li>&lt;b&gt;</ul>`,
    );
  });

  it("leaves out what is undefined or false, and prints a zero", () => {
    expect(printHtml(html`${undefined}${false}${0}`)).toBe("0");
  });
});

describe("Markdown", () => {
  it("has paragraphs, lists, strong words and code", () => {
    expect(printHtml(markdown("One **strong** word.\n\n- a `b`\n- c"))).toBe(
      "<p>One <strong>strong</strong> word.</p><ul><li>a <code>b</code></li><li>c</li></ul>",
    );
  });

  it("takes a mask in code for a mask", () => {
    expect(printHtml(markdown("shown as `********`, or `********`"))).toBe(
      "<p>shown as <code>********</code>, or <code>********</code></p>",
    );
  });

  it("escapes everything", () => {
    expect(printHtml(markdown(`**<b>** \`<i>\` ${hostile}\n\n- <u>`))).toBe(
      `<p><strong>&lt;b&gt;</strong> <code>&lt;i&gt;</code> ${escaped}</p><ul><li>&lt;u&gt;</li></ul>`,
    );
  });
});

describe("code", () => {
  it("marks keys, texts, numbers and words, and loses no character", () => {
    const text = `curl x -d '{"a": "b <c>", "n": 50, "t": true}'\nexport A=http://127.0.0.1:4200`;
    const printed = printHtml(code(text));
    expect(printed).toContain('<span class="t-key">&quot;a&quot;</span>');
    expect(printed).toContain('<span class="t-text">&quot;b &lt;c&gt;&quot;</span>');
    expect(printed).toContain('<span class="t-number">50</span>');
    expect(printed).toContain('<span class="t-number">true</span>');
    expect(printed).toContain('<span class="t-word">export</span>');
    expect(printed).toContain("http://127.0.0.1:4200");
    const plain = printed.replaceAll(/<[^>]+>/g, "");
    expect(
      plain
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">"),
    ).toBe(text);
  });
});

describe("JSON for people", () => {
  it("keeps in one line what fits, and is JSON", () => {
    const value = {
      slug: { any_: ["s3"] },
      none: {},
      list: [],
      long: ["x".repeat(30), "y".repeat(30)],
      n: null,
    };
    const text = printExample(value);
    expect(text).toContain(
      '  "slug": { "any_": ["s3"] },\n  "none": {},\n  "list": [],\n  "long": [\n    "x',
    );
    expect(JSON.parse(text)).toEqual(value);
  });
});
