import { clsx } from "clsx";
import { type CodeLanguage, type CodeRole, highlight } from "@/components/code/highlight";

const colours: Readonly<Record<CodeRole, string>> = {
  key: "text-c-key",
  string: "text-c-str",
  comment: "text-c-com",
  number: "text-c-num",
};

type CodeBlockProps = {
  code: string;
  language: CodeLanguage;
  /** What it is, for those who do not see it: the block scrolls, so it takes focus and needs a name. */
  label: string;
  className?: string;
};

/** Code in colours, highlighted on the server. Scrolls inside itself. */
export async function CodeBlock({ code, language, label, className }: CodeBlockProps) {
  const runs = await highlight(code, language);
  let offset = 0;
  return (
    <figure
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever uses the keyboard must be able to scroll it
      tabIndex={0}
      className={clsx("overflow-auto focus-visible:-outline-offset-2", className)}
    >
      <pre className="w-fit px-4 py-3 text-sm/5.5">
        <code>
          {runs.map((run) => {
            const key = offset;
            offset += run.text.length;
            return run.role ? (
              <span key={key} className={colours[run.role]}>
                {run.text}
              </span>
            ) : (
              run.text
            );
          })}
        </code>
      </pre>
    </figure>
  );
}
