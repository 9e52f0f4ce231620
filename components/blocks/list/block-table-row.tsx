"use client";

import { clsx } from "clsx";
import { CircleAlert, Unlink } from "lucide-react";
import Link from "next/link";
import type { TableRow } from "@/components/blocks/list/block-table";
import { RowMenu } from "@/components/blocks/list/row-menu";
import { ListCell, ListRow } from "@/components/lists/list-table";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { TagList } from "@/components/ui/tag";
import { formatCount } from "@/lib/text/format-count";

type BlockTableRowProps = {
  row: TableRow;
  isSelected: boolean;
  onSelect: (isOn: boolean) => void;
  onDelete: (button: HTMLElement) => void;
};

/** One block. Its name is the only link to it. On narrow screens the row folds to two lines. */
export function BlockTableRow({ row, isSelected, onSelect, onDelete }: BlockTableRowProps) {
  return (
    <ListRow
      id={`block-${row.id}`}
      className={clsx(
        isSelected ? "bg-selected" : "hover:bg-hover has-[[aria-expanded=true]]:bg-hover",
        "max-medium:grid-cols-[32px_minmax(0,1fr)_auto_44px] max-medium:pr-2!",
      )}
    >
      <ListCell className="pl-3 max-medium:col-start-1 max-medium:row-span-2 max-medium:row-start-1 max-medium:pl-0">
        <Checkbox
          aria-label={`Select ${row.name}`}
          checked={isSelected}
          onChange={(event) => onSelect(event.target.checked)}
          className="noscript:invisible max-medium:before:-inset-3.5"
        />
      </ListCell>
      <ListCell className="medium:px-3 max-medium:col-span-2 max-medium:col-start-2 max-medium:row-start-1">
        <span className="flex min-w-0 items-center gap-2.5">
          <span className="max-medium:-my-1 max-medium:translate-y-2.5">{row.logo}</span>
          <Link
            href={`/blocks/block/${row.id}`}
            prefetch={false}
            title={row.name.length > 24 ? row.name : undefined}
            className="truncate font-medium font-mono text-sm text-text leading-6 tracking-tight hover:text-accent hover:underline underline-offset-3"
          >
            <bdi>{row.name}</bdi>
          </Link>
          {row.isReadable ? null : (
            <Badge
              tone="danger"
              icon={CircleAlert}
              title="Its stored data cannot be decrypted or read. Restore it from a backup or delete the block."
            >
              Cannot be read
            </Badge>
          )}
          {row.lostBlocks.length > 0 ? (
            <Badge
              tone="warn"
              icon={Unlink}
              title={`Deleted, and not replaced in this block: ${row.lostBlocks.join(", ")}`}
            >
              Deleted block
            </Badge>
          ) : null}
        </span>
      </ListCell>
      <ListCell className="medium:px-3 max-medium:col-start-2 max-medium:row-start-2 max-medium:pl-8.5">
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate" title={row.typeName}>
            <bdi>{row.typeName}</bdi>
          </span>
          {row.isDeprecated ? (
            <span className="medium:max-wide:hidden">
              <Badge>Deprecated</Badge>
            </span>
          ) : null}
        </span>
      </ListCell>
      <ListCell className="px-3 max-wide:hidden">
        {row.capabilities.length > 0 ? <TagList tags={row.capabilities} /> : <NoCapabilities />}
      </ListCell>
      <ListCell className="px-3 max-medium:hidden">
        <UsedBy usedBy={row.usedBy} />
      </ListCell>
      <ListCell className="text-right tabular-nums medium:px-3 max-medium:col-start-3 max-medium:row-start-2 max-medium:pl-2.5 max-medium:text-text-3">
        <time dateTime={row.updated.iso} title={row.updated.exact}>
          {row.updated.age}
        </time>
      </ListCell>
      <ListCell className="px-2 text-right noscript:invisible max-medium:col-start-4 max-medium:row-span-2 max-medium:row-start-1 max-medium:px-0">
        <RowMenu row={row} onDelete={onDelete} />
      </ListCell>
    </ListRow>
  );
}

function NoCapabilities() {
  return (
    <>
      <span aria-hidden className="text-text-3">
        –
      </span>
      <span className="sr-only">None</span>
    </>
  );
}

function UsedBy({ usedBy: { blocks, deployments, names } }: Pick<TableRow, "usedBy">) {
  if (blocks + deployments === 0) return <span className="text-text-3">Not used</span>;
  const more = blocks + deployments - names.length;
  const counts = [
    ...(deployments > 0 ? [formatCount(deployments, "deployment")] : []),
    ...(blocks > 0 ? [formatCount(blocks, "block")] : []),
  ];
  return (
    <span title={more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ")}>
      {counts.join(", ")}
    </span>
  );
}
