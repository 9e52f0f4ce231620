import { clsx } from "clsx";
import { CodeRuns } from "@/components/code/code-runs";
import type { CodeLanguage } from "@/components/code/highlight";

type CodeBlockProps = {
  code: string;
  language: CodeLanguage;
  /** What it is, for those who do not see it: the block scrolls, so it takes focus and needs a name. */
  label: string;
  className?: string;
};

/** Code in colours, highlighted on the server. Scrolls inside itself. */
export function CodeBlock({ code, language, label, className }: CodeBlockProps) {
  return (
    <figure
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever uses the keyboard must be able to scroll it
      tabIndex={0}
      className={clsx("overflow-auto focus-visible:-outline-offset-2", className)}
    >
      <pre className="w-fit px-4 py-3 text-sm/5.5">
        <code>
          <CodeRuns code={code} language={language} />
        </code>
      </pre>
    </figure>
  );
}
