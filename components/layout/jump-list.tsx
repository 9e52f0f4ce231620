"use client";

import { Blocks, File, LayoutGrid, type LucideIcon, Package } from "lucide-react";
import { useEffect, useRef } from "react";
import { Icon } from "@/components/ui/icon";
import type { JumpTarget } from "@/lib/blocks/find-jump-targets";

type JumpListProps = {
  targets: readonly JumpTarget[];
  chosen: number;
  onChoose: (href: string) => void;
  onPoint: (index: number) => void;
};

const icons: Readonly<Record<JumpTarget["kind"], LucideIcon>> = {
  block: Blocks,
  type: LayoutGrid,
  deployment: Package,
  page: File,
};

/** The options of the jump box. The input keeps the focus; the chosen option is named by `aria-activedescendant`. */
export function JumpList({ targets, chosen, onChoose, onPoint }: JumpListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`#jump-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  return (
    <div
      ref={list}
      id="jump-list"
      role="listbox"
      aria-label="Results"
      className="min-h-0 overflow-y-auto p-1.5 empty:hidden"
    >
      {targets.map((target, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input above has the focus and takes the keys
        <div
          key={target.href}
          id={`jump-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onClick={() => onChoose(target.href)}
          onPointerMove={() => onPoint(index)}
          className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-ctl px-2.5 py-1 text-sm aria-selected:bg-on max-medium:min-h-11"
        >
          <Icon icon={icons[target.kind]} className="text-text-3" />
          <span
            className={
              target.kind === "block" || target.kind === "deployment"
                ? "truncate font-medium font-mono"
                : "truncate"
            }
          >
            <bdi>{target.label}</bdi>
          </span>
          <span className="ml-auto max-w-1/2 shrink-0 truncate text-text-3">
            <bdi>{target.detail}</bdi>
          </span>
        </div>
      ))}
    </div>
  );
}
