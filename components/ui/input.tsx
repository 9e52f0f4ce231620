import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** `isMono` for identifiers, paths, keys, images and code. Invalid = `aria-invalid`, with the sentence in `aria-describedby`. */
type Mono = { isMono?: boolean };

/** A one-line text input. */
export function Input({ isMono = false, className, ...rest }: ComponentProps<"input"> & Mono) {
  return (
    <input
      type="text"
      {...rest}
      className={clsx("ctl h-ctl px-2.5", isMono && "font-mono text-sm", className)}
    />
  );
}

/** A text input of several lines. */
export function Textarea({ isMono = false, className, ...rest }: ComponentProps<"textarea"> & Mono) {
  return (
    <textarea
      rows={4}
      {...rest}
      className={clsx("ctl block resize-y px-2.5 py-1.75", isMono && "font-mono text-sm", className)}
    />
  );
}
