import { unescapeHtml } from "@/lib/blocks/html-escape";

const lineRules: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/^\s*#{1,6}\s+/, ""],
  [/^\s*>\s?/, ""],
  [/^\s*(?:[-*+]|\d+[.)])\s+/, ""],
  [/^\s*(?:-{3,}|\*{3,}|={3,})\s*$/, ""],
];

const inlineRules: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/!\[([^\]]*)\]\([^)]*\)/g, "$1"],
  [/\[([^\]]+)\]\([^)]*\)/g, "$1"],
  [/\[([^\]]+)\]\[[^\]]*\]/g, "$1"],
  [/<(https?:[^>\s]+)>/g, "$1"],
  [/<\/?[a-z][^<>]*>/gi, ""],
  [/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2"],
  [/(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])/g, "$1"],
  [/(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])/g, "$1"],
];

/** Anybody may register a type: what is longer than any honest text is cut before the rules run over it. */
const maxLength = { prose: 5000, code: 20_000 } as const;

/** Markdown, possibly HTML-escaped as Prefect's server stores it, as one paragraph of plain text. Code blocks are left out. */
export function plainText(markdown: string): string {
  const lines = unescapeHtml(withoutFences(cut(markdown, maxLength.prose)))
    .split("\n")
    .map((line) => applyRules(line, lineRules));
  // Code spans stay as they are: `**kwargs` is no emphasis.
  const parts = lines.join("\n").split(/`+([^`]+)`+/);
  const plain = parts.map((part, index) => (index % 2 === 1 ? part : applyRules(part, inlineRules)));
  return plain.join("").replace(/\s+/g, " ").trim();
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

function withoutFences(markdown: string): string {
  return markdown.replace(/^[ \t]*(`{3,}|~{3,})[\s\S]*?(?:^[ \t]*\1[ \t]*$|$(?![\s\S]))/gm, "");
}

function applyRules(text: string, rules: typeof lineRules): string {
  return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
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
