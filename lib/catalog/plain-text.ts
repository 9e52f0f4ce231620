import { unescapeHtml } from "@/lib/blocks/html-escape";
import { parseProse } from "@/lib/markdown/parse-prose";
import type { Prose, ProseBlock, ProseInline } from "@/lib/markdown/prose";

/** Anybody may register a type: what is longer than any honest text is cut before the rules run over it. */
const maxLength = { prose: 5000, code: 20_000 } as const;

/** Markdown, possibly HTML-escaped as Prefect's server stores it, as one paragraph of plain text. Code blocks are left out. */
export function plainText(markdown: string): string {
  return textOf(parseProse(cut(markdown, maxLength.prose)))
    .replace(/\s+/g, " ")
    .trim();
}

function textOf(prose: Prose): string {
  return prose.map(textOfBlock).join(" ");
}

function textOfBlock(block: ProseBlock): string {
  switch (block.kind) {
    case "paragraph":
      return block.children.map(textOfInline).join("");
    case "list":
      return block.items.map(textOf).join(" ");
    case "quote":
      return textOf(block.blocks);
    case "code":
      return "";
  }
}

function textOfInline(inline: ProseInline): string {
  if ("children" in inline) return inline.children.map(textOfInline).join("");
  return inline.kind === "break" ? " " : inline.text;
}

/** The code of the fenced blocks of a Markdown text, else the text itself. */
export function codeOf(markdown: string): string {
  const text = unescapeHtml(cut(markdown, maxLength.code));
  const blocks = [...text.matchAll(/^[ \t]*(`{3,9}|~{3,9})[^\n]*\n([\s\S]*?)^[ \t]*\1[ \t]*$/gm)];
  return (blocks.length > 0 ? blocks.map((block) => block[2] ?? "").join("\n") : text).trim();
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

const deprecationMark = /\bdeprecat(?:ed|ion)\b/i;
const deprecationSentences = [
  deprecationMark,
  /\bhas been replaced by\b/i,
  /\bwill (?:not be available|(?:be|get) removed)\b/i,
];

/** The prose without the sentences that announce a deprecation, and the name of the class that replaces it if told. */
export function splitDeprecation(text: string): {
  readonly text: string;
  readonly isDeprecated: boolean;
  readonly successor?: string;
} {
  if (!deprecationMark.test(text)) return { text, isDeprecated: false };
  const successor = /\breplaced by (?:the )?`?([A-Z]\w+)/.exec(text)?.[1];
  return { text: otherSentences(text), isDeprecated: true, ...(successor !== undefined && { successor }) };
}

function otherSentences(text: string): string {
  const sentences = text.replace(/\bDEPRECATION WARNING:\s*/gi, "").split(/(?<=[.!?])\s+(?=["'(]?[A-Z])/);
  return sentences.filter((sentence) => !tellsDeprecation(sentence)).join(" ");
}

function tellsDeprecation(text: string): boolean {
  return deprecationSentences.some((told) => told.test(text));
}

/** The same for Markdown: paragraphs that announce nothing stay as they are written. */
export function withoutDeprecation(markdown: string): string {
  const text = cut(markdown, maxLength.prose);
  if (!deprecationMark.test(text)) return text;
  const paragraphs = text.split(/\n[ \t]*\n/);
  return paragraphs
    .map((paragraph) =>
      tellsDeprecation(paragraph) ? otherSentences(paragraph.replace(/\s+/g, " ").trim()) : paragraph,
    )
    .filter((paragraph) => paragraph.trim() !== "")
    .join("\n\n");
}
