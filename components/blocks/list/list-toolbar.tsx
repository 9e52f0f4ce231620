"use client";

import { clsx } from "clsx";
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
        <div className="relative max-w-80 flex-1 basis-55 max-medium:max-w-none max-medium:basis-full">
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
        <Filter
          label="Type"
          name="type"
          inset="pl-11.5"
          value={shown.type}
          onChange={(type) => onChoice({ type })}
        >
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
          inset="pl-19.5"
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
            className="px-1 py-1 text-accent text-sm underline-offset-3 hover:underline max-narrow:order-last"
          >
            Clear filters
          </Link>
        ) : null}
        <div className="ml-auto flex gap-2 max-narrow:ml-0 max-narrow:basis-full">
          <Filter
            label="Sort"
            name="sort"
            inset="pl-11"
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
          <span className="hidden noscript:block">
            <Button type="submit">Apply</Button>
          </span>
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
  /** Room for the label before the value. */
  inset: string;
  children: ReactNode;
};

/** A native select whose label stands inside its edge; the whole of it opens the list. */
function Filter({ label, name, value, onChange, inset, children }: FilterProps) {
  const id = `list-${name}`;
  return (
    <div className="relative max-narrow:flex-auto">
      <label
        htmlFor={id}
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.75 text-sm text-text-2"
      >
        {label}
      </label>
      <select
        id={id}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        data-narrowed={name !== "sort" && value !== "" ? "" : undefined}
        className={clsx(
          "data-narrowed:border-accent data-narrowed:bg-accent-soft data-narrowed:text-accent",
          "ctl field-sizing-content h-ctl cursor-pointer appearance-none truncate pr-7 font-medium medium:max-w-64 medium:text-sm",
          inset,
        )}
      >
        {children}
      </select>
      <Icon
        icon={ChevronDown}
        size={14}
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 text-text-3"
      />
    </div>
  );
}
