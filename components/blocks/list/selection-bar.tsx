"use client";

import { Copy, Trash2, X } from "lucide-react";
import type { TableRow } from "@/components/blocks/list/block-table";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { formatCount } from "@/lib/text/format-count";

type SelectionBarProps = { selected: readonly TableRow[]; onClear: () => void; onDelete: () => void };

/** Floats over the end of the list while something is selected. */
export function SelectionBar({ selected, onClear, onDelete }: SelectionBarProps) {
  const count = selected.length;
  const names = selected.map((row) => row.name).join("\n");
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-5 z-10 mx-auto mt-5 flex w-fit animate-rise items-center gap-1 rounded-pop border border-line-strong bg-raised py-1.5 pr-1.5 pl-4 text-sm shadow-3 max-medium:bottom-3 max-medium:w-auto max-medium:pl-3"
    >
      <span className="mr-2 whitespace-nowrap font-medium tabular-nums max-medium:mr-auto">
        {count} selected
      </span>
      <Button
        variant="quiet"
        size="small"
        icon={<Icon icon={Copy} />}
        onClick={() => void copyText(names, `Copied ${formatCount(count, "name")}`)}
        className="max-medium:hidden"
      >
        Copy names
      </Button>
      <Button variant="quiet" size="small" icon={<Icon icon={Trash2} />} onClick={onDelete}>
        Delete {formatCount(count, "block")}…
      </Button>
      <span aria-hidden className="mx-1 h-5 w-px bg-line-strong" />
      <IconButton icon={X} label="Clear selection" variant="row" onClick={onClear} />
    </section>
  );
}
