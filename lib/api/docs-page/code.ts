import { type Html, html } from "@/lib/api/docs-page/html";
import { printExample } from "@/lib/api/docs-page/print-example";

const token =
  /(?<key>"(?:[^"\\\n]|\\.)*"(?=:))|(?<text>"(?:[^"\\\n]|\\.)*")|(?<word>\b(?:from|import|export|curl)\b)|(?<=[\s[(,])(?<number>-?\d+(?:\.\d+)?|true|false|null|True|False)(?=[\s,\])}]|$)/g;

/** Code in colours. One set of rules is enough for the JSON, shell and Python of the examples. */
export function code(text: string): Html {
  const pieces: Html[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [kind] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    pieces.push(html`${text.slice(end, match.index)}<span class="${`t-${kind}`}">${match[0]}</span>`);
    end = match.index + match[0].length;
  }
  return html`<code>${pieces}${text.slice(end)}</code>`;
}

/** A titled piece of code. */
export function panel(title: string, text: string): Html {
  return html`<figure class="panel"><figcaption>${title}</figcaption><pre>${code(text)}</pre></figure>`;
}

const longLines = 24;

/** A titled piece of JSON, closed when it is long. */
export function jsonPanel(title: string, value: unknown): Html {
  const text = printExample(value);
  if (text.split("\n").length <= longLines) return panel(title, text);
  return html`<details class="panel"><summary>${title}</summary><pre>${code(text)}</pre></details>`;
}
