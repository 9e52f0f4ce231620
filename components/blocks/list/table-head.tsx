"use client";

import { ColumnHead, SortHead } from "@/components/lists/list-table";
import { Checkbox } from "@/components/ui/checkbox";
import { type ListQuery, type ListSort, toListPath } from "@/lib/blocks/list-query";

type TableHeadProps = {
  query: ListQuery;
  rowCount: number;
  selectedCount: number;
  onSelectAll: (isOn: boolean) => void;
};

/** The heads of the columns; those by which one can sort are links to the list in that order. */
export function TableHead({ query, rowCount, selectedCount, onSelectAll }: TableHeadProps) {
  const areAllSelected = selectedCount === rowCount;
  return (
    <>
      <ColumnHead className="w-10 pr-0!">
        <Checkbox
          aria-label={`Select all ${rowCount} on this page`}
          checked={areAllSelected}
          ref={(box) => {
            if (box) box.indeterminate = selectedCount > 0 && !areAllSelected;
          }}
          onChange={() => onSelectAll(!areAllSelected)}
          className="noscript:invisible"
        />
      </ColumnHead>
      <OrderHead query={query} label="Name" ascending="name" descending="name-desc" />
      <OrderHead query={query} label="Type" ascending="type" className="w-[21%]" />
      <ColumnHead className="w-70 max-wide:hidden">Capabilities</ColumnHead>
      <ColumnHead className="w-26">Used by</ColumnHead>
      <OrderHead
        query={query}
        label="Updated"
        ascending="oldest"
        descending="updated"
        className="w-30 text-right"
      />
      <ColumnHead className="w-11 px-0!">
        <span className="sr-only">Actions</span>
      </ColumnHead>
    </>
  );
}

type OrderHeadProps = {
  query: ListQuery;
  label: string;
  ascending: ListSort;
  descending?: ListSort;
  className?: string;
};

function OrderHead({ query, label, ascending, descending, className }: OrderHeadProps) {
  const order = query.sort === ascending ? "ascending" : query.sort === descending ? "descending" : undefined;
  // A second press turns the order round; times start with the newest.
  const first = descending === "updated" ? descending : ascending;
  const next = query.sort === first ? (first === ascending ? (descending ?? ascending) : ascending) : first;
  return (
    <SortHead
      label={label}
      order={order}
      path={toListPath({ ...query, sort: next, page: 1 })}
      className={className}
    />
  );
}
