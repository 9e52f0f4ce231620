import { parseProse } from "@/lib/markdown/parse-prose";
import type { Prose, ProseBlock, ProseInline } from "@/lib/markdown/prose";

/** A help text stands in one line or two under a label: what is longer belongs into documentation. */
const maxLength = 600;
/** Without one of these a text is no Markdown, whatever the parser makes of it. */
const markup = /[`*_[\]<>&#!\\~|:]|^\s*(?:[-+]|\d+[.)])\s|^ {4}/m;

/** A description as help text: one run of words with `code` and [links](https://…) only. */
export function helpText(markdown: string): string {
  const text = markdown.length <= maxLength && !markup.test(markdown) ? markdown : runOf(markdown);
  const run = text.replace(/\s+/g, " ").trim();
  // What Pydantic says of every Enum.
  return run === "An enumeration." ? "" : run;
}

function runOf(markdown: string): string {
  const parts: string[] = [];
  let length = 0;
  for (const part of partsOf(parseProse(markdown, 2 * maxLength))) {
    length += part.length;
    if (length > maxLength) return `${parts.join("")}${cutWords(part, maxLength - length + part.length)}…`;
    parts.push(part);
  }
  return parts.join("");
}

function partsOf(prose: Prose): readonly string[] {
  return prose.flatMap(blockParts);
}

function blockParts(block: ProseBlock): readonly string[] {
  switch (block.kind) {
    case "paragraph":
      return [...block.children.flatMap(inlineParts), " "];
    case "list":
      return block.items.flatMap(partsOf);
    case "quote":
      return partsOf(block.blocks);
    case "code":
      return [];
  }
}

function inlineParts(inline: ProseInline): readonly string[] {
  switch (inline.kind) {
    case "text":
      return [inline.text];
    case "code":
      return [inline.text.includes("`") ? inline.text : `\`${inline.text}\``];
    case "break":
      return [" "];
    case "link":
      return [linkPart(inline.url, inline.children.flatMap(inlineParts).join(""))];
    default:
      return inline.children.flatMap(inlineParts);
  }
}

/** Only what the renderer reads again as a link. */
function linkPart(url: string, title: string): string {
  const words = title.replaceAll("`", "");
  const isShown = /^https?:/.test(url) && words !== "" && !/[[\]]/.test(words);
  return isShown ? `[${words}](${url.replaceAll("(", "%28").replaceAll(")", "%29")})` : words;
}

/** Words from the beginning; code and links are left out rather than cut. */
function cutWords(part: string, length: number): string {
  if (/^[`[]/.test(part)) return "";
  return part.slice(0, Math.max(0, length)).replace(/\s+\S*$/, "");
}
