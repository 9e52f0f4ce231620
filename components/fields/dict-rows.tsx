"use client";

import { Plus } from "lucide-react";
import { type ClipboardEvent, useEffect } from "react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { dictColumns } from "@/components/fields/dict-columns";
import { duplicateKeys, mergeEntries } from "@/components/fields/dict-entries";
import { DictRowView } from "@/components/fields/dict-row";
import { parseEnvLines } from "@/components/fields/env-lines";
import { useFieldIds } from "@/components/fields/field-ids";
import { LabelAction } from "@/components/fields/label-action";
import { rowCount } from "@/components/fields/row-count";
import { useRowFocus } from "@/components/fields/use-row-focus";
import { useFormServices } from "@/components/forms/form-services";
import { Icon } from "@/components/ui/icon";
import { announce } from "@/components/ui/toast";
import { newDictRow } from "@/lib/forms/empty-draft";
import type { DictNode } from "@/lib/forms/field-node";

type DictRowsProps = {
  node: DictNode;
  name: string;
  /** The first row was added just now: its key takes the focus. */
  isAddedHere: boolean;
  onClear: () => void;
};

/** The rows of a dict that is set. */
export function DictRows({ node, name, isAddedHere, onClear }: DictRowsProps) {
  const { fields, append, remove, replace } = useFieldArray({ name: `${name}.rows` });
  const { getValues } = useFormContext();
  const { initialAt } = useFormServices();
  const { label } = useFieldIds(name);
  const { rows, focusRow } = useRowFocus();
  const duplicates = useWatch({ name: `${name}.rows`, compute: duplicateKeys });

  // biome-ignore lint/correctness/useExhaustiveDependencies: at the first render only
  useEffect(() => {
    if (isAddedHere) rows.current?.querySelector<HTMLElement>("[data-part=key]")?.focus();
  }, []);

  const add = () => {
    append(newDictRow(node), { shouldFocus: false });
    focusRow(fields.length, "[data-part=key]");
  };
  const removeAt = (index: number) => {
    // The last row of a dict that was not set: not set again.
    if (fields.length === 1 && initialAt(name) === null) return onClear();
    remove(index);
    focusRow(Math.min(index, fields.length - 2), "[data-remove]");
    announce(`Removed. ${rowCount(fields.length - 1, node.entryLabel)} left.`);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    const isKey = event.target instanceof HTMLElement && event.target.dataset["part"] === "key";
    if (!text.trimEnd().includes("\n") && !(isKey && text.includes("="))) return;
    const entries = parseEnvLines(text);
    const merged = entries && mergeEntries(node, getValues(`${name}.rows`), entries);
    if (!merged) return;
    event.preventDefault();
    event.stopPropagation();
    replace(merged);
    focusRow(merged.length - 1);
    announce(`${rowCount(entries.length, node.entryLabel)} pasted.`);
  };

  return (
    <>
      {fields.length > 0 ? (
        <div aria-hidden className={`${dictColumns} mb-1 text-text-3 text-xs max-narrow:hidden`}>
          <span>Key</span>
          <span>Value</span>
        </div>
      ) : null}
      <div ref={rows} className="grid gap-1.5" onPasteCapture={paste}>
        {fields.map((field, index) => (
          <DictRowView
            key={field.id}
            node={node}
            name={`${name}.rows.${index}`}
            position={index + 1}
            duplicates={duplicates}
            onRemove={() => removeAt(index)}
            onEnter={() => (index === fields.length - 1 ? add() : focusRow(index + 1, "[data-part=key]"))}
          />
        ))}
      </div>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-4 text-sm text-text-3">
        <LabelAction fieldLabelId={label} onClick={add} tone="accent">
          <Icon icon={Plus} />
          Add {node.entryLabel}
        </LabelAction>
        {fields.length === 0 ? <span>Stored without entries.</span> : null}
      </div>
    </>
  );
}
