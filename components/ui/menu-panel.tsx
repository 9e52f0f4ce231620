"use client";

import { clsx } from "clsx";
import Link from "next/link";
import * as DropdownMenu from "radix-ui/dropdown-menu";
import { type RefObject, useEffect, useRef } from "react";
import type { MenuItem } from "@/components/ui/menu";

type ActionItem = Exclude<MenuItem, "separator">;
type MenuPanelProps = {
  label: string;
  items: readonly MenuItem[];
  align: "start" | "end";
  /** Around the button that opened it. */
  frame: RefObject<HTMLElement | null>;
  onClose: () => void;
  onClosed: () => void;
  onSelect: (item: ActionItem) => void;
};

/** The open menu. Loaded by `Menu`; use that one. */
export function MenuPanel({ label, items, align, frame, onClose, onClosed, onSelect }: MenuPanelProps) {
  const panel = useRef<HTMLDivElement>(null);

  // Radix sees the keyboard only after it is loaded: whoever opened the menu by key starts on the first entry.
  useEffect(() => {
    if (document.querySelector(":focus-visible") === null) return;
    const frame = requestAnimationFrame(() =>
      panel.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, []);

  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => isOpen || onClose()}>
      {/* The real button stays outside, so that it is never mounted anew; this only tells where it is. */}
      <DropdownMenu.Trigger asChild>
        <span aria-hidden className="pointer-events-none absolute inset-0" />
      </DropdownMenu.Trigger>
      {/* In the landmark of its button, so that the page keeps its outline while the menu is open. */}
      <DropdownMenu.Portal container={frame.current?.closest("main, nav, header") ?? document.body}>
        <DropdownMenu.Content
          ref={panel}
          aria-label={label}
          aria-labelledby={undefined}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={(event) => {
            // The button itself closes the menu; closing here would make its click open it again.
            if (event.target instanceof Node && frame.current?.contains(event.target)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 animate-rise overflow-y-auto rounded-pop border border-line-strong bg-raised p-1 text-sm text-text shadow-2 focus:outline-none"
        >
          {items.map((item, index) =>
            item === "separator" ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: separators have no identity, and the list is fixed while it is open
              <DropdownMenu.Separator key={index} className="-mx-1 my-1 h-px bg-line" />
            ) : (
              <Entry key={item.label} item={item} onSelect={() => onSelect(item)} />
            ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Entry({ item, onSelect }: { item: ActionItem; onSelect: () => void }) {
  const { label, icon, tone, href } = item;
  const className = clsx(
    "flex h-8 cursor-pointer items-center gap-2.5 rounded-ctl px-2.5 outline-none data-highlighted:bg-on max-medium:h-10",
    tone === "danger" ? "text-danger" : "[&_svg]:text-text-2",
  );
  if (href !== undefined)
    return (
      <DropdownMenu.Item asChild className={className}>
        <Link href={href} prefetch={false}>
          {icon}
          {label}
        </Link>
      </DropdownMenu.Item>
    );
  return (
    <DropdownMenu.Item className={className} onSelect={onSelect}>
      {icon}
      {label}
    </DropdownMenu.Item>
  );
}
