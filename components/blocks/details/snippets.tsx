import { SnippetTabs } from "@/components/blocks/details/snippet-tabs";
import { CodeBlock } from "@/components/code/code-block";
import type { Snippet } from "@/lib/snippets/snippets-for";

/** The snippets of a block, highlighted on the server; all of them are in the page. */
export function Snippets({ snippets }: { snippets: readonly Snippet[] }) {
  const tabs = snippets.map(({ id, label, language, code }) => ({
    id,
    label,
    code,
    panel: <CodeBlock code={code} language={language} label={`${label} snippet`} />,
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
