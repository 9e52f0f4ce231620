import { clsx } from "clsx";
import type { ComponentProps } from "react";

// A native checkbox says by itself whether it is checked, so the role needs no aria-checked.
const nativeSwitch = { type: "checkbox", role: "switch" } as const;

/** A switch for what takes effect as on or off; in forms it stands at the right end of its row. */
export function Switch({ className, ...rest }: Omit<ComponentProps<"input">, "type" | "role">) {
  return (
    <input
      {...rest}
      {...nativeSwitch}
      className={clsx(
        "relative h-5 w-8.5 shrink-0 cursor-pointer appearance-none rounded-full border border-line-ctl bg-sunken transition-colors duration-160",
        "before:absolute before:-inset-1.5 before:content-['']",
        "after:absolute after:top-0.5 after:left-0.5 after:size-3.5 after:rounded-full after:bg-line-ctl after:transition-transform after:duration-160",
        "checked:border-accent-fill checked:bg-accent-fill checked:after:translate-x-3.5 checked:after:bg-on-accent",
        "disabled:cursor-not-allowed disabled:border-line-strong",
        className,
      )}
    />
  );
}
