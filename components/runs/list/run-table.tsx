import { clsx } from "clsx";
import { ColumnHead, ListTable, SortHead } from "@/components/lists/list-table";
import type { RunActions } from "@/components/runs/actions/run-actions";
import { RunRow } from "@/components/runs/list/run-row";
import type { FlowRunRow } from "@/lib/flow-runs/list-flow-runs";
import { type FlowRunListQuery, type FlowRunOrder, toFlowRunsPath } from "@/lib/flow-runs/list-query";
import type { Micros } from "@/lib/time";

type RunTableProps = {
  label: string;
  rows: readonly FlowRunRow[];
  now: Micros;
  actions: Pick<RunActions, "cancel" | "remove">;
  /** Of a list that can be sorted. */
  query?: FlowRunListQuery;
  hasFlow?: boolean;
};

/** Runs of flows, one a row. */
export function RunTable({ label, rows, now, actions, query, hasFlow = true }: RunTableProps) {
  return (
    <ListTable label={label} head={<Heads query={query} hasFlow={hasFlow} />}>
      {rows.map((row) => (
        <RunRow key={row.id} row={row} now={now} actions={actions} hasFlow={hasFlow} />
      ))}
    </ListTable>
  );
}

function Heads({ query, hasFlow }: { query: FlowRunListQuery | undefined; hasFlow: boolean }) {
  return (
    <>
      <OrderHead query={query} label="Name" first="name" second="name-desc" className="pl-0!" />
      {hasFlow ? <ColumnHead className="w-[18%]">Flow</ColumnHead> : null}
      <ColumnHead className="w-[18%]">Deployment</ColumnHead>
      <ColumnHead className="w-40">State</ColumnHead>
      <OrderHead query={query} label="Start" first="newest" second="oldest" className="w-32 text-right" />
      <ColumnHead className="w-28 text-right">Duration</ColumnHead>
      <ColumnHead className="w-11 px-0!">
        <span className="sr-only">Actions</span>
      </ColumnHead>
    </>
  );
}

type OrderHeadProps = {
  query: FlowRunListQuery | undefined;
  label: string;
  /** The order of a first press, and that of a second one. */
  first: FlowRunOrder;
  second: FlowRunOrder;
  className: string;
};

function OrderHead({ query, label, first, second, className }: OrderHeadProps) {
  if (!query) return <ColumnHead className={className}>{label}</ColumnHead>;
  const isDescending = query.sort === "newest" || query.sort === "name-desc";
  const isBy = query.sort === first || query.sort === second;
  return (
    <SortHead
      label={label}
      order={isBy ? (isDescending ? "descending" : "ascending") : undefined}
      path={toFlowRunsPath({ ...query, sort: query.sort === first ? second : first, page: 1 })}
      className={clsx(className)}
    />
  );
}
