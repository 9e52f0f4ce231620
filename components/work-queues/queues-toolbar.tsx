"use client";

import { ListFilter } from "@/components/lists/list-filter";
import { ListForm } from "@/components/lists/list-form";
import { useListFilters } from "@/components/lists/use-list-filters";
import { isNarrowed, queuesAddress, toQueuesPath } from "@/lib/work-queues/list-query";
import type { QueueListView } from "@/lib/work-queues/list-queues-view";

/** Search and pool of the work queues. */
export function QueuesToolbar({ query, pools }: Pick<QueueListView, "query" | "pools">) {
  const filters = useListFilters(query, queuesAddress);
  const { shown, onChoice } = filters;
  const names = shown.pool === "" || pools.includes(shown.pool) ? pools : [shown.pool, ...pools];
  return (
    <ListForm
      filters={filters}
      action="/work-queues"
      label="Search work queues"
      placeholder="Search by name"
      clearPath={isNarrowed(query) ? toQueuesPath({}) : undefined}
    >
      <ListFilter
        label="Pool"
        name="pool"
        inset="pl-12"
        value={shown.pool}
        onChange={(pool) => onChoice({ pool })}
      >
        <option value="">Any</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </ListFilter>
    </ListForm>
  );
}
