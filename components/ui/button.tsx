import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** `danger` is red text; `danger-filled` stands only inside the dialog that confirms. One `filled` button in a view. */
export type ButtonVariant = "filled" | "plain" | "quiet" | "link" | "danger" | "danger-filled";
export type ButtonSize = "medium" | "small";

export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode };

type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    /** While it works: the label changes to `busyLabel`, the width stays, a second press does nothing. */
    isBusy?: boolean;
    busyLabel?: string;
  };

const variants: Readonly<Record<ButtonVariant, string>> = {
  filled:
    "border-transparent bg-accent-fill text-on-accent shadow-1 hover:bg-accent-fill-hover active:bg-accent-fill-hover",
  plain: "border-line-strong bg-surface text-text hover:border-line-ctl hover:bg-hover active:bg-pressed",
  quiet: "border-transparent text-text-2 hover:bg-hover hover:text-text active:bg-pressed",
  link: "border-transparent text-accent hover:underline underline-offset-3",
  danger:
    "border-line-strong bg-surface text-danger hover:border-danger-line hover:bg-danger-soft active:bg-danger-soft",
  "danger-filled":
    "border-transparent bg-danger-fill text-on-danger shadow-1 hover:bg-danger-fill-hover active:bg-danger-fill-hover",
};

/** The classes of a button, for what looks like one. */
export function buttonLook({ variant = "plain", size = "medium" }: ButtonLook, className?: string): string {
  return clsx(
    "inline-flex items-center justify-center gap-1.5 whitespace-nowrap rounded-ctl border font-medium text-sm leading-none transition-colors duration-90",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-text-3 disabled:shadow-none aria-busy:cursor-progress",
    variants[variant],
    variant === "link" ? "min-h-6" : size === "small" ? "h-ctl-sm px-2.25" : "h-ctl px-3",
    className,
  );
}

/** A button that does something on this page. For a change of page use `ButtonLink`. */
export function Button(props: ButtonProps) {
  const { variant, size, icon, isBusy = false, busyLabel, className, children, onClick, ...rest } = props;
  const handler = onClick && !isBusy ? { onClick } : {};
  return (
    <button
      type="button"
      {...rest}
      {...handler}
      {...(isBusy ? { "aria-busy": true, "aria-disabled": true } : {})}
      className={buttonLook({ ...(variant && { variant }), ...(size && { size }) }, className)}
    >
      {icon}
      {busyLabel === undefined ? (
        children
      ) : (
        // Both labels lie in one grid cell: the button is as wide as the longer one and never jumps.
        <span className="grid justify-items-center *:[grid-area:1/1]">
          <span className={clsx("inline-flex items-center gap-1.5", isBusy && "invisible")}>{children}</span>
          <span className={clsx(!isBusy && "invisible")}>{busyLabel}</span>
        </span>
      )}
    </button>
  );
}
