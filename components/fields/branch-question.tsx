"use client";

import { useId, useLayoutEffect, useRef } from "react";
import { Button } from "@/components/ui/button";

type BranchQuestionProps = {
  from: string;
  to: string;
  /** What would be dropped: labels of fields, or a value. */
  dropped: readonly string[];
  onSwitch: () => void;
  onKeep: () => void;
};

/** Asks before another choice would drop what is filled in. Nothing is switched until it is answered. */
export function BranchQuestion({ from, to, dropped, onSwitch, onKeep }: BranchQuestionProps) {
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => keep.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form control of its own
    <div
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      className="border-warn-line border-t bg-warn-soft px-3 py-2.5 text-sm"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onKeep();
      }}
    >
      <p id={`${id}-title`} className="font-medium text-text">
        {`Switch to ${to}?`}
      </p>
      <p id={`${id}-text`} className="mt-0.5 break-words text-text">
        {`A save then drops what ${from} holds: `}
        <span className="font-medium">{dropped.join(", ")}</span>.
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={onSwitch}>
          Switch
        </Button>
        <Button size="small" ref={keep} onClick={onKeep}>
          {`Keep ${from}`}
        </Button>
      </div>
    </div>
  );
}
