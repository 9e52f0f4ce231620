import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** A checkbox of 16 px whose target is 32 px. Indeterminate is a property: set it through `ref`. */
export function Checkbox({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      {...rest}
      type="checkbox"
      className={clsx(
        "relative grid size-4 shrink-0 cursor-pointer appearance-none place-items-center rounded-tag border border-line-ctl bg-surface",
        "before:absolute before:-inset-2 before:content-['']",
        "checked:border-accent-fill checked:bg-accent-fill indeterminate:border-accent-fill indeterminate:bg-accent-fill",
        "checked:not-indeterminate:after:-mt-0.5 checked:not-indeterminate:after:h-1 checked:not-indeterminate:after:w-2 checked:not-indeterminate:after:-rotate-45",
        "checked:not-indeterminate:after:border-on-accent checked:not-indeterminate:after:border-b-2 checked:not-indeterminate:after:border-l-2",
        "indeterminate:after:h-0.5 indeterminate:after:w-2 indeterminate:after:bg-on-accent",
        "disabled:cursor-not-allowed disabled:border-line-strong disabled:bg-sunken",
        className,
      )}
    />
  );
}
