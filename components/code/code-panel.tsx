import type { ReactNode } from "react";
import { CodeBlock } from "@/components/code/code-block";
import type { CodeLanguage } from "@/components/code/highlight";
import { CopyButton } from "@/components/ui/copy-button";

type CodePanelProps = {
  code: string;
  language: CodeLanguage;
  /** What it is; the accessible name of the scrolling code. */
  label: string;
  /** The bar above the code: words at the left end. */
  title: ReactNode;
  copyLabel: string;
  done: string;
  className?: string;
};

/** Code in a box, with a bar that says what it is and copies it. */
export function CodePanel({ code, language, label, title, copyLabel, done, className }: CodePanelProps) {
  return (
    <div className="overflow-hidden rounded-card border border-line-strong bg-sunken">
      <div className="flex min-h-9.5 items-center gap-2 border-line border-b bg-surface py-0.5 pr-1.5 pl-4 text-sm text-text-2">
        <span className="min-w-0 flex-1">{title}</span>
        <CopyButton text={code} label={copyLabel} done={done} isIconOnly />
      </div>
      <CodeBlock code={code} language={language} label={label} {...(className && { className })} />
    </div>
  );
}
