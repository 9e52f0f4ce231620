import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

// Narrow screens draw the table as a list; the roles keep it a table for assistive technology.
const as = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  cell: { role: "cell" },
  columnheader: { role: "columnheader" },
} as const;

const headCell = "h-8 px-3 text-left font-medium text-text-3 text-xs whitespace-nowrap";

type ListTableProps = { label: string; head: ReactNode; children: ReactNode };

/** A table that folds into two lines a row on narrow screens. `head` holds the cells of the heads, `children` the rows. */
export function ListTable({ label, head, children }: ListTableProps) {
  return (
    <table {...as.table} aria-label={label} className="w-full table-fixed border-collapse max-medium:block">
      <thead {...as.rowgroup} className="border-line-strong border-b max-medium:hidden">
        <tr {...as.row}>{head}</tr>
      </thead>
      <tbody {...as.rowgroup} className="max-medium:block">
        {children}
      </tbody>
    </table>
  );
}

/** One row. On narrow screens a grid whose columns `className` gives ("max-medium:grid-cols-[…]"); cells place themselves in it. */
export function ListRow({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      {...as.row}
      {...props}
      className={clsx(
        "border-line border-b",
        "max-medium:-mx-4 max-medium:relative max-medium:grid max-medium:items-center max-medium:px-4 max-medium:py-2.5",
        className,
      )}
    />
  );
}

export function ListCell({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <td {...as.cell} className={clsx("whitespace-nowrap text-sm text-text-2 medium:h-11.5", className)}>
      {children}
    </td>
  );
}

/** The head of a column. */
export function ColumnHead({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <th {...as.columnheader} scope="col" className={clsx(headCell, className)}>
      {children}
    </th>
  );
}

type SortHeadProps = {
  label: string;
  /** The order the list has by this column, if it is by this one. */
  order?: "ascending" | "descending" | undefined;
  /** The list in the order that a press asks for. */
  path: string;
  className?: string | undefined;
};

/** The head of a column by which one can sort: a link to the list in that order. */
export function SortHead({ label, order, path, className }: SortHeadProps) {
  return (
    <th {...as.columnheader} scope="col" aria-sort={order} className={clsx(headCell, className)}>
      <Link
        href={path}
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
