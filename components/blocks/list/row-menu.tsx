"use client";

import { Code, Copy, CopyPlus, Ellipsis, type LucideIcon, Pencil, Trash2 } from "lucide-react";
import type { TableRow } from "@/components/blocks/list/block-table";
import { copyText } from "@/components/ui/copy-text";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuItem } from "@/components/ui/menu";

/** What can be done with one block. One whose data cannot be read can be named and deleted, not more. */
export function RowMenu({ row, onDelete }: { row: TableRow; onDelete: (button: HTMLElement) => void }) {
  const { id, name, typeSlug, isReadable } = row;
  const label = `Actions for ${name}`;
  const loadLine = `Block.load("${typeSlug}/${name}")`;
  const items: readonly (MenuItem | false)[] = [
    { label: "Copy name", icon: draw(Copy), onSelect: () => void copyText(name, `Copied ${name}`) },
    isReadable && {
      label: "Copy load line",
      icon: draw(Code),
      onSelect: () => void copyText(loadLine, `Copied ${loadLine}`),
    },
    isReadable && "separator",
    isReadable && { label: "Edit", icon: draw(Pencil), href: `/blocks/block/${id}/edit` },
    isReadable && {
      label: "Duplicate",
      icon: draw(CopyPlus),
      href: `/blocks/catalog/${encodeURIComponent(typeSlug)}/create?from=${id}`,
    },
    "separator",
    { label: "Delete…", icon: draw(Trash2), tone: "danger", onSelect: onDelete },
  ];
  return (
    <Menu
      label={label}
      items={items.filter((item) => item !== false)}
      trigger={(props) => (
        <IconButton {...props} icon={Ellipsis} label={label} variant="row" className="max-medium:size-11!" />
      )}
    />
  );
}

function draw(icon: LucideIcon) {
  return <Icon icon={icon} />;
}
