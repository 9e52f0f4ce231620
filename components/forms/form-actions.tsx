"use client";

import { useHydrated } from "@/components/forms/use-hydrated";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

type FormActionsProps = {
  /** "Create" or "Save". */
  submit: string;
  busy: string;
  isBusy: boolean;
  onCancel: () => void;
  isSticky?: boolean;
};

/** At the end, left, the main one first. */
export function FormActions({ submit, busy, isBusy, onCancel, isSticky = true }: FormActionsProps) {
  const isHydrated = useHydrated();
  return (
    <div
      className={`mt-4 flex items-center gap-2 border-line-strong border-t py-3 max-narrow:*:[button]:flex-1 ${isSticky ? "sticky bottom-0 z-4 bg-surface max-medium:static" : ""}`}
    >
      <Button
        type="submit"
        variant="filled"
        isBusy={isBusy}
        busyLabel={busy}
        aria-keyshortcuts="Control+Enter"
        // Before the scripts are there, the browser would send the form by itself.
        disabled={!isHydrated}
        className="disabled:border-transparent! disabled:bg-accent-fill! disabled:text-on-accent!"
      >
        {submit}
      </Button>
      <Button
        onClick={onCancel}
        disabled={!isHydrated}
        className="disabled:border-line-strong! disabled:bg-surface! disabled:text-text!"
      >
        Cancel
      </Button>
      <span className="ml-auto flex gap-1 max-medium:hidden">
        <Kbd>Ctrl</Kbd>
        <Kbd>Enter</Kbd>
      </span>
      <noscript>Saving needs JavaScript.</noscript>
    </div>
  );
}
