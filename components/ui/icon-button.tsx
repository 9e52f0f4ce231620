import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Icon } from "@/components/ui/icon";

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  icon: LucideIcon;
  /** The accessible name and the tooltip. */
  label: string;
  /** `row` stands inside rows and fields: 28 px, 44 px on narrow screens where it is the row's menu. */
  variant?: "plain" | "quiet" | "row" | "row-danger";
};

const variants = {
  plain:
    "size-ctl border border-line-strong bg-surface text-text-2 hover:border-line-ctl hover:bg-hover hover:text-text",
  quiet: "size-ctl text-text-2 hover:bg-hover hover:text-text",
  row: "size-7 text-text-3 hover:bg-hover hover:text-text max-medium:size-8.5",
  "row-danger": "size-7 text-text-3 hover:bg-hover hover:text-danger max-medium:size-8.5",
} as const;

/** A button with an icon alone: only where a word does not fit. */
export function IconButton({ icon, label, variant = "quiet", className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={clsx(
        "inline-grid shrink-0 place-items-center rounded-ctl transition-colors duration-90",
        "disabled:cursor-not-allowed disabled:text-text-3 aria-expanded:bg-hover aria-expanded:text-text",
        variants[variant],
        className,
      )}
    >
      <Icon icon={icon} />
    </button>
  );
}
