"use client";

import { ListFilter } from "@/components/lists/list-filter";
import { ListForm } from "@/components/lists/list-form";
import { useListFilters } from "@/components/lists/use-list-filters";
import type { BlockListView } from "@/lib/blocks/list-blocks";
import { blockListAddress, isFiltered, listSorts, toListPath } from "@/lib/blocks/list-query";

type ListToolbarProps = Pick<BlockListView, "query" | "types" | "capabilities">;

/** Search, filters and order of the blocks. */
export function ListToolbar({ query, types, capabilities }: ListToolbarProps) {
  const filters = useListFilters(query, blockListAddress);
  const { shown, onChoice } = filters;
  return (
    <ListForm
      filters={filters}
      action="/blocks"
      label="Search blocks"
      placeholder="Search by name or type"
      clearPath={isFiltered(query) ? toListPath({ sort: query.sort }) : undefined}
      end={
        <ListFilter
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
        </ListFilter>
      }
    >
      <ListFilter
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
      </ListFilter>
      <ListFilter
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
      </ListFilter>
    </ListForm>
  );
}

/** A capability from the URL that no schema has stays visible as the reason for the empty result. */
function withChosen(capabilities: readonly string[], chosen: string): readonly string[] {
  return chosen === "" || capabilities.includes(chosen) ? capabilities : [chosen, ...capabilities];
}
