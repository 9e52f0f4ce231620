"use client";

import { ListFilter } from "@/components/lists/list-filter";
import { ListForm } from "@/components/lists/list-form";
import { useListFilters } from "@/components/lists/use-list-filters";
import type { DeploymentListView } from "@/lib/deployments/list-deployments-view";
import {
  deploymentOrders,
  deploymentsAddress,
  isNarrowed,
  toDeploymentsPath,
} from "@/lib/deployments/list-query";

/** Search, filters and order of the deployments. */
export function DeploymentsToolbar({ query, queues }: Pick<DeploymentListView, "query" | "queues">) {
  const filters = useListFilters(query, deploymentsAddress);
  const { shown, onChoice } = filters;
  const names = shown.queue === "" || queues.includes(shown.queue) ? queues : [shown.queue, ...queues];
  return (
    <ListForm
      filters={filters}
      action="/deployments"
      label="Search deployments"
      placeholder="Search by flow or name"
      clearPath={isNarrowed(query) ? toDeploymentsPath({ sort: query.sort }) : undefined}
      end={
        <ListFilter
          label="Sort"
          name="sort"
          inset="pl-11"
          value={shown.sort}
          onChange={(value) =>
            onChoice({ sort: deploymentOrders.find((order) => order.value === value)?.value ?? "updated" })
          }
        >
          {deploymentOrders.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </ListFilter>
      }
    >
      <ListFilter
        label="Status"
        name="status"
        inset="pl-14"
        value={shown.status}
        onChange={(status) => onChoice({ status: status === "active" || status === "paused" ? status : "" })}
      >
        <option value="">Any</option>
        <option value="active">Active</option>
        <option value="paused">Paused</option>
      </ListFilter>
      <ListFilter
        label="Queue"
        name="queue"
        inset="pl-14"
        value={shown.queue}
        onChange={(queue) => onChoice({ queue })}
      >
        <option value="">Any</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </ListFilter>
      {/* Chosen by a tag of a deployment; a form without scripts keeps it. */}
      {shown.tag === "" ? null : <input type="hidden" name="tag" value={shown.tag} />}
    </ListForm>
  );
}
