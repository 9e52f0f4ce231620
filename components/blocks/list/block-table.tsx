"use client";

import { type ReactNode, useEffect, useState } from "react";
import { BlockTableRow } from "@/components/blocks/list/block-table-row";
import { DeleteBlocksDialog } from "@/components/blocks/list/delete-blocks-dialog";
import { SelectionBar } from "@/components/blocks/list/selection-bar";
import { TableHead } from "@/components/blocks/list/table-head";
import type { DeleteActions, DeleteTarget } from "@/components/blocks/list/use-deletion";
import { announce } from "@/components/ui/toast";
import type { BlockRow } from "@/lib/blocks/list-blocks";
import type { ListQuery } from "@/lib/blocks/list-query";

/** The logo is drawn on the server: its shapes stay out of the scripts. */
export type TableRow = BlockRow & { readonly logo: ReactNode };

type BlockTableProps = { rows: readonly TableRow[]; query: ListQuery; deleteActions: DeleteActions };

/** One page of blocks, with selection, row menus and the question before deleting. */
export function BlockTable({ rows, query, deleteActions }: BlockTableProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [doomed, setDoomed] = useState<readonly DeleteTarget[] | null>(null);
  // Only what is on this page counts: nobody deletes what they do not see.
  const selected = rows.filter((row) => chosen.has(row.id));
  const clear = () => setChosen(new Set());
  useEscape(selected.length > 0, clear);

  const select = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(selected.map((row) => row.id));
    for (const id of ids) {
      if (isOn) next.add(id);
      else next.delete(id);
    }
    if (selected.length === 0 && next.size > 0) announce("Actions for the selection are below the table.");
    setChosen(next);
  };

  return (
    <>
      {/* Narrow screens draw the table as a list; the roles keep it a table for assistive technology. */}
      <table
        {...as.table}
        aria-label="Blocks"
        className="w-full table-fixed border-collapse max-medium:block"
      >
        <TableHead
          query={query}
          rowCount={rows.length}
          selectedCount={selected.length}
          onSelectAll={(isOn) =>
            select(
              rows.map((row) => row.id),
              isOn,
            )
          }
        />
        <tbody {...as.rowgroup} className="max-medium:block">
          {rows.map((row) => (
            <BlockTableRow
              key={row.id}
              row={row}
              isSelected={chosen.has(row.id)}
              onSelect={(isOn) => select([row.id], isOn)}
              onDelete={() => setDoomed([row])}
            />
          ))}
        </tbody>
      </table>
      {selected.length > 0 ? (
        <SelectionBar selected={selected} onClear={clear} onDelete={() => setDoomed(selected)} />
      ) : null}
      {doomed ? (
        <DeleteBlocksDialog
          targets={doomed}
          actions={deleteActions}
          onClose={() => setDoomed(null)}
          returnFocusTo={() => neighbourOf(rows, doomed)}
        />
      ) : null}
    </>
  );
}

const as = { table: { role: "table" }, rowgroup: { role: "rowgroup" } } as const;

/** The link of the first deleted row if it is still there, else of the next row that is. */
function neighbourOf(rows: readonly TableRow[], doomed: readonly DeleteTarget[]): HTMLElement | null {
  const start = rows.findIndex((row) => row.id === doomed[0]?.id);
  if (start === -1) return null;
  const order = [...rows.slice(start), ...rows.slice(0, start).reverse()];
  for (const row of order) {
    const menu = document.getElementById(`block-${row.id}`)?.querySelector<HTMLElement>("a");
    if (menu) return menu;
  }
  return null;
}

function useEscape(isOn: boolean, act: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere = document.querySelector('[role="dialog"], [role="menu"]') !== null;
      if (event.key === "Escape" && !event.defaultPrevented && !isElsewhere) act();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });
}
