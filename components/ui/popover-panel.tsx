"use client";

import "@/components/ui/style-nonce";
import * as RadixPopover from "radix-ui/popover";
import { useRef } from "react";
import type { PopoverProps } from "@/components/ui/popover";
import { useInertBackground } from "@/components/ui/use-inert-background";

type PopoverPanelProps = Pick<PopoverProps, "label" | "children" | "onClose"> & {
  align: "start" | "end";
  onClosed: () => void;
};

/** The open popover. Loaded by `Popover`; use that one. */
export function PopoverPanel({ label, children, onClose, align, onClosed }: PopoverPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useInertBackground(panel);
  return (
    <RadixPopover.Root open modal onOpenChange={(isOpen) => isOpen || onClose()}>
      <RadixPopover.Anchor asChild>
        <span aria-hidden className="pointer-events-none absolute inset-0" />
      </RadixPopover.Anchor>
      <RadixPopover.Portal>
        <RadixPopover.Content
          ref={panel}
          aria-label={label}
          aria-modal
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => {
            const wanted = panel.current?.querySelector<HTMLElement>("[data-autofocus]");
            if (!wanted) return;
            event.preventDefault();
            wanted.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
          className="z-50 flex max-h-(--radix-popover-content-available-height) min-w-[max(16rem,var(--radix-popover-trigger-width))] max-w-[calc(100vw-16px)] animate-rise flex-col overflow-hidden rounded-pop border border-line-strong bg-raised text-sm text-text shadow-2 focus:outline-none"
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  );
}
