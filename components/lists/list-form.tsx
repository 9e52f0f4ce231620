"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { ListFilters } from "@/components/lists/use-list-filters";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";

type ListFormProps = {
  filters: Pick<ListFilters<never>, "form" | "text" | "onText" | "onSubmit" | "endTyping">;
  /** The path of the list. */
  action: string;
  /** The search field's name: "Search blocks". */
  label: string;
  placeholder: string;
  /** The list without search and filters; absent while nothing is narrowed. */
  clearPath?: string | undefined;
  /** At the right end: the order. */
  end?: ReactNode;
  /** Filters, after the search field. */
  children?: ReactNode;
};

/** Search, filters and order. An ordinary form that asks for the same page; with JavaScript it acts while one types. */
export function ListForm(props: ListFormProps) {
  const { filters, action, label, placeholder, clearPath, end, children } = props;
  const { form, text, onText, onSubmit, endTyping } = filters;
  return (
    <search>
      <form
        ref={form}
        method="get"
        action={action}
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
            aria-label={label}
            aria-keyshortcuts="/"
            placeholder={placeholder}
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
        {children}
        {clearPath === undefined ? null : (
          <Link
            href={clearPath}
            prefetch={false}
            scroll={false}
            className="px-1 py-1 text-accent text-sm underline-offset-3 hover:underline max-narrow:order-last"
          >
            Clear filters
          </Link>
        )}
        <div className="ml-auto flex gap-2 max-narrow:ml-0 max-narrow:basis-full">
          {end}
          <span className="hidden noscript:block">
            <Button type="submit">Apply</Button>
          </span>
        </div>
      </form>
    </search>
  );
}
