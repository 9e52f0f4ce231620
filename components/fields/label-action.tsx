"use client";

import { clsx } from "clsx";
import type { ComponentProps } from "react";

/**
 * A small button of a field: "Clear", "Replace", "Several lines". Its name is its visible word alone, so that the
 * field's title names one control only; `fieldLabelId` says to which field it belongs.
 */
export function LabelAction({
  fieldLabelId,
  className,
  ...rest
}: ComponentProps<"button"> & { fieldLabelId: string }) {
  return (
    <button
      type="button"
      aria-describedby={fieldLabelId}
      {...rest}
      className={clsx(
        "inline-flex min-h-6 items-center gap-1.25 whitespace-nowrap font-medium text-sm text-text-2 underline-offset-3 hover:text-text hover:underline",
        className,
      )}
    />
  );
}
