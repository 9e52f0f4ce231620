import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type ListFilterProps = {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  /** Room for the label before the value. */
  inset: string;
  children: ReactNode;
};

/** A native select whose label stands inside its edge; the whole of it opens the list. */
export function ListFilter({ label, name, value, onChange, inset, children }: ListFilterProps) {
  const id = `list-${name}`;
  return (
    <div className="relative min-w-0 max-w-full max-narrow:flex-auto">
      <label
        htmlFor={id}
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.75 text-sm text-text-2"
      >
        {label}
      </label>
      <select
        id={id}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        data-narrowed={name !== "sort" && value !== "" ? "" : undefined}
        className={clsx(
          "data-narrowed:border-accent data-narrowed:bg-accent-soft data-narrowed:text-accent",
          "ctl field-sizing-content h-ctl max-w-full cursor-pointer appearance-none truncate pr-7 font-medium medium:max-w-64 medium:text-sm",
          inset,
        )}
      >
        {children}
      </select>
      <Icon
        icon={ChevronDown}
        size={14}
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 text-text-3"
      />
    </div>
  );
}
