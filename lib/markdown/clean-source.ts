import { unescapeHtml } from "@/lib/blocks/html-escape";

/**
 * Python's doc strings, mkdocs and reStructuredText as the Markdown that they mean. Anybody may register a type: what is
 * longer than any honest text is cut before it is parsed.
 */
export function cleanSource(text: string, maxLength: number): string {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return outsideFences(dedent(unescapeHtml(cut).replaceAll("\r\n", "\n")), cleanLines);
}

/** All lines but the first stand as deep as the class that they describe. */
function dedent(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  const depths = rest
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const depth = Math.min(...depths, 80);
  return [first.trimStart(), ...rest.map((line) => line.slice(depth))].join("\n");
}

function outsideFences(text: string, clean: (text: string) => string): string {
  return text
    .split(/^([ \t]*(?:`{3,}|~{3,})[\s\S]*?(?:^[ \t]*(?:`{3,}|~{3,})[ \t]*$|$(?![\s\S])))/m)
    .map((part, index) => (index % 2 === 1 ? part : clean(part)))
    .join("");
}

function cleanLines(text: string): string {
  return (
    text
      // Lists in lists in one line: the parser takes seconds for a thousand of them.
      .replace(/^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*){7,}/gm, "")
      // mkdocs: `!!! note "Mind"` with an indented text; reStructuredText: `.. note:: Mind`.
      .replace(/^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)(?:[ \t]+"([^"\n]*)")?[ \t]*$/gm, admonition)
      .replace(/^[ \t]*\.\.[ \t]+([\w-]+)::[ \t]*(.*)$/gm, admonition)
      // :class:`Block`, :py:meth:`~prefect.Block.load`
      .replace(/:(?:[a-z]+:)?[a-z]+:`~?([^`\n]+)`/g, "`$1`")
      // `text <https://…>`_ is a link there.
      .replace(/`([^`<\n]+?)\s*<(https?:[^>\s]+)>`__?/g, "[$1]($2)")
      // The text of an admonition, and other prose, is indented; code is fenced here.
      .replace(/^(?: {4,}|\t+)(?=\S)(?![-*+] |\d+[.)] )/gm, "")
  );
}

const titles: Readonly<Record<string, string>> = {
  deprecated: "Deprecated",
  versionadded: "Since version",
  versionchanged: "Changed in version",
};

function admonition(_match: string, name: string, title: string | undefined): string {
  const word = titles[name] ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
  const isNamed = title !== undefined && title.trim() !== "";
  if (titles[name] !== undefined) return `**${word}${isNamed ? ` ${title.trim()}` : ""}:**`;
  return isNamed ? `**${word}:** ${title.trim()}\n` : `**${word}:**`;
}
