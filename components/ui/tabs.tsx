"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";

export type Tab = { readonly id: string; readonly label: string; readonly panel: ReactNode };
type TabsProps = {
  /** The accessible name of the list of tabs. */
  label: string;
  tabs: readonly Tab[];
  /** Stands at the right end of the bar, for the chosen tab: a copy button. */
  end?: (chosen: Tab) => ReactNode;
  className?: string;
};

const steps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowRight: (index, last) => (index === last ? 0 : index + 1),
  ArrowLeft: (index, last) => (index === 0 ? last : index - 1),
  Home: () => 0,
  End: (_index, last) => last,
};

/** Tabs over panels that are all in the page: without JavaScript they stand one under the other. */
export function Tabs({ label, tabs, end, className }: TabsProps) {
  const [index, setIndex] = useState(0);
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const chosen = tabs[index];

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = step(index, tabs.length - 1);
    setIndex(next);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };

  return (
    <div className={className}>
      <div className="flex items-center overflow-x-auto border-line border-b bg-surface px-1.5 [scrollbar-width:none] noscript:hidden">
        <div ref={list} role="tablist" aria-label={label} className="flex gap-0.5" onKeyDown={onKeyDown}>
          {tabs.map((tab, at) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${base}-${tab.id}`}
              aria-controls={`${base}-${tab.id}-panel`}
              aria-selected={at === index}
              tabIndex={at === index ? 0 : -1}
              onClick={() => setIndex(at)}
              className={clsx(
                "relative h-9.5 whitespace-nowrap px-2.5 text-sm text-text-2 hover:text-text focus-visible:-outline-offset-3 max-medium:h-11",
                "aria-selected:font-medium aria-selected:text-text aria-selected:after:absolute aria-selected:after:inset-x-2.5 aria-selected:after:bottom-0",
                "aria-selected:after:h-0.5 aria-selected:after:rounded-t-[2px] aria-selected:after:bg-accent aria-selected:after:content-['']",
              )}
            >
              {tab.label}
            </button>
          ))}
        </div>
        {end && chosen ? (
          <div className="sticky -right-1.5 ml-auto bg-surface py-0.5 pr-1.5 pl-2">{end(chosen)}</div>
        ) : null}
      </div>
      {tabs.map((tab, at) => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`${base}-${tab.id}-panel`}
          aria-labelledby={`${base}-${tab.id}`}
          hidden={at !== index}
        >
          {tab.panel}
        </div>
      ))}
    </div>
  );
}
