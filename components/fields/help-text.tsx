import { Fragment, type ReactNode } from "react";

type HelpTextProps = { id?: string; text: string; className?: string };

/** Help of a field: plain text with `code` and [links](https://…) only. Anything else stays as it is written. */
export function HelpText({ id, text, className = "" }: HelpTextProps) {
  return (
    <p id={id} className={`prose-links break-words ${className}`}>
      {inlineParts(text)}
    </p>
  );
}

const inline = /`([^`]+)`|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

function inlineParts(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(inline)) {
    parts.push(text.slice(end, match.index));
    parts.push(<Fragment key={match.index}>{inlinePart(match)}</Fragment>);
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts;
}

function inlinePart([, code, title, url]: RegExpMatchArray): ReactNode {
  if (code !== undefined) return <Code>{code}</Code>;
  return (
    <a href={url} rel="noreferrer" target="_blank">
      {title}
    </a>
  );
}

/** A word of code in a sentence. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <code className="break-words rounded-tag border border-line bg-sunken px-1.25 py-px text-xs">
      {children}
    </code>
  );
}
