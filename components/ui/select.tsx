import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { Icon } from "@/components/ui/icon";

/** The browser's own select, drawn like an input: works without JavaScript and with every keyboard. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return (
    <span className={clsx("relative block", className)}>
      <select {...rest} className="ctl h-ctl appearance-none truncate pr-8 pl-2.5" />
      <Icon
        icon={ChevronDown}
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 text-text-2"
      />
    </span>
  );
}
