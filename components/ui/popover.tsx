"use client";

import { clsx } from "clsx";
import dynamic from "next/dynamic";
import { type ReactNode, useRef } from "react";

export type PopoverProps = {
  isOpen: boolean;
  onClose: () => void;
  /** The accessible name. */
  label: string;
  /** The button that opens it, with `aria-haspopup="dialog"` and `aria-expanded`; it stays mounted and gets the focus back. */
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "end";
  /** Of the frame around the trigger, such as `block w-full`. */
  className?: string;
};

const PopoverPanel = dynamic(
  () => import("@/components/ui/popover-panel").then((file) => file.PopoverPanel),
  { ssr: false },
);

/** A layer beside its trigger, at least as wide as it. The first `data-autofocus` inside gets the focus. */
export function Popover({ isOpen, trigger, className, align = "start", ...props }: PopoverProps) {
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div ref={frame} className={clsx("relative", className)}>
      {trigger}
      {isOpen ? (
        <PopoverPanel
          {...props}
          align={align}
          onClosed={() => frame.current?.querySelector<HTMLElement>("button")?.focus()}
        />
      ) : null}
    </div>
  );
}
