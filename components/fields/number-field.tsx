"use client";

import { useRef } from "react";
import { placeholderOf } from "@/components/fields/default-text";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { LabelAction } from "@/components/fields/label-action";
import { useSlot } from "@/components/fields/slot";
import { useControlProps } from "@/components/fields/use-control-props";
import { useDraft } from "@/components/fields/use-draft";
import { Input } from "@/components/ui/input";
import type { NumberNode } from "@/lib/forms/field-node";

/** A number as text, so that its notation (`1.0`, 60 digits) stays as typed. */
export function NumberField({ node, name }: { node: NumberNode; name: string }) {
  const { draft, setDraft, validate, error } = useDraft<"number">(name);
  const control = useRef<HTMLInputElement>(null);
  const ids = useFieldIds(name);
  const { isBare } = useSlot();
  const change = (text: string) => setDraft(text === "" && !isBare ? null : text);
  return (
    <FieldFrame
      node={node}
      name={name}
      error={error}
      actions={
        draft !== null && !node.required && !isBare ? (
          <LabelAction
            fieldLabelId={ids.label}
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
        {...useControlProps({ node, name, error })}
        ref={control}
        value={draft ?? ""}
        onChange={(event) => change(event.target.value.trim())}
        onBlur={validate}
        inputMode={node.integer ? "numeric" : "decimal"}
        placeholder={placeholderOf(node)}
        autoComplete="off"
        className={isBare ? "tabular-nums" : "max-w-75 tabular-nums max-narrow:max-w-none"}
      />
    </FieldFrame>
  );
}
