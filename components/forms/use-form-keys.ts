"use client";

import { type RefObject, useEffect, useRef } from "react";

type FormKeys = {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly hasChanges: () => boolean;
};

/** Ctrl Enter submits from anywhere on the page; Escape goes back where nothing is typed. Only the topmost form hears. */
export function useFormKeys(keys: FormKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { form, onSubmit, onCancel, hasChanges } = latest.current;
      if (event.defaultPrevented || event.isComposing || isCovered(form.current)) return;
      if (isSubmit(event)) {
        event.preventDefault();
        onSubmit();
      }
      if (event.key === "Escape" && !hasChanges()) onCancel();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function isSubmit(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat;
}

/** A dialog, menu or picker lies above the form and has the keyboard. */
function isCovered(form: HTMLFormElement | null): boolean {
  const layers = document.querySelectorAll('[role="dialog"], [role="alertdialog"], [role="menu"]');
  return [...layers].some((layer) => !layer.contains(form));
}
