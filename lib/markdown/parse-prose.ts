import { fromMarkdown } from "mdast-util-from-markdown";
import { cleanSource } from "@/lib/markdown/clean-source";
import type { Prose, ProseBlock, ProseInline } from "@/lib/markdown/prose";
import { safeUrl } from "@/lib/markdown/safe-url";

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root["children"][number];
/** Titles and addresses of `[text][name]`. */
type Context = { readonly urls: ReadonlyMap<string, string>; readonly depth: number };

/** Deeper than this nobody writes by hand: what lies there is told without its form. */
const maxDepth = 6;

/** A registered text as blocks and inlines that are safe to show. Total: any text has an answer. */
export function parseProse(markdown: string, maxLength = 5000): Prose {
  const source = cleanSource(markdown, maxLength);
  const { children } = fromMarkdown(source);
  return blocksOf(children, { urls: definitionsOf(children), depth: 0 });
}

function definitionsOf(nodes: readonly Node[]): ReadonlyMap<string, string> {
  return new Map(nodes.flatMap((node) => (node.type === "definition" ? [[node.identifier, node.url]] : [])));
}

function blocksOf(nodes: readonly Node[], context: Context): Prose {
  return nodes.flatMap((node) => blockOf(node, context));
}

function blockOf(node: Node, context: Context): readonly ProseBlock[] {
  const inside = { ...context, depth: context.depth + 1 };
  if (context.depth > maxDepth) return paragraph([{ kind: "text", text: plainTextOf(node) }]);
  switch (node.type) {
    case "paragraph":
      return paragraph(inlinesOf(node.children, inside));
    case "heading":
      return paragraph([{ kind: "strong", children: inlinesOf(node.children, inside) }]);
    case "code":
      return [{ kind: "code", language: node.lang ?? "", text: node.value }];
    case "list": {
      const items = node.children.map((item) => blocksOf(item.children, inside));
      return [{ kind: "list", isOrdered: node.ordered === true, items }];
    }
    case "blockquote":
      return [{ kind: "quote", blocks: blocksOf(node.children, inside) }];
    case "html":
      return paragraph([{ kind: "text", text: withoutTags(node.value) }]);
    default:
      return [];
  }
}

function paragraph(children: readonly ProseInline[]): readonly ProseBlock[] {
  const isBlank = children.every((child) => child.kind === "text" && child.text.trim() === "");
  return isBlank ? [] : [{ kind: "paragraph", children }];
}

function inlinesOf(nodes: readonly Node[], context: Context): readonly ProseInline[] {
  return nodes.flatMap((node) => inlineOf(node, context));
}

function inlineOf(node: Node, context: Context): readonly ProseInline[] {
  const inside = { ...context, depth: context.depth + 1 };
  if (context.depth > maxDepth) return [{ kind: "text", text: plainTextOf(node) }];
  switch (node.type) {
    case "text":
      return [{ kind: "text", text: node.value }];
    case "inlineCode":
      return [{ kind: "code", text: node.value }];
    case "strong":
    case "emphasis":
      return [{ kind: node.type, children: inlinesOf(node.children, inside) }];
    case "link":
      return linkTo(node.url, inlinesOf(node.children, inside));
    case "linkReference":
      return linkTo(context.urls.get(node.identifier) ?? "", inlinesOf(node.children, inside));
    case "image":
    case "imageReference":
      return [{ kind: "text", text: node.alt ?? "" }];
    case "break":
      return [{ kind: "break" }];
    case "html":
      return [{ kind: "text", text: withoutTags(node.value) }];
    default:
      return [];
  }
}

/** A link that leads nowhere safe is its words. */
function linkTo(url: string, children: readonly ProseInline[]): readonly ProseInline[] {
  const safe = safeUrl(url);
  return safe === undefined ? children : [{ kind: "link", url: safe, children }];
}

function plainTextOf(root: Node): string {
  const texts: string[] = [];
  // No recursion: such a text may be nested thousands of levels deep.
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("value" in node) texts.push(node.value);
    if ("children" in node) open.push(...[...node.children].reverse());
  }
  return texts.join(" ");
}

const elements =
  "a|abbr|article|aside|audio|b|base|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|mark|math|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video";
const tags = new RegExp(`</?(?:${elements})(?:\\s[^>]*)?/?>`, "gi");

/** `<project>` is a placeholder and stays; elements of HTML go, those that are no text with all that is in them. */
function withoutTags(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, "")
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .replace(tags, "");
}
