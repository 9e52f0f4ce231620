"use client";

import { ListFilter } from "@/components/lists/list-filter";
import { ListForm } from "@/components/lists/list-form";
import { useListFilters } from "@/components/lists/use-list-filters";
import type { FlowRunListView } from "@/lib/flow-runs/list-flow-runs";
import {
  flowRunListAddress,
  flowRunOrders,
  flowRunWindows,
  isNarrowed,
  toFlowRunsPath,
} from "@/lib/flow-runs/list-query";

type RunsToolbarProps = Pick<FlowRunListView, "query" | "flows" | "deployments" | "queues">;

/** Search, filters and order of the flow runs; states are chosen beside their counts. */
export function RunsToolbar({ query, flows, deployments, queues }: RunsToolbarProps) {
  const filters = useListFilters(query, flowRunListAddress);
  const { shown, onChoice } = filters;
  return (
    <ListForm
      filters={filters}
      action="/flow-runs"
      label="Search flow runs"
      placeholder="Search by name"
      clearPath={isNarrowed(query) ? toFlowRunsPath({ sort: query.sort }) : undefined}
      end={
        <ListFilter
          label="Sort"
          name="sort"
          inset="pl-11"
          value={shown.sort}
          onChange={(value) => onChoice({ sort: find(flowRunOrders, value) ?? "newest" })}
        >
          {flowRunOrders.map(toOption)}
        </ListFilter>
      }
    >
      <ListFilter
        label="Flow"
        name="flow"
        inset="pl-11.5"
        value={shown.flow}
        onChange={(flow) => onChoice({ flow, deployment: "" })}
      >
        <option value="">Any</option>
        {flows.map(({ id, name }) => toOption({ value: id, label: name }))}
      </ListFilter>
      {deployments.length === 0 ? null : (
        <ListFilter
          label="Deployment"
          name="deployment"
          inset="pl-22.5"
          value={shown.deployment}
          onChange={(deployment) => onChoice({ deployment })}
        >
          <option value="">Any</option>
          {deployments.map(({ id, name }) => toOption({ value: id, label: name }))}
        </ListFilter>
      )}
      {queues.length === 0 ? null : (
        <ListFilter
          label="Queue"
          name="queue"
          inset="pl-14"
          value={shown.queue}
          onChange={(queue) => onChoice({ queue })}
        >
          <option value="">Any</option>
          {queues.map((name) => toOption({ value: name, label: name }))}
        </ListFilter>
      )}
      <ListFilter
        label="When"
        name="when"
        inset="pl-13"
        value={shown.when}
        onChange={(value) => onChoice({ when: find(flowRunWindows, value) ?? "" })}
      >
        {flowRunWindows.map(toOption)}
      </ListFilter>
      {/* Chosen by links; a form without scripts keeps it. */}
      {shown.state === "" ? null : <input type="hidden" name="state" value={shown.state} />}
    </ListForm>
  );
}

type Option<Value extends string> = { readonly value: Value; readonly label: string };

function toOption({ value, label }: Option<string>) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

function find<Value extends string>(options: readonly Option<Value>[], value: string): Value | undefined {
  return options.find((option) => option.value === value)?.value;
}
