"use client";

import dynamic from "next/dynamic";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";

export type MenuItem =
  | "separator"
  | {
      readonly label: string;
      readonly icon?: ReactNode;
      readonly tone?: "danger";
      /** A page to open; else `onSelect`, which gets the menu's button (to return the focus to). */
      readonly href?: string;
      readonly onSelect?: (trigger: HTMLElement) => void;
    };

/** Spread these on the button that opens the menu. */
export type MenuTriggerProps = {
  readonly id: string;
  readonly "aria-haspopup": "menu";
  readonly "aria-expanded": boolean;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

type MenuProps = {
  /** The accessible name of the menu. */
  label: string;
  items: readonly MenuItem[];
  trigger: (props: MenuTriggerProps) => ReactNode;
  align?: "start" | "end";
};

const MenuPanel = dynamic(() => import("@/components/ui/menu-panel").then((file) => file.MenuPanel), {
  ssr: false,
});

/** A menu of actions. The button stands from the start; the menu's code is loaded when one opens for the first time. */
export function Menu({ label, items, trigger, align = "end" }: MenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const frame = useRef<HTMLSpanElement>(null);
  const button = () => frame.current?.querySelector<HTMLElement>("button") ?? null;

  return (
    <span ref={frame} className="relative inline-flex">
      {trigger({
        id,
        "aria-haspopup": "menu",
        "aria-expanded": isOpen,
        onClick: () => setIsOpen(!isOpen),
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          setIsOpen(true);
        },
      })}
      {isOpen ? (
        <MenuPanel
          label={label}
          items={items}
          align={align}
          frame={frame}
          onClose={() => setIsOpen(false)}
          onClosed={() => button()?.focus()}
          onSelect={(item) => {
            const trigger = button();
            if (trigger) item.onSelect?.(trigger);
          }}
        />
      ) : null}
    </span>
  );
}
