"use client";

import "@/components/ui/style-nonce";
import { clsx } from "clsx";
import * as RadixDialog from "radix-ui/dialog";
import { type ReactNode, useEffect, useRef } from "react";
import type { DialogPanelProps } from "@/components/ui/dialog";
import { useInertBackground } from "@/components/ui/use-inert-background";

/** The open dialog. Loaded by `Dialog`; use that one. */
export function DialogPanel(props: DialogPanelProps) {
  const { onClose, onClosed, title, description, children, footer, size = "medium" } = props;
  const panel = useRef<HTMLDivElement>(null);
  useInertBackground(panel);

  const focusFirst = (event: Event) => {
    const wanted = panel.current?.querySelector<HTMLElement>("[data-autofocus]");
    if (!wanted) return;
    event.preventDefault();
    wanted.focus();
  };

  return (
    <RadixDialog.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <RadixDialog.Content
          ref={panel}
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          onOpenAutoFocus={focusFirst}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
          className={clsx(
            "-translate-1/2 fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-32px)] w-[calc(100%-32px)] animate-appear flex-col rounded-pop border border-line-strong bg-raised text-text shadow-3",
            "max-narrow:inset-x-0 max-narrow:top-auto max-narrow:bottom-0 max-narrow:w-full max-narrow:translate-none max-narrow:rounded-b-none",
            size === "large" ? "max-w-225" : "max-w-160",
          )}
        >
          <div className="px-5 pt-5 pb-3">
            <RadixDialog.Title className="break-words font-semibold text-lg tracking-tight">
              {title}
            </RadixDialog.Title>
            {description === undefined ? null : (
              <RadixDialog.Description asChild>
                <div className="prose-links mt-0.5 break-words text-sm text-text-2">{description}</div>
              </RadixDialog.Description>
            )}
          </div>
          {children === undefined ? null : <ScrollBody>{children}</ScrollBody>}
          {footer === undefined ? null : (
            <div className="mt-2 flex flex-wrap items-center gap-2 border-line border-t px-5 py-4 max-narrow:*:flex-1">
              {footer}
            </div>
          )}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** What does not fit scrolls, and can then be scrolled by key too. */
function ScrollBody({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (element.scrollHeight > element.clientHeight) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={body} className="min-h-0 overflow-y-auto px-5 pb-1 focus-visible:-outline-offset-2">
      {children}
    </div>
  );
}
