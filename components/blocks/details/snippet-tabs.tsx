"use client";

import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Tabs } from "@/components/ui/tabs";

type SnippetTab = {
  readonly id: string;
  readonly label: string;
  readonly code: string;
  /** The highlighted code, from the server. */
  readonly panel: ReactNode;
};

/** How to use the block, one way per tab; Copy copies the one that shows. */
export function SnippetTabs({ snippets }: { snippets: readonly SnippetTab[] }) {
  return (
    <Tabs
      label="Ways to use this block"
      tabs={snippets}
      className="overflow-hidden rounded-card border border-line-strong bg-sunken"
      end={({ id }) => {
        const snippet = snippets.find((each) => each.id === id);
        return snippet ? (
          <CopyButton text={snippet.code} done={`Copied the ${snippet.label} snippet`} />
        ) : null;
      }}
    />
  );
}
