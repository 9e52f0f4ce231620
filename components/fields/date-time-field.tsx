"use client";

import { Calendar, Clock } from "lucide-react";
import { useRef } from "react";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import {
  fromPickerValue,
  pickerType,
  readableDateTime,
  type TimeFormat,
  toPickerValue,
} from "@/components/fields/iso-time";
import { LabelAction } from "@/components/fields/label-action";
import { useSlot } from "@/components/fields/slot";
import { useControlProps } from "@/components/fields/use-control-props";
import { useDraft } from "@/components/fields/use-draft";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { DateTimeNode } from "@/lib/forms/field-node";

const examples: Readonly<Record<TimeFormat, string>> = {
  date: "2026-05-03",
  "date-time": "2026-05-03T14:00:00+02:00",
  time: "14:00:00",
};

/** Typed as ISO 8601, or picked with the browser's own picker. What is typed is said in words below, zone included. */
export function DateTimeField({ node, name }: { node: DateTimeNode; name: string }) {
  const { draft, setDraft, validate, error } = useDraft<"datetime">(name);
  const control = useRef<HTMLInputElement>(null);
  const { label } = useFieldIds(name);
  const { isBare } = useSlot();
  // Always a line, so that nothing moves while somebody types.
  const words =
    node.format === "date-time"
      ? (readableDateTime(draft ?? "") ?? "ISO 8601, with Z or an offset.")
      : undefined;
  const change = (text: string) => setDraft(text.trim() === "" && !isBare ? null : text.trim());
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
      <div className="relative max-w-75 max-narrow:max-w-none">
        <Input
          {...useControlProps({ node, name, error, hasNote: words !== undefined })}
          ref={control}
          value={draft ?? ""}
          onChange={(event) => change(event.target.value)}
          onBlur={validate}
          placeholder={
            node.defaultLabel === undefined ? examples[node.format] : `Default: ${node.defaultLabel}`
          }
          isMono
          autoComplete="off"
          spellCheck={false}
          className="pr-10.5"
        />
        <NativePicker
          format={node.format}
          labelId={label}
          value={toPickerValue(node.format, draft ?? "")}
          onPick={(picked) => change(fromPickerValue(node.format, picked))}
        />
      </div>
    </FieldFrame>
  );
}

type NativePickerProps = {
  format: TimeFormat;
  labelId: string;
  value: string;
  onPick: (picked: string) => void;
};

/** The button opens the picker of a hidden input: beside typed text a second visible input would ask twice. */
function NativePicker({ format, labelId, value, onPick }: NativePickerProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type={pickerType[format]}
        step={format === "date" ? undefined : 1}
        value={value}
        onChange={(event) => onPick(event.target.value)}
        tabIndex={-1}
        aria-hidden
        className="pointer-events-none absolute right-0 bottom-0 h-full w-8 opacity-0"
      />
      <IconButton
        icon={format === "time" ? Clock : Calendar}
        label={format === "time" ? "Choose a time" : "Choose a date"}
        aria-describedby={labelId}
        variant="row"
        onClick={() => picker.current?.showPicker()}
        className="absolute top-0.75 right-0.75"
      />
    </>
  );
}
