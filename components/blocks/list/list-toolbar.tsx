"use client";

import { ChevronDown, Search } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useListFilters } from "@/components/blocks/list/use-list-filters";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import type { BlockListView } from "@/lib/blocks/list-blocks";
import { isFiltered, listSorts, toListPath } from "@/lib/blocks/list-query";

type ListToolbarProps = Pick<BlockListView, "query" | "types" | "capabilities">;

/** Search, filters and order. An ordinary form that asks for the same page; with JavaScript it acts while one types. */
export function ListToolbar({ query, types, capabilities }: ListToolbarProps) {
  const { form, shown, text, onText, onChoice, onSubmit, endTyping } = useListFilters(query);
  return (
    <search>
      <form
        ref={form}
        method="get"
        action="/blocks"
        autoComplete="off"
        onSubmit={onSubmit}
        className="mb-4 flex flex-wrap items-center gap-2"
      >
        <div className="relative w-80 max-w-full max-medium:w-full">
          <Icon
            icon={Search}
            className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 text-text-3"
          />
          <Input
            type="search"
            name="q"
            aria-label="Search blocks"
            aria-keyshortcuts="/"
            placeholder="Search by name or type"
            maxLength={300}
            value={text}
            onChange={(event) => onText(event.target.value)}
            onBlur={endTyping}
            className="pr-9 pl-8 [&::-webkit-search-cancel-button]:appearance-none"
          />
          {text === "" ? (
            <Kbd isSingleKey className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2">
              /
            </Kbd>
          ) : null}
        </div>
        <Filter label="Type" name="type" value={shown.type} onChange={(type) => onChoice({ type })}>
          <option value="">Any</option>
          {types.map(({ slug, name, count }) => (
            <option key={slug} value={slug}>
              {name} ({count})
            </option>
          ))}
        </Filter>
        <Filter
          label="Capability"
          name="capability"
          value={shown.capability}
          onChange={(capability) => onChoice({ capability })}
        >
          <option value="">Any</option>
          {withChosen(capabilities, shown.capability).map((capability) => (
            <option key={capability} value={capability}>
              {capability}
            </option>
          ))}
        </Filter>
        {isFiltered(query) ? (
          <Link
            href={toListPath({ sort: query.sort })}
            prefetch={false}
            scroll={false}
            className="px-1 py-1 text-accent text-sm underline-offset-3 hover:underline"
          >
            Clear filters
          </Link>
        ) : null}
        <div className="ml-auto flex gap-2 max-narrow:ml-0 max-narrow:flex-1">
          <Filter
            label="Sort"
            name="sort"
            value={shown.sort}
            onChange={(value) =>
              onChoice({ sort: listSorts.find((sort) => sort.value === value)?.value ?? "updated" })
            }
          >
            {listSorts.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Filter>
          <Button type="submit" className="hidden noscript:inline-flex">
            Apply
          </Button>
        </div>
      </form>
    </search>
  );
}

/** A capability from the URL that no schema has stays visible as the reason for the empty result. */
function withChosen(capabilities: readonly string[], chosen: string): readonly string[] {
  return chosen === "" || capabilities.includes(chosen) ? capabilities : [chosen, ...capabilities];
}

type FilterProps = {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
};

/** A native select whose label stands inside its edge. */
function Filter({ label, name, value, onChange, children }: FilterProps) {
  return (
    <label className="ctl relative flex h-ctl w-auto! min-w-0 items-center text-sm! text-text-2 focus-within:outline-2 focus-within:outline-focus focus-within:-outline-offset-1 max-narrow:flex-1">
      <span className="pointer-events-none shrink-0 pl-2.75">{label}</span>
      <select
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-full min-w-0 max-w-56 flex-1 cursor-pointer appearance-none truncate rounded-ctl bg-transparent pr-7 pl-1.5 font-medium text-text outline-none"
      >
        {children}
      </select>
      <Icon icon={ChevronDown} size={14} className="pointer-events-none absolute right-2.5 text-text-3" />
    </label>
  );
}
