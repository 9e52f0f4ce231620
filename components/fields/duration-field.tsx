"use client";

import { useRef } from "react";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { readableDuration } from "@/components/fields/iso-duration";
import { LabelAction } from "@/components/fields/label-action";
import { useSlot } from "@/components/fields/slot";
import { useControlProps } from "@/components/fields/use-control-props";
import { useDraft } from "@/components/fields/use-draft";
import { Input } from "@/components/ui/input";
import type { DurationNode } from "@/lib/forms/field-node";

/** A length of time, typed as ISO 8601, as a clock time or in seconds. What was typed is said in words below. */
export function DurationField({ node, name }: { node: DurationNode; name: string }) {
  const { draft, setDraft, validate, error } = useDraft<"duration">(name);
  const control = useRef<HTMLInputElement>(null);
  const { label } = useFieldIds(name);
  const { isBare } = useSlot();
  // Always a line, so that nothing moves while somebody types.
  const words = readableDuration(draft ?? "") ?? "ISO 8601 such as PT1H30M, or seconds.";
  return (
    <FieldFrame
      node={node}
      name={name}
      error={error}
      note={words}
      actions={
        draft !== null && !node.required && !isBare ? (
          <LabelAction
            fieldLabelId={label}
            onClick={() => {
              setDraft(null);
              control.current?.focus();
            }}
          >
            Clear
          </LabelAction>
        ) : null
      }
    >
      <Input
        {...useControlProps({ node, name, error, hasNote: true })}
        ref={control}
        value={draft ?? ""}
        onChange={(event) => setDraft(event.target.value === "" && !isBare ? null : event.target.value)}
        onBlur={validate}
        placeholder={
          node.defaultLabel === undefined ? (node.example ?? "PT1H30M") : `Default: ${node.defaultLabel}`
        }
        isMono
        autoComplete="off"
        spellCheck={false}
        className={isBare ? undefined : "max-w-75 max-narrow:max-w-none"}
      />
    </FieldFrame>
  );
}
