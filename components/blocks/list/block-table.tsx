"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { BlockTableRow } from "@/components/blocks/list/block-table-row";
import { SelectionBar } from "@/components/blocks/list/selection-bar";
import { TableHead } from "@/components/blocks/list/table-head";
import type { DeleteActions, DeleteTarget } from "@/components/blocks/list/use-deletion";
import { ListTable } from "@/components/lists/list-table";
import { announce } from "@/components/ui/toast";
import type { BlockRow } from "@/lib/blocks/list-blocks";
import type { ListQuery } from "@/lib/blocks/list-query";

const DeleteBlocksDialog = dynamic(
  () => import("@/components/blocks/list/delete-blocks-dialog").then((file) => file.DeleteBlocksDialog),
  { ssr: false },
);

/** The logo is drawn on the server: its shapes stay out of the scripts. */
export type TableRow = BlockRow & { readonly logo: ReactNode };

type BlockTableProps = {
  rows: readonly TableRow[];
  query: ListQuery;
  deleteActions: DeleteActions;
  /** Between the table and the bar of the selection: the pager. */
  children: ReactNode;
};

/** What is asked about, and where the focus goes afterwards. */
type Question = {
  readonly targets: readonly DeleteTarget[];
  readonly cancelled: HTMLElement | null;
  /** Rows in the order in which they take over the focus. */
  readonly deleted: readonly string[];
};

/** One page of blocks, with selection, row menus and the question before deleting. */
export function BlockTable({ rows, query, deleteActions, children }: BlockTableProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [question, setQuestion] = useState<Question | null>(null);
  const isDeleted = useRef(false);
  // Only what is on this page counts: nobody deletes what they do not see.
  const selected = rows.filter((row) => chosen.has(row.id));
  const clear = () => setChosen(new Set());
  useEscape(selected.length > 0, clear);

  const select = (ids: readonly string[], isOn: boolean) => {
    const kept = selected.map((row) => row.id).filter((id) => !ids.includes(id));
    if (selected.length === 0 && isOn) announce("Actions for the selection are below the table.");
    setChosen(new Set(isOn ? [...kept, ...ids] : kept));
  };
  const ask = (targets: readonly TableRow[], cancelled: HTMLElement | null) => {
    isDeleted.current = false;
    setQuestion({ targets, cancelled, deleted: heirsOf(rows, targets) });
  };

  return (
    <>
      <ListTable
        label="Blocks"
        head={
          <TableHead
            query={query}
            rowCount={rows.length}
            selectedCount={selected.length}
            onSelectAll={(isOn) => {
              const ids = rows.map((row) => row.id);
              select(ids, isOn);
            }}
          />
        }
      >
        {rows.map((row) => (
          <BlockTableRow
            key={row.id}
            row={row}
            isSelected={chosen.has(row.id)}
            onSelect={(isOn) => select([row.id], isOn)}
            onDelete={(button) => ask([row], button)}
          />
        ))}
      </ListTable>
      {children}
      {selected.length > 0 ? (
        <SelectionBar selected={selected} onClear={clear} onDelete={() => ask(selected, null)} />
      ) : null}
      {question ? (
        <DeleteBlocksDialog
          targets={question.targets}
          actions={deleteActions}
          onClose={() => setQuestion(null)}
          onDeleted={() => {
            isDeleted.current = true;
            setQuestion(null);
          }}
          returnFocusTo={() => (isDeleted.current ? firstLinkOf(question.deleted) : question.cancelled)}
        />
      ) : null}
    </>
  );
}

/** The rows that stay: those after the first deleted one, then those before it, nearest first. */
function heirsOf(rows: readonly TableRow[], targets: readonly TableRow[]): readonly string[] {
  const ids = new Set(targets.map((target) => target.id));
  const start = rows.findIndex((row) => ids.has(row.id));
  const order = [...rows.slice(start), ...rows.slice(0, start).reverse()];
  return order.map((row) => row.id).filter((id) => !ids.has(id));
}

function firstLinkOf(ids: readonly string[]): HTMLElement | null {
  for (const id of ids) {
    const link = document.getElementById(`block-${id}`)?.querySelector<HTMLElement>("a");
    if (link) return link;
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
