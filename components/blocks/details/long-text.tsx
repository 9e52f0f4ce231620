import { CodeRuns } from "@/components/code/code-runs";
import type { CodeLanguage } from "@/components/code/highlight";
import { formatCount } from "@/lib/text/format-count";

const maxLines = 12;
const maxCharacters = 600;

type LongTextProps = { text: string; language: CodeLanguage; label: string };

/**
 * A value as stored. A long one shows its beginning and, on request, all of it in a scroll area of its own; both are in
 * the page, so this works without JavaScript.
 */
export function LongText({ text, language, label }: LongTextProps) {
  const lines = countLines(text);
  if (lines <= maxLines && text.length <= maxCharacters) return <Text text={text} language={language} />;
  const size = lines > maxLines ? formatCount(lines, "line") : formatCount(text.length, "character");
  return (
    <div className="group/long">
      <div className="group-has-[details[open]]/long:hidden">
        <Text text={`${beginningOf(text)}…`} language={language} />
      </div>
      <details className="group/more">
        <summary className="mt-1 w-fit list-none rounded-tag py-0.5 font-medium text-accent underline-offset-3 hover:underline [&::-webkit-details-marker]:hidden">
          <span className="group-open/more:hidden">Show all {size}</span>
          <span className="hidden group-open/more:inline">Show less</span>
        </summary>
        <figure
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever uses the keyboard must be able to scroll it
          tabIndex={0}
          className="mt-1 max-h-[60vh] overflow-auto rounded-ctl border border-line bg-sunken px-3 py-2 focus-visible:-outline-offset-2"
        >
          <Text text={text} language={language} />
        </figure>
      </details>
    </div>
  );
}

function Text({ text, language }: { text: string; language: CodeLanguage }) {
  return (
    <span dir="auto" className="block text-left whitespace-pre-wrap font-mono [overflow-wrap:anywhere]">
      <CodeRuns code={text} language={language} />
    </span>
  );
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

function beginningOf(text: string): string {
  const start = text
    .slice(0, maxCharacters * 2)
    .split("\n", maxLines)
    .join("\n");
  // A cut through a character of two units would leave half of one.
  return start
    .slice(0, maxCharacters)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd();
}
