import { type Html, html } from "@/lib/api/docs-page/html";

/** The little Markdown that the description of the API uses: paragraphs, lists, strong words and code. */
export function markdown(text: string): Html {
  return html`${text.split("\n\n").map(block)}`;
}

/** Strong words and code within a line. */
export function inlineMarkdown(text: string): Html {
  return html`${text.split(/(`[^`]+`|\*\*[^*`]+\*\*)/).map(inline)}`;
}

function block(text: string): Html {
  const items = text.split("\n").map((line) => /^- (.*)$/.exec(line)?.[1]);
  if (items.every((item) => item !== undefined)) {
    return html`<ul>${items.map((item) => html`<li>${inlineMarkdown(item)}</li>`)}</ul>`;
  }
  return html`<p>${inlineMarkdown(text)}</p>`;
}

function inline(part: string): Html {
  if (part.startsWith("`")) return html`<code>${part.slice(1, -1)}</code>`;
  if (part.startsWith("**")) return html`<strong>${part.slice(2, -2)}</strong>`;
  return html`${part}`;
}
