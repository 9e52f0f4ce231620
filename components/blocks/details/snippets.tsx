import { SnippetTabs } from "@/components/blocks/details/snippet-tabs";
import { CodeBlock } from "@/components/code/code-block";
import type { Snippet } from "@/lib/snippets/snippets-for";

/** The snippets of a block, highlighted on the server; all of them are in the page. */
export function Snippets({ snippets }: { snippets: readonly Snippet[] }) {
  const tabs = snippets.map(({ id, label, language, code }) => ({
    id,
    label,
    code,
    panel: (
      <>
        {/* Without JavaScript there are no tabs: the snippets stand one under the other, each with its name. */}
        <p className="hidden border-line border-t bg-surface px-4 py-2 text-sm text-text-2 noscript:block">
          {label}
        </p>
        <CodeBlock code={code} language={language} label={`${label} snippet`} />
      </>
    ),
  }));
  return (
    <section aria-labelledby="use">
      <h2 id="use" className="sr-only">
        Use this block
      </h2>
      <SnippetTabs snippets={tabs} />
    </section>
  );
}
