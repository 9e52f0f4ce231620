"use client";

import { clsx } from "clsx";
import { useId } from "react";

type SegmentedProps<Value extends string> = {
  /** The group's name; read aloud, not shown. */
  label: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  describedBy?: string;
  className?: string;
};

/** A joined bar of radio choices: Default / On / Off, Rows / JSON / YAML. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, options, value, onChange, describedBy, className } = props;
  const name = useId();
  return (
    <fieldset
      aria-describedby={describedBy}
      className={clsx("inline-flex rounded-[7px] border border-line-strong bg-sunken p-0.5", className)}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="relative block">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="peer absolute inset-0 size-full cursor-pointer opacity-0"
          />
          <span className="grid h-6 place-items-center rounded-[5px] px-2.5 font-medium text-text-2 text-xs peer-checked:bg-surface peer-checked:text-text peer-checked:shadow-chosen peer-hover:text-text peer-focus-visible:outline-2 peer-focus-visible:outline-focus peer-focus-visible:outline-offset-1 dark:peer-checked:bg-pressed max-medium:h-8.5">
            {option.label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
