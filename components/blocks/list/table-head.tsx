"use client";

import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { type ListQuery, type ListSort, toListPath } from "@/lib/blocks/list-query";

type TableHeadProps = {
  query: ListQuery;
  rowCount: number;
  selectedCount: number;
  onSelectAll: (isOn: boolean) => void;
};

const cell = "h-8 px-3 text-left font-medium text-text-3 text-xs whitespace-nowrap";

/** The heads of the columns; those by which one can sort are links to the list in that order. */
export function TableHead({ query, rowCount, selectedCount, onSelectAll }: TableHeadProps) {
  const areAllSelected = selectedCount === rowCount;
  return (
    <thead {...as.rowgroup} className="border-line-strong border-b max-medium:hidden">
      <tr {...as.row}>
        <th {...as.columnheader} scope="col" className="w-10 pl-3">
          <Checkbox
            aria-label={`Select all ${rowCount} on this page`}
            checked={areAllSelected}
            ref={(box) => {
              if (box) box.indeterminate = selectedCount > 0 && !areAllSelected;
            }}
            onChange={() => onSelectAll(!areAllSelected)}
            className="noscript:invisible"
          />
        </th>
        <SortHead query={query} label="Name" ascending="name" descending="name-desc" />
        <SortHead query={query} label="Type" ascending="type" className="w-[21%]" />
        <th {...as.columnheader} scope="col" className={clsx(cell, "w-70 max-wide:hidden")}>
          Capabilities
        </th>
        <th {...as.columnheader} scope="col" className={clsx(cell, "w-26")}>
          Used by
        </th>
        <SortHead
          query={query}
          label="Updated"
          ascending="oldest"
          descending="updated"
          className="w-30 text-right"
        />
        <th {...as.columnheader} scope="col" className="w-11">
          <span className="sr-only">Actions</span>
        </th>
      </tr>
    </thead>
  );
}

const as = {
  row: { role: "row" },
  rowgroup: { role: "rowgroup" },
  columnheader: { role: "columnheader" },
} as const;

type SortHeadProps = {
  query: ListQuery;
  label: string;
  ascending: ListSort;
  descending?: ListSort;
  className?: string;
};

function SortHead({ query, label, ascending, descending, className }: SortHeadProps) {
  const order = query.sort === ascending ? "ascending" : query.sort === descending ? "descending" : undefined;
  // A second press turns the order round; times start with the newest.
  const first = descending === "updated" ? descending : ascending;
  const next = query.sort === first ? (first === ascending ? (descending ?? ascending) : ascending) : first;
  return (
    <th {...as.columnheader} scope="col" aria-sort={order} className={clsx(cell, className)}>
      <Link
        href={toListPath({ ...query, sort: next, page: 1 })}
        prefetch={false}
        scroll={false}
        className={clsx("inline-flex min-h-6 items-center gap-1 hover:text-text", order && "text-text")}
      >
        {label}
        {order ? <Icon icon={order === "ascending" ? ArrowUp : ArrowDown} size={14} /> : null}
      </Link>
    </th>
  );
}
