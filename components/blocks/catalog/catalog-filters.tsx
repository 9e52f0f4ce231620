"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, type RefObject, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { Select } from "@/components/ui/select";
import { type CatalogQuery, toCatalogPath } from "@/lib/blocks/catalog-query";

type CatalogFiltersProps = {
  query: CatalogQuery;
  capabilities: readonly { readonly name: string; readonly count: number }[];
  /** "3 of 18 types"; read aloud when it changes. */
  status: string;
};

const typingPauseMs = 200;

/** Search and capability. A plain GET form; with JavaScript the page follows while the person types. */
export function CatalogFilters({ query, capabilities, status }: CatalogFiltersProps) {
  const form = useRef<HTMLFormElement>(null);
  const { followTyping, followChoice } = useLiveQuery(form, query);
  const isListed = query.capability === "" || capabilities.some(({ name }) => name === query.capability);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a search element would leave the form without a role of its own
    <form
      ref={form}
      role="search"
      action="/blocks/catalog"
      autoComplete="off"
      onSubmit={followChoice}
      className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-3"
    >
      <div className="relative min-w-0 flex-[0_1_420px] max-medium:flex-[1_1_100%]">
        <Icon
          icon={Search}
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 text-text-3"
        />
        <Input
          type="search"
          name="q"
          defaultValue={query.text}
          onInput={followTyping}
          aria-label="Search block types"
          aria-keyshortcuts="/"
          placeholder="Search types and field names"
          className="pr-9 pl-8"
        />
        <span className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2 flex">
          <Kbd isSingleKey>/</Kbd>
        </span>
      </div>
      <div className="flex min-w-0 items-center gap-2 max-medium:flex-1">
        <label htmlFor="capability" className="text-sm text-text-2">
          Capability
        </label>
        <Select
          id="capability"
          name="capability"
          defaultValue={query.capability}
          onChange={followChoice}
          className="min-w-52 max-medium:min-w-0 max-medium:flex-1"
        >
          <option value="">Any</option>
          {isListed ? null : <option value={query.capability}>{query.capability} (0)</option>}
          {capabilities.map(({ name, count }) => (
            <option key={name} value={name}>
              {name} ({count})
            </option>
          ))}
        </Select>
      </div>
      <Button type="submit" className="not-noscript:hidden">
        Apply
      </Button>
      <p role="status" className="ml-auto text-sm text-text-3 tabular-nums max-medium:ml-0">
        {status}
      </p>
    </form>
  );
}

/** Keeps the address in step with the form, and the form with the address when Back or a link changes it. */
function useLiveQuery(form: RefObject<HTMLFormElement | null>, query: CatalogQuery) {
  const router = useRouter();
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(query);
  const shown = useRef(toCatalogPath(query));
  // Addresses that this form asked for and that are on their way: when one arrives, the form is there or further.
  const own = useRef<string[]>([]);
  const { text, capability } = query;

  const follow = () => {
    clearTimeout(pause.current);
    const next = readForm(form.current);
    const path = toCatalogPath(next);
    if (path === toCatalogPath(asked.current)) return;
    // One entry of the history per search, not one per letter.
    const isTypingOn = next.capability === asked.current.capability && asked.current.text !== "";
    asked.current = next;
    own.current.push(path);
    if (isTypingOn) router.replace(path, { scroll: false });
    else router.push(path, { scroll: false });
  };
  const latest = useRef(follow);
  latest.current = follow;

  useEffect(() => {
    const forget = () => {
      own.current = [];
    };
    window.addEventListener("popstate", forget);
    // What was typed or chosen before this script arrived.
    latest.current();
    return () => {
      window.removeEventListener("popstate", forget);
      clearTimeout(pause.current);
    };
  }, []);

  useEffect(() => {
    const path = toCatalogPath({ text, capability });
    if (path === shown.current) return;
    shown.current = path;
    const at = own.current.indexOf(path);
    own.current = own.current.slice(at + 1);
    if (at !== -1) return;
    asked.current = { text, capability };
    fillForm(form.current, asked.current);
  }, [form, text, capability]);

  return {
    followTyping: () => {
      clearTimeout(pause.current);
      pause.current = setTimeout(() => latest.current(), typingPauseMs);
    },
    followChoice: (event: FormEvent) => {
      event.preventDefault();
      follow();
    },
  };
}

function readForm(form: HTMLFormElement | null): CatalogQuery {
  const data = form ? new FormData(form) : new FormData();
  const read = (name: string) => String(data.get(name) ?? "").trim();
  return { text: read("q"), capability: read("capability") };
}

function fillForm(form: HTMLFormElement | null, query: CatalogQuery): void {
  const values = { q: query.text, capability: query.capability };
  for (const [name, value] of Object.entries(values)) {
    const field = form?.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
}
