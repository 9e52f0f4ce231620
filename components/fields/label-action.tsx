"use client";

import { clsx } from "clsx";
import type { ComponentProps } from "react";

type LabelActionProps = ComponentProps<"button"> & {
  fieldLabelId: string;
  /** `accent` where it is the one thing to do: "Set", "Add argument". */
  tone?: "quiet" | "accent";
};

/**
 * A small button of a field: "Clear", "Replace", "Several lines". Its name is its visible word alone, so that the
 * field's title names one control only; `fieldLabelId` says to which field it belongs.
 */
export function LabelAction({ fieldLabelId, tone = "quiet", className, ...rest }: LabelActionProps) {
  return (
    <button
      type="button"
      aria-describedby={fieldLabelId}
      {...rest}
      className={clsx(
        "inline-flex min-h-6 items-center gap-1.25 whitespace-nowrap font-medium text-sm underline-offset-3 hover:underline",
        tone === "accent" ? "text-accent" : "text-text-2 hover:text-text",
        className,
      )}
    />
  );
}
