"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useLayoutEffect, useRef } from "react";

export type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  /** A question or the name of the task. */
  title: ReactNode;
  /** The consequence, under the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** Main action first. Give the button that gets the focus `data-autofocus`: Cancel when the main action destroys. */
  footer?: ReactNode;
  size?: "medium" | "large";
  /** Where the focus goes after closing; by default to what had it before. */
  returnFocusTo?: () => HTMLElement | null;
};

export type DialogPanelProps = Omit<DialogProps, "isOpen" | "returnFocusTo"> & { onClosed: () => void };

const DialogPanel = dynamic(() => import("@/components/ui/dialog-panel").then((file) => file.DialogPanel), {
  ssr: false,
});

/** A modal dialog, a sheet from below on narrow screens. Its code is loaded when one opens for the first time. */
export function Dialog({ isOpen, returnFocusTo, ...props }: DialogProps) {
  const opener = useRef<HTMLElement | null>(null);

  // Layout effects run before the panel takes the focus in an effect of its own.
  useLayoutEffect(() => {
    if (isOpen && document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
  }, [isOpen]);

  const returnFocus = () => {
    const target = returnFocusTo?.() ?? opener.current;
    const isThere = target?.isConnected && target !== document.body;
    // What opened the dialog may be gone, deleted by it: then reading goes on at the top of the content.
    (isThere ? target : document.getElementById("main"))?.focus();
  };
  return isOpen ? <DialogPanel {...props} onClosed={returnFocus} /> : null;
}
