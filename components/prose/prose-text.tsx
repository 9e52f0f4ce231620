import { clsx } from "clsx";
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/code/code-block";
import type { CodeLanguage } from "@/components/code/highlight";
import { Code } from "@/components/fields/help-text";
import type { Prose, ProseBlock, ProseInline } from "@/lib/markdown/prose";

/** A description that somebody registered. Made of elements that are named here, never of HTML. */
export function ProseText({ prose, className }: { prose: Prose; className?: string }) {
  return (
    <div dir="auto" className={clsx("prose-links grid min-w-0 gap-3 break-words", className)}>
      <Blocks blocks={prose} />
    </div>
  );
}

function Blocks({ blocks }: { blocks: Prose }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name, and they stay
  return blocks.map((block, position) => <Block key={position} block={block} />);
}

function Block({ block }: { block: ProseBlock }): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return <p className="min-w-0">{inlines(block.children)}</p>;
    case "code":
      return (
        <CodeBlock
          code={block.text}
          language={languageOf(block.language)}
          label="Code"
          className="rounded-card border border-line-strong bg-sunken"
        />
      );
    case "list":
      return <List block={block} />;
    case "quote":
      return (
        <blockquote className="grid gap-3 border-line-strong border-l-2 pl-3">
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
  }
}

function List({ block: { isOrdered, items } }: { block: Extract<ProseBlock, { kind: "list" }> }) {
  const List = isOrdered ? "ol" : "ul";
  return (
    <List className={clsx("grid gap-1 pl-5", isOrdered ? "list-decimal" : "list-disc")}>
      {items.map((blocks, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name, and they stay
        <li key={position}>
          <Blocks blocks={blocks} />
        </li>
      ))}
    </List>
  );
}

function inlines(parts: readonly ProseInline[]): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name, and they stay
  return parts.map((part, position) => <Inline key={position} part={part} />);
}

function Inline({ part }: { part: ProseInline }): ReactNode {
  switch (part.kind) {
    case "text":
      return part.text;
    case "code":
      return <Code>{part.text}</Code>;
    case "strong":
      return <strong className="font-semibold text-text">{inlines(part.children)}</strong>;
    case "emphasis":
      return <em>{inlines(part.children)}</em>;
    case "link":
      return (
        <a href={part.url} rel="noopener noreferrer nofollow" target="_blank">
          {inlines(part.children)}
        </a>
      );
    case "break":
      return <br />;
  }
}

const languages: Readonly<Record<string, CodeLanguage>> = {
  py: "python",
  python: "python",
  json: "json",
  yaml: "yaml",
  yml: "yaml",
  sh: "bash",
  bash: "bash",
  shell: "bash",
};

function languageOf(name: string): CodeLanguage {
  return languages[name.toLowerCase()] ?? "text";
}
